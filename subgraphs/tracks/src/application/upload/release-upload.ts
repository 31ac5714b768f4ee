import type { Clock, Id } from '@veza/kernel';
import type { UploadPurpose } from '../../domain/upload.ts';
import { removeImage } from '../picture/remove-image.ts';
import type { TracksRepositories } from '../unit-of-work.ts';

/** Which upload is released. */
export interface ReleasedUpload {
  readonly uploadId: Id<'upload'>;
  /** What whoever releases it may use; an upload for anything else stays as it is. */
  readonly purpose: UploadPurpose;
}

/**
 * Ends an upload that another part of the platform used and no longer does: its picture or its file is no longer served from the commit on,
 * and goes by a job; the upload counts no longer. Repeatable, and right also when the claim is told of later.
 */
export async function releaseUpload(repositories: TracksRepositories, released: ReleasedUpload, clock: Clock): Promise<void> {
  const { uploads, jobs } = repositories;
  const upload = await uploads.lock(released.uploadId);
  if (upload?.purpose !== released.purpose) return;
  await uploads.markFreed(upload.id, clock());
  if (upload.imageId !== null) await removeImage(repositories, upload.imageId, clock());
  if (upload.aid !== null) await jobs.removeAttachment(upload.aid);
}
