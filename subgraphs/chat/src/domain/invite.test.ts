import { describe, expect, it } from 'vitest';
import { inviteCode } from './invite.ts';

describe('inviteCode', () => {
  it('maps each fair byte to one of 62 characters', () => {
    expect(inviteCode(() => Uint8Array.from([0, 9, 10, 35, 36, 61, 62, 247, 0, 0]))).toBe('09AZaz0z00');
  });

  it('throws away bytes that would make some characters likelier', () => {
    const draws = [Uint8Array.from(Array(10).fill(248)), Uint8Array.from(Array(10).fill(255)), Uint8Array.from(Array(10).fill(1))];
    expect(inviteCode(() => draws.shift() ?? new Uint8Array(10))).toBe('1111111111');
  });
});
