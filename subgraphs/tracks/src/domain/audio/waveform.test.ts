import { describe, expect, it } from 'vitest';
import { WAVEFORM_PAIRS, waveformMeter, waveformPeaks } from './waveform.ts';

/** Interleaved samples; the right channel is the left one upside down. */
const opposite = (left: readonly number[]) => Int16Array.from(left.flatMap((sample) => [sample, -sample]));

describe('the waveform', () => {
  it('counts sample pairs and keeps the louder channel, even where the two cancel out', () => {
    const meter = waveformMeter();
    meter.add(opposite(Array.from({ length: 48_000 }, (_, index) => (index < 24_000 ? 16_384 : 0))));
    const peaks = waveformPeaks(meter.pairs(), 2);
    expect(meter.sampleCount).toBe(48_000);
    expect(peaks[0]).toBeCloseTo(0.5, 1);
    expect(peaks[1]).toBe(0);
  });

  it('answers exactly as many peaks as asked, also of a track shorter than its pairs', () => {
    const meter = waveformMeter();
    meter.add(opposite(Array.from({ length: 4_800 }, () => 32_767)));
    for (const samples of [1, 7, 200, WAVEFORM_PAIRS]) {
      const peaks = waveformPeaks(meter.pairs(), samples);
      expect(peaks).toHaveLength(samples);
      expect(peaks.every((peak) => peak === 1)).toBe(true);
    }
  });

  it('loses no single loud sample on the way down', () => {
    const meter = waveformMeter();
    const samples = new Int16Array(2 * 480_000);
    samples[2 * 300_000] = -32_768;
    meter.add(samples);
    expect(Math.max(...waveformPeaks(meter.pairs(), 10))).toBe(1);
    expect(waveformPeaks(meter.pairs(), 10).findIndex((peak) => peak === 1)).toBe(6);
  });

  it('of nothing is silence', () => {
    expect(waveformPeaks(waveformMeter().pairs(), 3)).toEqual([0, 0, 0]);
  });
});
