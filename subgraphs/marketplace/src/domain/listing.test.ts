import { describe, expect, it } from 'vitest';
import { isAvailable } from './licence.ts';
import { averageRating } from './listing.ts';

describe('averageRating', () => {
  it('is the mean of the ratings, and none without reviews', () => {
    expect(averageRating({ reviewCount: 0, ratingSum: 0 })).toBeNull();
    expect(averageRating({ reviewCount: 4, ratingSum: 18 })).toBe(4.5);
  });
});

describe('isAvailable', () => {
  it.each([
    ['PUBLISHED', null, true],
    ['PUBLISHED', 1, true],
    ['PUBLISHED', 0, false],
    ['DRAFT', null, false],
  ] as const)('of a listing %s with stock %s is %s', (state, stock, expected) => {
    expect(isAvailable({ stock }, state)).toBe(expected);
  });
});
