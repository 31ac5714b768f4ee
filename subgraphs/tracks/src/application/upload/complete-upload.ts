import { type Id, ok, type Result } from '@veza/kernel';
import type { Upload } from '../../domain/upload.ts';
import type { TracksUnitOfWork } from '../unit-of-work.ts';
import type { UploadFiles } from './ports.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly files: UploadFiles;
}

export type CompleteUpload = ReturnType<typeof completeUpload>;

const isOpen = ({ state }: Upload) => state === 'PENDING' || state === 'RECEIVING';

/**
 * Closes an upload whose last byte has arrived: READY, or REFUSED when the bytes are not those that were announced, whose file then goes.
 * `tracks.upload-completed.v1` is recorded with READY. Asked again, it changes nothing. Answers the upload as it is now, or undefined.
 * @param knownSha256 when it was found while the bytes arrived
 */
export function completeUpload({ unitOfWork, files }: Dependencies) {
  return async (id: Id<'upload'>, knownSha256?: string): Promise<Upload | undefined> => {
    const completed = await files.inspect(id, knownSha256);
    const closed = await unitOfWork(async ({ uploads, events }): Promise<Result<Upload | undefined, never>> => {
      const upload = await uploads.lock(id);
      if (!upload || !isOpen(upload)) return ok(upload);
      const { byteSize, revision, ownerId, purpose, filename, announcedSha256 } = upload;
      const next = { ...upload, receivedBytes: byteSize, revision: revision + 1 };
      if (announcedSha256 !== null && announcedSha256 !== completed.sha256) {
        await uploads.markRefused(next, completed);
        return ok({ ...next, state: 'REFUSED' });
      }
      await uploads.markReady(next, completed);
      const facts = { uploadId: id, ownerId, purpose, filename, byteSize, ...completed };
      await events.record('tracks.upload-completed.v1', id, next.revision, facts);
      return ok({ ...next, state: 'READY' });
    });
    const upload = closed.ok ? closed.value : undefined;
    if (upload?.state === 'REFUSED') await files.remove(id);
    return upload;
  };
}
