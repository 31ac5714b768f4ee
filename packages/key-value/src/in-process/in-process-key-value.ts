import type { Clock } from '@veza/kernel';
import type { KeyValue } from '../key-value.ts';
import { assertKey, assertTtl, assertValue } from '../limits.ts';
import { type ExpiringMap, expiringMap } from './expiring-map.ts';
import { sortedSet, type SortedSet } from './sorted-set.ts';

type Stored = string | SortedSet;

/** What the store needs. */
export interface InProcessKeyValueOptions {
  readonly clock: Clock;
  /** Keys held before the least recently used is forgotten, default 100,000. */
  readonly maxKeys?: number;
}

function readText(entries: ExpiringMap<Stored>, key: string): string | null {
  const value = entries.get(key) ?? null;
  if (value !== null && typeof value !== 'string') throw new TypeError('the key holds a sorted set');
  return value;
}

function readSet(entries: ExpiringMap<Stored>, key: string): SortedSet | undefined {
  const value = entries.get(key);
  if (typeof value === 'string') throw new TypeError('the key holds a text');
  return value;
}

function sum(text: string | null, by: number): number {
  const total = Number(text ?? 0) + by;
  if (!Number.isSafeInteger(total)) throw new RangeError('a counter is an integer within ±2^53');
  return total;
}

/** Small values in the memory of one process, atomic because nothing in it waits. They end with the process. */
export function inProcessKeyValue({ clock, maxKeys }: InProcessKeyValueOptions): KeyValue {
  const entries = expiringMap<Stored>(clock, maxKeys);
  const write = (key: string, value: Stored, ttlMs: number) => {
    assertKey(key);
    assertTtl(ttlMs);
    entries.set(key, value, clock().getTime() + ttlMs);
  };

  return {
    get: async (key) => readText(entries, key),
    getMany: async (keys) => keys.map((key) => readText(entries, key)),
    async set(key, value, { ttlMs, ifAbsent = false }) {
      assertValue(value);
      if (ifAbsent && entries.get(key) !== undefined) return false;
      write(key, value, ttlMs);
      return true;
    },
    delete: async (key) => entries.delete(key),
    deleteIfEquals: async (key, value) => readText(entries, key) === value && entries.delete(key),
    async increment(key, by, ttlMs) {
      const total = sum(readText(entries, key), by);
      const expiresAt = entries.expiresAt(key);
      if (expiresAt === undefined) write(key, String(total), ttlMs);
      else entries.set(key, String(total), expiresAt);
      return total;
    },
    async scoreAdd(key, member, score, ttlMs) {
      assertValue(member);
      const set = readSet(entries, key) ?? sortedSet();
      write(key, set, ttlMs);
      set.add(member, score);
    },
    scoreRemove: async (key, member) => readSet(entries, key)?.remove(member) ?? false,
    async scoreRange(key, { min, max, limit, order }) {
      const members = readSet(entries, key)?.between(min, max) ?? [];
      return (order === 'asc' ? members : members.toReversed()).slice(0, limit);
    },
    scoreTrimBelow: async (key, score) => readSet(entries, key)?.trimBelow(score) ?? 0,
  };
}
