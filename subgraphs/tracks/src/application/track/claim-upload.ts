import { err, type Id, ok, type Result } from '@veza/kernel';
import type { Upload } from '../../domain/upload.ts';
import type { NewAsset } from '../processing/ports.ts';
import type { TracksRepositories } from '../unit-of-work.ts';
import type { TrackFailure } from './failure.ts';

const PATH = ['uploadId'];

/** The person's complete upload for a track, locked. Another person's, purpose or use is NOT_FOUND; an incomplete one UPLOAD_NOT_READY. */
export async function usableUpload(
  { uploads }: Pick<TracksRepositories, 'uploads'>,
  uploadId: Id<'upload'>,
  ownerId: Id<'user'>,
): Promise<Result<Upload, TrackFailure>> {
  const upload = await uploads.lock(uploadId);
  if (!upload || upload.ownerId !== ownerId || upload.purpose !== 'TRACK_AUDIO') return err({ code: 'NOT_FOUND', path: PATH });
  if (upload.state === 'PENDING' || upload.state === 'RECEIVING') return err({ code: 'UPLOAD_NOT_READY', path: PATH });
  return upload.state === 'READY' ? ok(upload) : err({ code: 'NOT_FOUND', path: PATH });
}

/** Makes a version of a track's audio of an upload, and has it processed once the transaction commits. */
export async function claimForAsset({ uploads, assets, jobs }: TracksRepositories, upload: Upload, asset: NewAsset): Promise<void> {
  await uploads.markClaimed({ ...upload, revision: upload.revision + 1 });
  await assets.insert(asset);
  await jobs.processAsset(asset.id);
}
