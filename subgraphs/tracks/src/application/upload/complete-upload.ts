import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import { attachmentFacts } from '../../domain/attachment/attachment-facts.ts';
import { isPicture, type Upload, type UploadRefusalCode } from '../../domain/upload.ts';
import type { AttachmentFiles } from '../attachment/ports.ts';
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
  readonly attachments: AttachmentFiles;
  /** The public key under which an attachment is served; always the same one. */
  readonly aidOf: (uploadId: Id<'upload'>) => string;
  readonly clock: Clock;
}

/** What was made of an upload before it is closed: its picture, or a file that is served as it is; neither for other purposes. */
interface Made {
  readonly image?: MadeImage;
  readonly aid?: string;
}

type Verdict = Result<Made, UploadRefusalCode>;
export type CompleteUpload = ReturnType<typeof completeUpload>;

/** Whether its file is needed no longer. */
const isSpent = ({ state, imageId, aid }: Upload) => state === 'REFUSED' || imageId !== null || aid !== null;
const isOpen = ({ state }: Upload) => state === 'PENDING' || state === 'RECEIVING';

/**
 * Closes an upload whose last byte has arrived: READY, or REFUSED when the bytes are not those that were announced or no picture where one is due.
 * A picture is made of it first, and an attachment kept. `tracks.upload-completed.v1` is recorded with READY. The file goes when it was refused,
 * became a picture or is kept elsewhere.
 * Asked again, it changes nothing. Answers the upload as it is now, or undefined.
 * @param knownSha256 when it was found while the bytes arrived
 */
export function completeUpload({ unitOfWork, uploads: reader, files, makeImage, imageIdOf, attachments, aidOf, clock }: Dependencies) {
  async function judge({ id, purpose, announcedSha256 }: Upload, { sha256 }: CompletedUpload): Promise<Verdict> {
    if (announcedSha256 !== null && announcedSha256 !== sha256) return err('CHECKSUM_MISMATCH');
    if (isPicture(purpose)) {
      const image = await makeImage(imageIdOf(id), { uploadId: id });
      return image.ok ? ok({ image: image.value }) : image;
    }
    if (purpose !== 'CHAT_ATTACHMENT') return ok({});
    await attachments.keep(id, aidOf(id));
    return ok({ aid: aidOf(id) });
  }

  async function close(repositories: TracksRepositories, upload: Upload, completed: CompletedUpload, verdict: Verdict): Promise<Upload> {
    const { uploads, images, events } = repositories;
    const { id, byteSize, revision, ownerId, purpose, filename } = upload;
    const next = { ...upload, receivedBytes: byteSize, revision: revision + 1 };
    if (!verdict.ok) {
      await uploads.markRefused(next, completed, verdict.error);
      return { ...next, state: 'REFUSED', refusalCode: verdict.error };
    }
    const { sha256 } = completed;
    const { image } = verdict.value;
    if (image) await images.insert(image, clock());
    const ready = { ...next, ...readyFacts(verdict.value, completed), state: 'READY' } as const;
    await uploads.markReady(ready, sha256);
    const { contentType } = ready;
    const facts = { uploadId: id, ownerId, purpose, filename, byteSize, sha256, contentType, ...toldFacts(ready) };
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
    if (upload && isSpent(upload)) await files.remove(id);
    return upload;
  };
}

/** What is known of the bytes of an upload that is READY. The sides of what becomes a picture of ours are of no interest. */
function readyFacts({ image, aid }: Made, completed: CompletedUpload) {
  const { contentType, pixels } = aid === undefined ? { contentType: completed.contentType, pixels: null } : attachmentFacts(completed);
  return { contentType, imageId: image?.id ?? null, aid: aid ?? null, width: pixels?.width ?? null, height: pixels?.height ?? null };
}

/** What others are told beyond what every upload has. */
function toldFacts({ imageId, aid, width, height }: ReturnType<typeof readyFacts>) {
  return {
    ...(imageId !== null && { imageId }),
    ...(aid !== null && { aid }),
    ...(width !== null && height !== null && { width, height }),
  };
}
