import { type Clock, type Id, ok, type Result } from '@veza/kernel';
import type { TracksUnitOfWork } from '../unit-of-work.ts';
import type { TrackReader } from './ports.ts';
import { isToBeAnnounced, recordTrackChanged, recordTrackPublished } from './track-events.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly tracks: Pick<TrackReader, 'findDueReleases'>;
  readonly clock: Clock;
}

/** Releases that one round tells of. */
const TOLD_AT_ONCE = 100;

/**
 * Tells others of tracks whose release has come: `tracks.track-changed.v1`, and `tracks.track-published.v1` for those that everybody can hear now.
 * The tracks are out already: reads look at the clock. Answers how many it told of.
 */
export function releaseTracks({ unitOfWork, tracks: reader, clock }: Dependencies) {
  const tell = (id: Id<'track'>) =>
    unitOfWork(async ({ tracks, events }): Promise<Result<void, never>> => {
      const track = await tracks.lock(id);
      const now = clock();
      if (!track || track.releaseAt === null || track.releaseAt > now) return ok(undefined);
      const isAnnounced = isToBeAnnounced(track, now);
      const told = { ...track, revision: track.revision + 1, durationMs: track.audio?.durationMs ?? null };
      await tracks.markReleaseTold({ ...told, isAnnounced: track.isAnnounced || isAnnounced });
      await recordTrackChanged(events, told);
      if (isAnnounced) await recordTrackPublished(events, told);
      return ok(undefined);
    });

  return async (): Promise<number> => {
    const due = await reader.findDueReleases(clock(), TOLD_AT_ONCE);
    for (const id of due) await tell(id);
    return due.length;
  };
}
