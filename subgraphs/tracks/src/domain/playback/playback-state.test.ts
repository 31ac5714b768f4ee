import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialPlayback, type PlaybackState, positionAt, toldAt } from './playback-state.ts';

const at = (ms: number) => new Date(ms);
const playing: PlaybackState = { ...initialPlayback('user_a', at(10_000)), isPlaying: true, positionMs: 5_000, durationMs: 60_000 };

const anyState = fc
  .record({
    isPlaying: fc.boolean(),
    positionMs: fc.nat(400_000),
    asOfMs: fc.nat(1_000_000),
    durationMs: fc.option(fc.integer({ min: 1, max: 300_000 })),
  })
  .map(({ asOfMs, ...state }): PlaybackState => ({ ...initialPlayback('user_a', at(asOfMs)), ...state }));
const instant = fc.nat(2_000_000).map(at);

describe('a position', () => {
  it('runs with the clock while it plays, up to the end of the track', () => {
    expect([10_000, 10_001, 40_000, 65_000, 900_000].map((ms) => positionAt(playing, at(ms)))).toEqual([
      5_000, 5_001, 35_000, 60_000, 60_000,
    ]);
  });

  it('stays while it is paused, and before the instant at which it was told', () => {
    expect(positionAt({ ...playing, isPlaying: false }, at(40_000))).toBe(5_000);
    expect(positionAt(playing, at(1))).toBe(5_000);
  });

  it('is one that the track has, and never falls', () => {
    fc.assert(
      fc.property(anyState, instant, fc.nat(100_000), (state, now, laterMs) => {
        const [here, there] = [positionAt(state, now), positionAt(state, at(now.getTime() + laterMs))];
        expect(here).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(state.durationMs ?? 0);
        expect(there).toBeGreaterThanOrEqual(here);
        expect(there - here).toBeLessThanOrEqual(laterMs);
      }),
    );
  });

  it('is the same for whoever was told of it at another time', () => {
    fc.assert(
      fc.property(anyState, instant, instant, (state, told, now) => {
        const later = toldAt(state, told);
        fc.pre(now >= later.asOf);
        expect(positionAt(later, now)).toBe(positionAt(state, now));
        expect(later.asOf >= state.asOf).toBe(true);
      }),
    );
  });
});
