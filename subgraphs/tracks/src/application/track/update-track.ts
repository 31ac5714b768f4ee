import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import { isHeardByOthers, type Track } from '../../domain/track.ts';
import type { TracksRepositories, TracksUnitOfWork } from '../unit-of-work.ts';
import { removeImage } from '../picture/remove-image.ts';
import { claimArtwork } from './claim-artwork.ts';
import { claimForAsset, placeInQueue, usableUpload } from './claim-upload.ts';
import type { AssetNames } from './create-track.ts';
import type { TrackFailure } from './failure.ts';
import { type MetadataChanges, withChanges } from './metadata-changes.ts';
import { keptRelease } from './release-at.ts';
import { isToBeAnnounced, recordTrackChanged, recordTrackPublished } from './track-events.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly clock: Clock;
  readonly names: AssetNames;
}

/** Changes to an artist's own track. */
export interface UpdateTrackCommand extends MetadataChanges {
  readonly artistId: Id<'user'>;
  readonly trackId: Id<'track'>;
  /** A new version of the audio. */
  readonly uploadId?: Id<'upload'>;
  /** A new picture; null takes it away. */
  readonly artworkUploadId?: Id<'upload'> | null;
  /** When others may hear it at the earliest; null as soon as it is ready. */
  readonly releaseAt?: Date | null;
}

export type UpdateTrack = ReturnType<typeof updateTrack>;

/**
 * Changes what the artist says and, with an upload, has a new version of the audio made; the old one is heard until that is ready.
 * Making a track private, or putting its release off, ends the addresses that listeners hold. `tracks.track-changed.v1` is recorded, and
 * `tracks.track-published.v1` when everybody can hear it for the first time.
 * Fails with NOT_FOUND (absent or somebody else's), INVALID, UPLOAD_NOT_READY, LIMIT_REACHED (100 wait to be processed); then nothing changes.
 */
export function updateTrack({ unitOfWork, clock, names }: Dependencies) {
  const replaceAudio = async (
    repositories: TracksRepositories,
    track: Track,
    uploadId: Id<'upload'>,
  ): Promise<Result<void, TrackFailure>> => {
    const upload = await usableUpload(repositories, { id: uploadId, ownerId: track.artistId, purpose: 'TRACK_AUDIO' });
    if (!upload.ok) return upload;
    const place = await placeInQueue(repositories, track.artistId);
    if (!place.ok) return place;
    const asset = { id: names.newAssetId(), trackId: track.id, aid: names.newAid(), uploadId, createdAt: clock() };
    await claimForAsset(repositories, upload.value, asset, place.value);
    await repositories.tracks.setNewestAsset(track.id, asset.id);
    return ok(undefined);
  };

  const replaceArtwork = async (
    repositories: TracksRepositories,
    { id, artistId, artworkImageId: old }: Track,
    uploadId: Id<'upload'> | null,
  ): Promise<Result<void, TrackFailure>> => {
    const artwork = await claimArtwork(repositories, uploadId, artistId);
    if (!artwork.ok) return artwork;
    await repositories.tracks.setArtwork(id, artwork.value);
    if (old !== null) await removeImage(repositories, old, clock());
    return ok(undefined);
  };

  const save = async (repositories: TracksRepositories, track: Track, next: Track, now: Date): Promise<void> => {
    const { tracks, assets, events } = repositories;
    const isAnnounced = isToBeAnnounced(next, now);
    await tracks.saveMetadata({ ...next, isAnnounced: next.isAnnounced || isAnnounced });
    const isNarrowed = isHeardByOthers(track, now) && !isHeardByOthers(next, now);
    if (isNarrowed && next.audio) await assets.revoke(next.audio.aid, now);
    const told = { ...next, durationMs: track.audio?.durationMs ?? null };
    await recordTrackChanged(events, told);
    if (isAnnounced) await recordTrackPublished(events, told);
  };

  return (command: UpdateTrackCommand): Promise<Result<Id<'track'>, TrackFailure>> =>
    unitOfWork(async (repositories): Promise<Result<Id<'track'>, TrackFailure>> => {
      const { artistId, trackId, uploadId, artworkUploadId, releaseAt: release, ...said } = command;
      const track = await repositories.tracks.lockOwn(trackId, artistId);
      if (!track) return err({ code: 'NOT_FOUND', path: ['trackId'] });
      const metadata = withChanges(track, said);
      if (!metadata.ok) return metadata;
      const replaced = uploadId === undefined ? ok(undefined) : await replaceAudio(repositories, track, uploadId);
      if (!replaced.ok) return replaced;
      const shown = artworkUploadId === undefined ? ok(undefined) : await replaceArtwork(repositories, track, artworkUploadId);
      if (!shown.ok) return shown;
      const isTitleChosen = track.isTitleChosen || said.title !== undefined;
      const now = clock();
      const releaseAt = release === undefined ? track.releaseAt : keptRelease(release, now);
      await save(repositories, track, { ...track, ...metadata.value, isTitleChosen, releaseAt, revision: track.revision + 1 }, now);
      return ok(trackId);
    });
}
