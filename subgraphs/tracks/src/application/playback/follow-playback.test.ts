import type { Id } from '@veza/kernel';
import { describe, expect, it } from 'vitest';
import { initialPlayback, type PlaybackState } from '../../domain/playback/playback-state.ts';
import { followPlayback } from './follow-playback.ts';
import type { PlaybackHints } from './ports.ts';

const userId: Id<'user'> = 'user_a';
const clock = () => new Date(0);

/** Hints that never come: what is found is found by looking again. */
const silent: PlaybackHints = {
  publish: () => undefined,
  subscribe: () => ({ [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }) }),
};

/** A row that has another revision each time it is looked at after a pause. */
function follow(revisions: readonly number[], signal: AbortSignal) {
  let look = 0;
  const waits: number[] = [];
  const state = (): PlaybackState => ({ ...initialPlayback(userId, clock()), revision: revisions[Math.min(look, revisions.length - 1)]! });
  const pause = (ms: number) => {
    waits.push(ms);
    look += 1;
    return Promise.resolve();
  };
  const playback = {
    find: () => Promise.resolve(state()),
    versionOf: () => Promise.resolve(`${state().revision} 0`),
  };
  return { waits, events: followPlayback({ playback, hints: silent, pause, clock })({ userId, signal }) };
}

describe('followPlayback', () => {
  it('finds what no hint told of within five seconds, and repeats nothing', async () => {
    const leave = new AbortController();
    const { events, waits } = follow([1, 1, 1, 4, 6], leave.signal);
    const seen = [];
    for (let event = 0; event < 3; event += 1) seen.push(((await events.next()).value as PlaybackState).revision);
    expect([seen, waits]).toEqual([
      [1, 4, 6],
      [5_000, 5_000, 5_000, 5_000],
    ]);
  });

  it('ends when its follower leaves', async () => {
    const leave = new AbortController();
    const { events } = follow([1, 2], leave.signal);
    await events.next();
    leave.abort();
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });
});
