import { err, type Id, type NewId, ok, type Result } from '@veza/kernel';
import { type PlaybackState, toldAt } from '../../domain/playback/playback-state.ts';
import { enqueue, MAX_ENTRIES_AT_ONCE, type QueuePosition, removeEntries } from '../../domain/playback/queue.ts';
import { changePlayback, type CommandName, type PlaybackParts } from './change-playback.ts';
import type { PlaybackFailure } from './failure.ts';

/** Tracks for the queue. */
export interface EnqueueTracksCommand extends CommandName {
  /** 1 to 100, in order; the same one may come twice. */
  readonly trackIds: readonly Id<'track'>[];
  readonly position: QueuePosition;
}

/** Entries to be taken out of the queue. */
export interface RemoveFromQueueCommand extends CommandName {
  /** 1 to 100. */
  readonly entryIds: readonly Id<'queueitem'>[];
}

type Changed = Result<PlaybackState, PlaybackFailure>;
export type EnqueueTracks = ReturnType<typeof enqueueTracks>;
export type RemoveFromQueue = ReturnType<typeof removeFromQueue>;

const isCount = (ids: readonly unknown[]) => ids.length >= 1 && ids.length <= MAX_ENTRIES_AT_ONCE;

/** The changed queue as the next state. */
const revised = (state: PlaybackState, now: Date): PlaybackState => ({ ...toldAt(state, now), revision: state.revision + 1 });

/**
 * Puts tracks that the person may hear into their queue. Two devices may do so at the same time: no revision is asked for.
 * Fails with INVALID, NOT_FOUND, QUEUE_FULL and RATE_LIMITED; then nothing changes.
 */
export function enqueueTracks({ newId, ...parts }: PlaybackParts & { readonly newId: NewId }) {
  return async ({ trackIds, position, ...name }: EnqueueTracksCommand): Promise<Changed> => {
    if (!isCount(trackIds)) return err({ code: 'INVALID', path: ['trackIds'] });
    return changePlayback(parts, name, async ({ playback, state, now }): Promise<Changed> => {
      const heard = await playback.durationsOf(name.userId, trackIds);
      const missing = trackIds.findIndex((id) => !heard.has(id));
      if (missing >= 0) return err({ code: 'NOT_FOUND', path: ['trackIds', String(missing)] });
      const added = trackIds.map((trackId) => ({ id: newId('queueitem'), trackId }));
      const queued = enqueue(state, added, position);
      return queued.ok ? ok(revised(queued.value, now)) : err({ ...queued.error, path: ['trackIds'] });
    });
  };
}

/** Takes entries out of what follows; other entries with the same tracks stay. Fails with INVALID, NOT_FOUND and RATE_LIMITED. */
export function removeFromQueue(parts: PlaybackParts) {
  return async ({ entryIds, ...name }: RemoveFromQueueCommand): Promise<Changed> => {
    if (!isCount(entryIds)) return err({ code: 'INVALID', path: ['entryIds'] });
    return changePlayback(parts, name, async ({ state, now }): Promise<Changed> => {
      const left = removeEntries(state, entryIds);
      if (left.ok) return ok(revised(left.value, now));
      return err({ code: left.error.code, path: ['entryIds', String(left.error.place)] });
    });
  };
}
