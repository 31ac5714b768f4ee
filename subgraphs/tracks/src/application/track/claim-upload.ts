import { err, type Id, ok, type Result } from '@veza/kernel';
import type { Upload } from '../../domain/upload.ts';
import type { NewAsset } from '../processing/ports.ts';
import type { TracksRepositories } from '../unit-of-work.ts';
import type { TrackFailure } from './failure.ts';

/** Purposes of uploads that tracks use, and the inputs that name them. */
const INPUTS = { TRACK_AUDIO: 'uploadId', ARTWORK: 'artworkUploadId' } as const;

/** An upload that somebody would use. */
export interface WantedUpload {
  readonly id: Id<'upload'>;
  readonly ownerId: Id<'user'>;
  readonly purpose: keyof typeof INPUTS;
}

/** The person's complete upload, locked. Another person's, purpose or use is NOT_FOUND; an incomplete one UPLOAD_NOT_READY. */
export async function usableUpload(
  { uploads }: Pick<TracksRepositories, 'uploads'>,
  { id, ownerId, purpose }: WantedUpload,
): Promise<Result<Upload, TrackFailure>> {
  const path = [INPUTS[purpose]];
  const upload = await uploads.lock(id);
  if (!upload || upload.ownerId !== ownerId || upload.purpose !== purpose) return err({ code: 'NOT_FOUND', path });
  if (upload.state === 'PENDING' || upload.state === 'RECEIVING') return err({ code: 'UPLOAD_NOT_READY', path });
  return upload.state === 'READY' ? ok(upload) : err({ code: 'NOT_FOUND', path });
}

/** Versions of one artist that may wait to be processed. */
const MAX_WAITING = 100;

/** Which of an artist's waiting versions one more would be, from 1; LIMIT_REACHED beyond the last. */
export async function placeInQueue(
  { assets }: Pick<TracksRepositories, 'assets'>,
  artistId: Id<'user'>,
): Promise<Result<number, TrackFailure>> {
  const waiting = await assets.countUnfinished(artistId);
  return waiting < MAX_WAITING ? ok(waiting + 1) : err({ code: 'LIMIT_REACHED', path: ['uploadId'] });
}

/** Makes a version of a track's audio of an upload, and has it processed once the transaction commits, when it is its artist's turn. */
export async function claimForAsset(
  { uploads, assets, jobs }: TracksRepositories,
  upload: Upload,
  asset: NewAsset,
  place: number,
): Promise<void> {
  await uploads.markClaimed({ ...upload, revision: upload.revision + 1 });
  await assets.insert(asset);
  await jobs.processAsset({ assetId: asset.id, artistId: upload.ownerId, waiting: place });
}
