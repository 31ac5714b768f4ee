import { describe, expect, it } from 'vitest';
import { rateOf } from './rate-limits.ts';

describe('a rate', () => {
  it('is written as points and points per second', () => {
    expect(rateOf('20000/500')).toEqual({ capacity: 20_000, refillPerSecond: 500 });
  });

  it.each(['', '20000', '20000/', '0/1', '1/0', '-1/1', '1.5/1', '1/1/1', ' 1/1'])('is not written as "%s"', (text) => {
    expect(rateOf(text)).toBeUndefined();
  });
});
