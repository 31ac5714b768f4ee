import { type Clock, type Id, ok, type Result } from '@veza/kernel';
import { isPicture } from '../../domain/upload.ts';
import { removeImage } from '../picture/remove-image.ts';
import type { TracksUnitOfWork } from '../unit-of-work.ts';
import type { UploadFiles, UploadReader } from './ports.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly uploads: UploadReader;
  readonly files: UploadFiles;
  readonly imageIdOf: (uploadId: Id<'upload'>) => string;
  readonly aidOf: (uploadId: Id<'upload'>) => string;
  readonly clock: Clock;
}

/** Uploads that one round of the sweep ends. */
const SWEPT_AT_ONCE = 100;

export type EndUpload = ReturnType<typeof endUpload>;

/** Gives an upload up: its bytes go with what was made of them, and it counts no longer. Does nothing to one that is in use. */
export function endUpload({ unitOfWork, files, imageIdOf, aidOf, clock }: Omit<Dependencies, 'uploads'>) {
  return async (id: Id<'upload'>): Promise<void> => {
    const ended = await unitOfWork(async (repositories): Promise<Result<boolean, never>> => {
      const { uploads } = repositories;
      const upload = await uploads.lock(id);
      if (!upload || upload.state === 'CLAIMED') return ok(false);
      await uploads.markFreed(id, clock());
      // Files of a picture, and of an attachment, may be there before a row tells of them.
      if (isPicture(upload.purpose)) await removeImage(repositories, imageIdOf(id), clock());
      if (upload.purpose === 'CHAT_ATTACHMENT') await repositories.jobs.removeAttachment(aidOf(id));
      return ok(true);
    });
    if (ended.ok && ended.value) await files.remove(id);
  };
}

/** Ends uploads whose time is over: idle ones, and complete ones that nothing used. Answers how many. */
export function sweepUploads(dependencies: Dependencies) {
  const end = endUpload(dependencies);
  return async (): Promise<number> => {
    const due = await dependencies.uploads.findDue(dependencies.clock(), SWEPT_AT_ONCE);
    for (const id of due) await end(id);
    return due.length;
  };
}
