import { describe, expect, it } from 'vitest';
import { tokenBucket } from './token-bucket.ts';

describe('tokenBucket', () => {
  it('gives so many at once and then so many for each second', () => {
    const bucket = tokenBucket(3, 2, 0);
    expect([bucket.take(0), bucket.take(0), bucket.take(0), bucket.take(0)]).toEqual([true, true, true, false]);
    expect([bucket.take(400), bucket.take(500), bucket.take(999), bucket.take(1_000)]).toEqual([false, true, false, true]);
  });

  it('never holds more than it began with', () => {
    const bucket = tokenBucket(2, 100, 0);
    expect([bucket.take(60_000), bucket.take(60_000), bucket.take(60_000)]).toEqual([true, true, false]);
  });
});
