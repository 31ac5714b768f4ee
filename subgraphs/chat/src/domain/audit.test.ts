import { describe, expect, it } from 'vitest';
import { changesBetween } from './audit.ts';

describe('changesBetween', () => {
  it('names what differs with both values', () => {
    expect(changesBetween({ name: 'a', topic: null, permissions: ['X'] }, { name: 'b', topic: null, permissions: ['X'] })).toEqual({
      name: ['a', 'b'],
    });
    expect(changesBetween({ permissions: ['X'] }, { permissions: ['X', 'Y'] })).toEqual({ permissions: [['X'], ['X', 'Y']] });
  });

  it('is nothing when nothing differs', () => {
    expect(changesBetween({ name: 'a', topic: null }, { name: 'a', topic: null })).toBeUndefined();
  });
});
