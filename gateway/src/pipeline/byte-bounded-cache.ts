/** A map that forgets what was used longest ago when its values weigh too much together. */
export interface ByteBoundedCache<V> {
  /** Finds a value and makes it the last to be forgotten. */
  get(key: string): V | undefined;
  /** Keeps a value. One that is heavier than the whole cache is not kept. @param bytes its weight, key included */
  set(key: string, value: V, bytes: number): void;
  /** What is kept, the next to be forgotten first. */
  values(): Iterable<V>;
  readonly bytes: number;
  readonly size: number;
}

/** Makes an empty cache. @param maxBytes weight of all values together */
export function byteBoundedCache<V>(maxBytes: number): ByteBoundedCache<V> {
  const entries = new Map<string, { readonly value: V; readonly bytes: number }>();
  let total = 0;
  const remove = (key: string) => {
    total -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value, bytes) {
      remove(key);
      if (bytes > maxBytes) return;
      entries.set(key, { value, bytes });
      total += bytes;
      for (const oldest of entries.keys()) {
        if (total <= maxBytes) return;
        remove(oldest);
      }
    },
    *values() {
      for (const { value } of entries.values()) yield value;
    },
    get bytes() {
      return total;
    },
    get size() {
      return entries.size;
    },
  };
}
