import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import { removeImage } from '../picture/remove-image.ts';
import type { Track } from '../../domain/track.ts';
import type { TracksRepositories, TracksUnitOfWork } from '../unit-of-work.ts';
import type { TrackFailure } from './failure.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly clock: Clock;
}

/** Deletes a locked track: from the commit on nobody sees it and no address of it works; its files go by a job. Records `tracks.track-deleted.v1`. */
export async function eraseTrack(repositories: TracksRepositories, track: Track, at: Date): Promise<void> {
  const { tracks, assets, playlists, jobs, events } = repositories;
  const { id: trackId, artistId, artworkImageId, revision } = track;
  await tracks.markDeleted(trackId, at);
  for (const assetId of await assets.retireOthers(trackId, undefined, at)) await jobs.removeAsset(assetId);
  await playlists.removeTrack(trackId);
  if (artworkImageId !== null) await removeImage(repositories, artworkImageId, at);
  await events.record('tracks.track-deleted.v1', trackId, revision + 1, { trackId, artistId });
}

export type DeleteTrack = ReturnType<typeof deleteTrack>;

/** Deletes an artist's own track. Fails with NOT_FOUND. */
export function deleteTrack({ unitOfWork, clock }: Dependencies) {
  return (trackId: Id<'track'>, artistId: Id<'user'>): Promise<Result<Id<'track'>, TrackFailure>> =>
    unitOfWork(async (repositories): Promise<Result<Id<'track'>, TrackFailure>> => {
      const track = await repositories.tracks.lockOwn(trackId, artistId);
      if (!track) return err({ code: 'NOT_FOUND', path: ['trackId'] });
      await eraseTrack(repositories, track, clock());
      return ok(trackId);
    });
}
