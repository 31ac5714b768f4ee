import { describe, expect, it } from 'vitest';
import { verifiedTokens } from './verified-tokens.ts';

describe('verifiedTokens', () => {
  it('keeps what was used last, up to its capacity', () => {
    const tokens = verifiedTokens<number>(2, () => new Date(0));
    tokens.remember('a', 1, 10);
    tokens.remember('b', 2, 10);
    expect(tokens.find('a')).toBe(1);
    tokens.remember('c', 3, 10);
    expect(['a', 'b', 'c'].map((token) => tokens.find(token))).toEqual([1, undefined, 3]);
  });

  it('forgets at the end of a token', () => {
    let now = 0;
    const tokens = verifiedTokens<number>(2, () => new Date(now));
    tokens.remember('a', 1, 10);
    now = 9_999;
    expect(tokens.find('a')).toBe(1);
    now = 10_000;
    expect(tokens.find('a')).toBeUndefined();
  });
});
