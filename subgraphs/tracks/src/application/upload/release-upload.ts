import type { Clock, Id } from '@veza/kernel';
import { removeImage } from '../picture/remove-image.ts';
import type { TracksRepositories } from '../unit-of-work.ts';

/**
 * Ends an upload of a picture that another part of the platform used and no longer does: the picture goes, and the upload counts no longer.
 * Repeatable, and right also when the claim is told of later.
 */
export async function releaseUpload(repositories: TracksRepositories, uploadId: Id<'upload'>, clock: Clock): Promise<void> {
  const upload = await repositories.uploads.lock(uploadId);
  if (upload?.purpose !== 'AVATAR') return;
  await repositories.uploads.markFreed(uploadId, clock());
  if (upload.imageId !== null) await removeImage(repositories, upload.imageId, clock());
}
