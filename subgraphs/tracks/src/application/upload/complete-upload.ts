import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import { isPicture, type Upload, type UploadRefusalCode } from '../../domain/upload.ts';
import type { MakeImage } from '../picture/make-image.ts';
import type { MadeImage } from '../picture/ports.ts';
import type { TracksRepositories, TracksUnitOfWork } from '../unit-of-work.ts';
import type { CompletedUpload, UploadFiles, UploadReader } from './ports.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly uploads: UploadReader;
  readonly files: UploadFiles;
  readonly makeImage: MakeImage;
  /** The id of the picture that is made of an upload; always the same one. */
  readonly imageIdOf: (uploadId: Id<'upload'>) => string;
  readonly clock: Clock;
}

/** What is known of an upload when it is closed: its picture, nothing for other purposes, or why it is refused. */
type Verdict = Result<MadeImage | undefined, UploadRefusalCode>;
export type CompleteUpload = ReturnType<typeof completeUpload>;

const isOpen = ({ state }: Upload) => state === 'PENDING' || state === 'RECEIVING';

/**
 * Closes an upload whose last byte has arrived: READY, or REFUSED when the bytes are not those that were announced or no picture where one is due.
 * A picture is made of it first. `tracks.upload-completed.v1` is recorded with READY. The file goes when it was refused or became a picture.
 * Asked again, it changes nothing. Answers the upload as it is now, or undefined.
 * @param knownSha256 when it was found while the bytes arrived
 */
export function completeUpload({ unitOfWork, uploads: reader, files, makeImage, imageIdOf, clock }: Dependencies) {
  async function judge({ id, purpose, announcedSha256 }: Upload, { sha256 }: CompletedUpload): Promise<Verdict> {
    if (announcedSha256 !== null && announcedSha256 !== sha256) return err('CHECKSUM_MISMATCH');
    return isPicture(purpose) ? makeImage(imageIdOf(id), { uploadId: id }) : ok(undefined);
  }

  async function close(repositories: TracksRepositories, upload: Upload, completed: CompletedUpload, verdict: Verdict): Promise<Upload> {
    const { uploads, images, events } = repositories;
    const { id, byteSize, revision, ownerId, purpose, filename } = upload;
    const next = { ...upload, receivedBytes: byteSize, revision: revision + 1 };
    if (!verdict.ok) {
      await uploads.markRefused(next, completed, verdict.error);
      return { ...next, state: 'REFUSED', refusalCode: verdict.error };
    }
    const image = verdict.value;
    if (image) await images.insert(image, clock());
    const ready = { ...next, state: 'READY', imageId: image?.id ?? null } as const;
    await uploads.markReady(ready, completed);
    const facts = { uploadId: id, ownerId, purpose, filename, byteSize, ...completed, ...(image && { imageId: image.id }) };
    await events.record('tracks.upload-completed.v1', id, next.revision, facts);
    return ready;
  }

  return async (id: Id<'upload'>, knownSha256?: string): Promise<Upload | undefined> => {
    const found = (await reader.findMany([id])).get(id);
    if (!found || !isOpen(found)) return found;
    const completed = await files.inspect(id, knownSha256);
    const verdict = await judge(found, completed);
    const closed = await unitOfWork(async (repositories): Promise<Result<Upload | undefined, never>> => {
      const upload = await repositories.uploads.lock(id);
      return ok(upload && isOpen(upload) ? await close(repositories, upload, completed, verdict) : upload);
    });
    const upload = closed.ok ? closed.value : undefined;
    if (upload?.state === 'REFUSED' || upload?.imageId != null) await files.remove(id);
    return upload;
  };
}
