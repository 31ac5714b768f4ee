/**
 * Small values with an end: caches, counters, locks. Nothing in it may be the only copy.
 * Keys `veza:<subgraph>:…` of at most 200 characters; values UTF-8 of at most 64 KiB; a TTL of at most 30 days on every write.
 */
export interface KeyValue {
  get(key: string): Promise<string | null>;
  /** Values in the order of the keys. */
  getMany(keys: readonly string[]): Promise<readonly (string | null)[]>;
  /** Answers false when `ifAbsent` is asked and the key is there. */
  set(key: string, value: string, options: { readonly ttlMs: number; readonly ifAbsent?: boolean }): Promise<boolean>;
  delete(key: string): Promise<boolean>;
  /** Atomic. Locks carry a random token; there is no fencing, so never for money. */
  deleteIfEquals(key: string, value: string): Promise<boolean>;
  /** Atomic. The TTL starts when the key is made and is not extended. */
  increment(key: string, by: number, ttlMs: number): Promise<number>;
  /** Sorted set; equal scores are ordered by member bytes; each add extends the TTL. */
  scoreAdd(key: string, member: string, score: number, ttlMs: number): Promise<void>;
  scoreRemove(key: string, member: string): Promise<boolean>;
  scoreRange(
    key: string,
    range: { readonly min: number; readonly max: number; readonly limit: number; readonly order: 'asc' | 'desc' },
  ): Promise<readonly { readonly member: string; readonly score: number }[]>;
  scoreTrimBelow(key: string, score: number): Promise<number>;
}
