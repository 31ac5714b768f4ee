import type { Clock } from '@veza/kernel';

/** Entries held before the least recently used one has to go. */
export const DEFAULT_MAX_ENTRIES = 100_000;

const SWEEP_INTERVAL_MS = 1_000;

/** Values that end. */
export interface ExpiringMap<Value> {
  /** The value, unless it has expired; counts as a use. */
  get(key: string): Value | undefined;
  /** When the entry expires, as epoch milliseconds; undefined when there is none. */
  expiresAt(key: string): number | undefined;
  set(key: string, value: Value, expiresAt: number): void;
  /** Whether there was one. */
  delete(key: string): boolean;
  readonly size: number;
}

/**
 * A bounded map with an end for each entry. Expired entries are unseen at once and removed by a pass at most once a second, made while writing,
 * so that there is no timer to stop. A full map forgets the least recently used entry.
 */
export function expiringMap<Value>(clock: Clock, maxEntries = DEFAULT_MAX_ENTRIES): ExpiringMap<Value> {
  const entries = new Map<string, { readonly value: Value; readonly expiresAt: number }>();
  let sweptAt = Number.NEGATIVE_INFINITY;

  const live = (key: string) => {
    const entry = entries.get(key);
    return entry && entry.expiresAt > clock().getTime() ? entry : undefined;
  };
  const sweep = (now: number) => {
    if (now - sweptAt < SWEEP_INTERVAL_MS) return;
    sweptAt = now;
    for (const [key, entry] of entries) if (entry.expiresAt <= now) entries.delete(key);
  };
  const forgetLeastRecentlyUsed = () => {
    const [oldest] = entries.keys();
    if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
  };

  return {
    get(key) {
      const entry = live(key);
      entries.delete(key);
      if (entry) entries.set(key, entry);
      return entry?.value;
    },
    expiresAt: (key) => live(key)?.expiresAt,
    set(key, value, expiresAt) {
      sweep(clock().getTime());
      entries.delete(key);
      entries.set(key, { value, expiresAt });
      forgetLeastRecentlyUsed();
    },
    delete(key) {
      const entry = live(key);
      entries.delete(key);
      return entry !== undefined;
    },
    get size() {
      return entries.size;
    },
  };
}
