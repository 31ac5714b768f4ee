import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAbove, mayPassOn, outranks } from './hierarchy.ts';
import { permissionBits } from './permissions.ts';

const people = fc.record({ isOwner: fc.boolean(), rank: fc.nat({ max: 250 }) });

describe('outranks', () => {
  it('never lets two people act on each other, nor anybody on themselves or an owner', () => {
    fc.assert(
      fc.property(people, people, (one, other) => {
        expect(outranks(one, other) && outranks(other, one)).toBe(false);
        expect(outranks(one, one)).toBe(false);
        expect(outranks(one, { ...other, isOwner: true })).toBe(false);
      }),
    );
  });

  it('goes by the highest role, and puts the owner above all', () => {
    expect(outranks({ isOwner: false, rank: 3 }, { isOwner: false, rank: 2 })).toBe(true);
    expect(outranks({ isOwner: false, rank: 3 }, { isOwner: false, rank: 3 })).toBe(false);
    expect(outranks({ isOwner: true, rank: 0 }, { isOwner: false, rank: 250 })).toBe(true);
  });
});

describe('isAbove', () => {
  it('keeps one’s own top role out of reach, except the owner’s', () => {
    expect(isAbove({ isOwner: false, rank: 3 }, 2)).toBe(true);
    expect(isAbove({ isOwner: false, rank: 3 }, 3)).toBe(false);
    expect(isAbove({ isOwner: false, rank: 0 }, 0)).toBe(false);
    expect(isAbove({ isOwner: true, rank: 0 }, 9)).toBe(true);
  });
});

describe('mayPassOn', () => {
  it('wants every changed permission to be held', () => {
    const held = permissionBits('KICK_MEMBERS', 'SEND_MESSAGES');
    expect(mayPassOn(held, permissionBits('KICK_MEMBERS'))).toBe(true);
    expect(mayPassOn(held, permissionBits('KICK_MEMBERS', 'BAN_MEMBERS'))).toBe(false);
    expect(mayPassOn(held, 0n)).toBe(true);
  });
});
