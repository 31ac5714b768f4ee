import type { Id } from '@veza/kernel';
import { describe, expect, it } from 'vitest';
import type { ProcessingState } from '../../domain/audio/processing.ts';
import type { Track } from '../../domain/track.ts';
import type { TrackReader } from '../track/ports.ts';
import { followProcessing } from './follow-processing.ts';
import type { ProcessingHints } from './ports.ts';

const trackId: Id<'track'> = 'track_1';
const viewer = { userId: undefined, seesAll: true };

/** A track whose row changes between two looks; looks behind the last state find it unchanged. */
function changingTrack(states: readonly (readonly [ProcessingState, number])[]): Pick<TrackReader, 'findMany'> {
  let looks = 0;
  return {
    findMany() {
      const [state, progress] = states[Math.min(looks, states.length - 1)]!;
      looks += 1;
      return Promise.resolve(new Map([[trackId, { id: trackId, processing: { state, progress, failureCode: null } } as Track]]));
    },
  };
}

/** Hints that never come: what is found is found by looking again. */
const silent: ProcessingHints = {
  publish: () => undefined,
  subscribe: () => ({ [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }) }),
};

function follow(tracks: Pick<TrackReader, 'findMany'>, signal: AbortSignal, waits: number[] = []) {
  const pause = (ms: number) => {
    waits.push(ms);
    return Promise.resolve();
  };
  return followProcessing({ tracks: tracks as TrackReader, hints: silent, pause })({ trackId, viewer, signal });
}

async function statesOf(started: Awaited<ReturnType<typeof follow>>): Promise<readonly string[]> {
  if (!started.ok) throw new Error(started.error.code);
  const states: string[] = [];
  for await (const { processing } of started.value) states.push(`${processing.state} ${processing.progress}`);
  return states;
}

const never = new AbortController().signal;

describe('followProcessing', () => {
  it('shows the present state, then only changes, and ends with the last one', async () => {
    const tracks = changingTrack([
      ['QUEUED', 0],
      ['TRANSCODING', 0.1],
      ['TRANSCODING', 0.1],
      ['TRANSCODING', 0.6],
      ['READY', 1],
    ]);
    expect(await statesOf(await follow(tracks, never))).toEqual(['QUEUED 0', 'TRANSCODING 0.1', 'TRANSCODING 0.6', 'READY 1']);
  });

  it('waits half a second between two events, and looks again after five without a hint', async () => {
    const waits: number[] = [];
    const tracks = changingTrack([
      ['QUEUED', 0],
      ['QUEUED', 0],
      ['FAILED', 0],
    ]);
    await statesOf(await follow(tracks, never, waits));
    expect(waits).toEqual([500, 5_000, 500]);
  });

  it('ends at once for a track that is ready, and when its follower leaves', async () => {
    expect(await statesOf(await follow(changingTrack([['READY', 1]]), never))).toEqual(['READY 1']);
    const gone = new AbortController();
    const started = await follow(changingTrack([['QUEUED', 0]]), gone.signal);
    gone.abort();
    expect(await statesOf(started)).toEqual(['QUEUED 0']);
  });

  it('refuses a track that is not there', async () => {
    const nothing = { findMany: () => Promise.resolve(new Map()) };
    expect(await follow(nothing, never)).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});
