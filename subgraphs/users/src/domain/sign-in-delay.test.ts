import { describe, expect, it } from 'vitest';
import { signInDelayMs } from './sign-in-delay.ts';

describe('signInDelayMs', () => {
  it('is nothing at first, then doubles, and never exceeds five minutes', () => {
    expect([1, 4, 5, 6, 7, 12, 13, 14, 1000].map(signInDelayMs)).toEqual([0, 0, 1000, 2000, 4000, 128_000, 256_000, 300_000, 300_000]);
  });
});
