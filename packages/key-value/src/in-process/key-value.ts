import type { Clock } from '@veza/kernel';
import { checkEntry, checkKey } from '../bounds.ts';
import type { KeyValue } from '../key-value.ts';
import { expiringMap } from './expiring-map.ts';

const ENTRY_LIMIT = 100_000;

const byScoreThenBytes = (a: readonly [string, number], b: readonly [string, number]) =>
  a[1] - b[1] || Buffer.compare(Buffer.from(a[0]), Buffer.from(b[0]));

type SortedSet = ReadonlyMap<string, number>;

/** Values of one process, gone with it. */
export function inProcessKeyValue({ clock }: { readonly clock: Clock }): KeyValue {
  const values = expiringMap<string>(clock, ENTRY_LIMIT);
  const sets = expiringMap<SortedSet>(clock, ENTRY_LIMIT);
  const setOf = (key: string): Map<string, number> => new Map(sets.get(key));

  return {
    get: async (key) => values.get(key) ?? null,
    getMany: async (keys) => keys.map((key) => values.get(key) ?? null),
    async set(key, value, { ttlMs, ifAbsent = false }) {
      checkEntry(key, value, ttlMs);
      if (ifAbsent && values.get(key) !== undefined) return false;
      values.set(key, value, ttlMs);
      return true;
    },
    delete: async (key) => values.delete(key),
    deleteIfEquals: async (key, value) => values.get(key) === value && values.delete(key),
    async increment(key, by, ttlMs) {
      checkEntry(key, '', ttlMs);
      const known = values.get(key);
      const sum = Number(known ?? 0) + by;
      if (!Number.isSafeInteger(sum)) throw new Error(`the counter ${key} left the safe integers`);
      if (known === undefined) values.set(key, String(sum), ttlMs);
      else values.replace(key, String(sum));
      return sum;
    },
    async scoreAdd(key, member, score, ttlMs) {
      checkEntry(key, member, ttlMs);
      sets.set(key, setOf(key).set(member, score), ttlMs);
    },
    async scoreRemove(key, member) {
      const set = setOf(key);
      const existed = set.delete(member);
      sets.replace(key, set);
      return existed;
    },
    async scoreRange(key, { min, max, limit, order }) {
      checkKey(key);
      const found = [...setOf(key)].filter(([, score]) => score >= min && score <= max).toSorted(byScoreThenBytes);
      return (order === 'asc' ? found : found.toReversed()).slice(0, limit).map(([member, score]) => ({ member, score }));
    },
    async scoreTrimBelow(key, score) {
      const set = setOf(key);
      const below = [...set].filter(([, own]) => own < score);
      for (const [member] of below) set.delete(member);
      sets.replace(key, set);
      return below.length;
    },
  };
}
