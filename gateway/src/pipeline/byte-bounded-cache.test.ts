import { describe, expect, it } from 'vitest';
import { byteBoundedCache } from './byte-bounded-cache.ts';

describe('byteBoundedCache', () => {
  it('forgets what was used longest ago when it is full', () => {
    const cache = byteBoundedCache<string>(10);
    cache.set('a', 'A', 4);
    cache.set('b', 'B', 4);
    cache.get('a');
    cache.set('c', 'C', 4);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['A', undefined, 'C']);
    expect([cache.bytes, cache.size]).toEqual([8, 2]);
  });

  it('weighs a value once that is set again', () => {
    const cache = byteBoundedCache<string>(10);
    cache.set('a', 'A', 4);
    cache.set('a', 'AA', 6);
    expect([cache.get('a'), cache.bytes]).toEqual(['AA', 6]);
  });

  it('does not keep what is heavier than all of it, nor what it had under that key', () => {
    const cache = byteBoundedCache<string>(10);
    cache.set('a', 'A', 4);
    cache.set('a', 'heavy', 11);
    expect([cache.get('a'), cache.bytes, cache.size]).toEqual([undefined, 0, 0]);
  });
});
