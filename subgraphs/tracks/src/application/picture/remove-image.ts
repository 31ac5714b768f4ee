import type { TracksRepositories } from '../unit-of-work.ts';

/** Ends a picture: nothing shows it from the commit on, and its files go by a job. */
export async function removeImage({ images, jobs }: Pick<TracksRepositories, 'images' | 'jobs'>, id: string, at: Date): Promise<void> {
  await images.remove(id, at);
  await jobs.removeImage(id);
}
