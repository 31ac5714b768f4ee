import { describe, expect, it } from 'vitest';
import { brokenMediaLimit, isCutOff } from './media-limits.ts';

const facts = { durationSeconds: 60, channels: 2, sampleRate: 44_100 };

describe('media limits', () => {
  it.each([
    [undefined, facts],
    [undefined, { ...facts, durationSeconds: undefined }],
    ['TOO_SHORT', { ...facts, durationSeconds: 0.05 }],
    ['TOO_LONG', { ...facts, durationSeconds: 4 * 3600 + 1 }],
    ['UNSUPPORTED_LAYOUT', { ...facts, channels: 9 }],
    ['UNSUPPORTED_LAYOUT', { ...facts, channels: 0 }],
    ['UNSUPPORTED_LAYOUT', { ...facts, sampleRate: 384_000 }],
    ['DECODED_SIZE_EXCEEDED', { durationSeconds: 3 * 3600, channels: 8, sampleRate: 192_000 }],
  ])('answer %s', (code, given) => {
    expect(brokenMediaLimit(given)).toBe(code);
  });

  it('call a file cut off when over a second and over a hundredth of it is missing', () => {
    expect(isCutOff(30, 28.9)).toBe(true);
    expect(isCutOff(30, 29.1)).toBe(false);
    expect(isCutOff(3_600, 3_580)).toBe(false);
    expect(isCutOff(undefined, 1)).toBe(false);
  });
});
