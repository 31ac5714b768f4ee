import type { Id } from '@veza/kernel';
import type { QueueEntry } from './queue.ts';

/** What happens at the end: nothing, the same track again, or the queue from its beginning. */
export type RepeatMode = 'OFF' | 'ONE' | 'ALL';

/** What a person plays, on whichever of their devices. */
export interface PlaybackState {
  readonly userId: Id<'user'>;
  /** Rises by one with every command that is carried out; 0 before the first. */
  readonly revision: number;
  /** The device that sounds; null when none does. */
  readonly deviceId: Id<'device'> | null;
  readonly isPlaying: boolean;
  /** Where in the track it was at `asOf`, in milliseconds. */
  readonly positionMs: number;
  /** By the server's clock; never falls. */
  readonly asOf: Date;
  /** Length of the track that is on; null without one. */
  readonly durationMs: number | null;
  readonly repeat: RepeatMode;
  readonly isShuffled: boolean;
  /** Chooses the order while it is shuffled. */
  readonly shuffleSeed: number;
  /** 0 to 100. */
  readonly volume: number;
  /** In the order in which they are played: those that were, the one that is on, those that follow. */
  readonly entries: readonly QueueEntry[];
  /** Place in `entries` of the one that is on; -1 when none is. */
  readonly currentAt: number;
}

/** How it is before somebody plays anything. */
export function initialPlayback(userId: Id<'user'>, now: Date): PlaybackState {
  return {
    userId,
    revision: 0,
    deviceId: null,
    isPlaying: false,
    positionMs: 0,
    asOf: now,
    durationMs: null,
    repeat: 'OFF',
    isShuffled: false,
    shuffleSeed: 0,
    volume: 100,
    entries: [],
    currentAt: -1,
  };
}

/** What a position depends on; every device has it. */
export type PlaybackClock = Pick<PlaybackState, 'isPlaying' | 'positionMs' | 'asOf' | 'durationMs'>;

/**
 * Where in the track it is at an instant of the server's clock, in milliseconds: from `positionMs` at `asOf` on, as long as it plays, up to
 * the end of the track. Every device that knows the same state and the same time finds the same place. Instants before `asOf` count as `asOf`.
 */
export function positionAt({ isPlaying, positionMs, asOf, durationMs }: PlaybackClock, now: Date): number {
  const elapsedMs = isPlaying ? Math.max(0, now.getTime() - asOf.getTime()) : 0;
  return clampPosition(positionMs + elapsedMs, durationMs);
}

/** A position that the track has, in milliseconds. */
export function clampPosition(positionMs: number, durationMs: number | null): number {
  return Math.min(Math.max(0, positionMs), durationMs ?? 0);
}

/** The same state, told at another instant: all devices find the same position before and after. The clock never runs backwards. */
export function toldAt(state: PlaybackState, now: Date): PlaybackState {
  return { ...state, positionMs: positionAt(state, now), asOf: now > state.asOf ? now : state.asOf };
}

/** The entry that is on; undefined when none is. */
export function currentEntry({ entries, currentAt }: PlaybackState): QueueEntry | undefined {
  return currentAt < 0 ? undefined : entries[currentAt];
}

/** What follows, in the order in which it is played. */
export function upcoming({ entries, currentAt }: PlaybackState): readonly QueueEntry[] {
  return entries.slice(currentAt + 1);
}
