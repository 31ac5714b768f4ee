/** A bucket: how much fits, how fast it refills. */
export interface RateLimit {
  readonly capacity: number;
  readonly refillPerSecond: number;
}

/** The answer to a take. Times in milliseconds. */
export interface RateDecision {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Until the same take would pass; 0 when it passed. */
  readonly retryAfterMs: number;
  /** Until the bucket is full again. */
  readonly resetMs: number;
}

/** Generic cell rate algorithm, atomic per key. @see ITU-T I.371 */
export interface RateLimiter {
  /** Cost 0 looks without taking; a cost above the capacity is always refused. */
  take(key: string, cost: number, limit: RateLimit): Promise<RateDecision>;
  /** Gives back what was not used. */
  refund(key: string, cost: number, limit: RateLimit): Promise<void>;
}
