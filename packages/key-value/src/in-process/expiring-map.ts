import type { Clock } from '@veza/kernel';

interface Entry<Value> {
  readonly value: Value;
  readonly expiresAt: number;
}

/** Values with an end, the least recently used leaving first when there are too many. */
export interface ExpiringMap<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value, ttlMs: number): void;
  /** Replaces the value and keeps its end. */
  replace(key: string, value: Value): void;
  delete(key: string): boolean;
}

/** @param limit entries kept at most */
export function expiringMap<Value>(clock: Clock, limit: number): ExpiringMap<Value> {
  const entries = new Map<string, Entry<Value>>();
  const put = (key: string, entry: Entry<Value>) => {
    entries.delete(key);
    entries.set(key, entry);
    if (entries.size > limit) entries.delete(entries.keys().next().value!);
  };
  const live = (key: string): Entry<Value> | undefined => {
    const entry = entries.get(key);
    if (entry && entry.expiresAt > clock().getTime()) return entry;
    entries.delete(key);
    return undefined;
  };
  return {
    get(key) {
      const entry = live(key);
      if (entry) put(key, entry);
      return entry?.value;
    },
    set: (key, value, ttlMs) => put(key, { value, expiresAt: clock().getTime() + ttlMs }),
    replace(key, value) {
      const entry = live(key);
      if (entry) put(key, { value, expiresAt: entry.expiresAt });
    },
    delete(key) {
      const existed = live(key) !== undefined;
      entries.delete(key);
      return existed;
    },
  };
}
