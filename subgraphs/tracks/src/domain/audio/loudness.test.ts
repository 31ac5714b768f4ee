import { describe, expect, it } from 'vitest';
import { gainDb, loudnessOf } from './loudness.ts';

describe('loudness', () => {
  it('of silence is unknown, and so is the gain', () => {
    const silence = loudnessOf(-70, 0, Number.NEGATIVE_INFINITY);
    expect(silence).toEqual({ integratedLufs: null, loudnessRangeLu: null, truePeakDbtp: null });
    expect(gainDb(silence)).toBeNull();
  });

  it.each([
    ['a loud track down to -14 LUFS', -8, -0.2, -6],
    ['a very loud track by 12 dB at most', 0, 3, -12],
    ['a quiet track up, but not over -1 dBTP', -20, -4, 3],
    ['a very quiet track by 6 dB at most', -40, -30, 6],
    ['a clipped track below its own peak', -14, 0.5, -1.5],
  ])('turns %s', (_what, lufs, peak, gain) => {
    expect(gainDb(loudnessOf(lufs, 5, peak))).toBe(gain);
  });
});
