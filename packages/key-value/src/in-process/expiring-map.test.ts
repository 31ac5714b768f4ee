import { describe, expect, it } from 'vitest';
import { expiringMap } from './expiring-map.ts';

function mapAt(start: number, maxEntries?: number) {
  let now = start;
  const map = expiringMap<string>(() => new Date(now), maxEntries);
  return { map, advance: (ms: number) => void (now += ms) };
}

describe('expiringMap', () => {
  it('forgets the least recently used entry when it is full', () => {
    const { map } = mapAt(0, 2);
    map.set('a', '1', 10);
    map.set('b', '2', 10);
    map.get('a');
    map.set('c', '3', 10);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual(['1', undefined, '3']);
  });

  it('removes expired entries while it is written to, without being asked for them', () => {
    const { map, advance } = mapAt(0);
    for (let index = 0; index < 10; index += 1) map.set(`key${index}`, 'x', 500);
    advance(1_000);
    map.set('fresh', 'y', 5_000);
    expect(map.size).toBe(1);
  });

  it('answers an expired entry as absent', () => {
    const { map, advance } = mapAt(0);
    map.set('a', '1', 10);
    advance(10);
    expect([map.expiresAt('a'), map.delete('a'), map.get('a')]).toEqual([undefined, false, undefined]);
  });
});
