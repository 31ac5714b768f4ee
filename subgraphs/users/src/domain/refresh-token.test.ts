import { describe, expect, it } from 'vitest';
import { judgeSecondUse, REFRESH_GRACE_MS } from './refresh-token.ts';

const rotatedAt = new Date('2026-01-01T00:00:00.000Z');
const key = Uint8Array.of(1, 2, 3);
const after = (ms: number) => new Date(rotatedAt.getTime() + ms);

describe('judgeSecondUse', () => {
  it('lets a client ask for a lost answer with the same key for a minute', () => {
    expect(judgeSecondUse({ rotatedAt, retryKeyHash: key }, Uint8Array.of(1, 2, 3), after(REFRESH_GRACE_MS))).toBe('retry');
    expect(judgeSecondUse({ rotatedAt, retryKeyHash: key }, key, after(REFRESH_GRACE_MS + 1))).toBe('reuse');
  });

  it.each([
    ['no key at all', undefined, undefined],
    ['a key only the first time', key, undefined],
    ['a key only the second time', undefined, key],
    ['another key', key, Uint8Array.of(1, 2, 4)],
    ['the beginning of the key', key, Uint8Array.of(1, 2)],
  ])('takes %s for misuse', (_what, first, second) => {
    expect(judgeSecondUse({ rotatedAt, retryKeyHash: first }, second, after(1))).toBe('reuse');
  });
});
