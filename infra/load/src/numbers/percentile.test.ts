import { describe, expect, it } from 'vitest';
import { percentile } from './percentile.ts';

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

describe('percentile', () => {
  it('answers the nearest rank, whatever the order of the samples', () => {
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
  });

  it('answers the largest of few samples for a share near one', () => {
    expect(percentile([3, 1, 2], 0.99)).toBe(3);
  });

  it('leaves the samples as they were', () => {
    const samples = [2, 1];
    percentile(samples, 0.5);
    expect(samples).toEqual([2, 1]);
  });
});
