import { type Id, ok, type Result } from '@veza/kernel';
import type { TracksRepositories } from '../unit-of-work.ts';
import { usableUpload } from './claim-upload.ts';
import type { TrackFailure } from './failure.ts';

/**
 * The picture of a person's upload, which is in use from now on; null for null.
 * Fails with NOT_FOUND and UPLOAD_NOT_READY, like every use of an upload.
 */
export async function claimArtwork(
  repositories: Pick<TracksRepositories, 'uploads'>,
  uploadId: Id<'upload'> | null,
  ownerId: Id<'user'>,
): Promise<Result<string | null, TrackFailure>> {
  if (uploadId === null) return ok(null);
  const upload = await usableUpload(repositories, { id: uploadId, ownerId, purpose: 'ARTWORK' });
  if (!upload.ok) return upload;
  await repositories.uploads.markClaimed({ ...upload.value, revision: upload.value.revision + 1 });
  return ok(upload.value.imageId);
}
