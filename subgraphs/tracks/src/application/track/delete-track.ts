import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import { removeImage } from '../picture/remove-image.ts';
import type { TracksUnitOfWork } from '../unit-of-work.ts';
import type { TrackFailure } from './failure.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly clock: Clock;
}

export type DeleteTrack = ReturnType<typeof deleteTrack>;

/**
 * Deletes an artist's own track: from the commit on nobody sees it and no address of it works; its files go by a job.
 * `tracks.track-deleted.v1` is recorded. Fails with NOT_FOUND.
 */
export function deleteTrack({ unitOfWork, clock }: Dependencies) {
  return (trackId: Id<'track'>, artistId: Id<'user'>): Promise<Result<Id<'track'>, TrackFailure>> =>
    unitOfWork(async (repositories): Promise<Result<Id<'track'>, TrackFailure>> => {
      const { tracks, assets, playlists, jobs, events } = repositories;
      const track = await tracks.lockOwn(trackId, artistId);
      if (!track) return err({ code: 'NOT_FOUND', path: ['trackId'] });
      await tracks.markDeleted(trackId, clock());
      for (const assetId of await assets.retireOthers(trackId, undefined, clock())) await jobs.removeAsset(assetId);
      await playlists.removeTrack(trackId);
      if (track.artworkImageId !== null) await removeImage(repositories, track.artworkImageId, clock());
      await events.record('tracks.track-deleted.v1', trackId, track.revision + 1, { trackId, artistId });
      return ok(trackId);
    });
}
