import type { Clock, Id } from '@veza/kernel';
import type { Track } from '../../domain/track.ts';
import type { TracksRepositories } from '../unit-of-work.ts';
import { eraseTrack } from './delete-track.ts';
import { isToBeAnnounced, recordTrackChanged, recordTrackPublished } from './track-events.ts';

/** What moderators decided about a track. */
export interface ModerationDecision {
  readonly caseId: string;
  /** Rises with every decision of a case; a lower one comes too late. */
  readonly decisionNo: number;
  readonly trackId: Id<'track'>;
  /** SHOW: as its artist wants it. HIDE: to its artist and moderators only. REMOVE: it is deleted. */
  readonly effect: 'SHOW' | 'HIDE' | 'REMOVE';
}

interface Dependencies {
  readonly clock: Clock;
}

export type ModerateTrack = ReturnType<typeof moderateTrack>;

/**
 * Carries out what moderators decided, once, in the transaction that heard of it. Hiding ends the addresses that listeners hold, and the secret
 * link opens nothing; showing again restores both. Records `tracks.moderation-applied.v1`, with what follows for others.
 */
export function moderateTrack({ clock }: Dependencies) {
  async function show(repositories: TracksRepositories, track: Track, isHidden: boolean, now: Date): Promise<void> {
    const { tracks, assets, events } = repositories;
    const next = { ...track, isHidden, revision: track.revision + 1 };
    const isAnnounced = isToBeAnnounced(next, now);
    await tracks.setHidden({ ...next, isAnnounced: track.isAnnounced || isAnnounced }, isHidden ? now : null);
    if (isHidden && track.audio) await assets.revoke(track.audio.aid, now);
    const told = { ...next, durationMs: track.audio?.durationMs ?? null };
    await recordTrackChanged(events, told);
    if (isAnnounced) await recordTrackPublished(events, told);
  }

  return async (repositories: TracksRepositories, { caseId, decisionNo, trackId, effect }: ModerationDecision): Promise<void> => {
    const { tracks, moderation, events } = repositories;
    if (!(await moderation.advance(caseId, decisionNo))) return;
    const track = await tracks.lock(trackId);
    const now = clock();
    if (track && effect === 'REMOVE') await eraseTrack(repositories, track, now);
    if (track && effect !== 'REMOVE' && track.isHidden !== (effect === 'HIDE')) await show(repositories, track, effect === 'HIDE', now);
    await events.record('tracks.moderation-applied.v1', caseId, decisionNo, { caseId, decisionNo });
  };
}
