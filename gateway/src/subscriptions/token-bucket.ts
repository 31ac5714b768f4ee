/** A rate: so many at once, then so many for each second. */
export interface TokenBucket {
  /** Takes one, or answers false when there is none left. @param now milliseconds */
  take(now: number): boolean;
}

/** A full bucket. */
export function tokenBucket(burst: number, perSecond: number, now: number): TokenBucket {
  let tokens = burst;
  let filledAt = now;
  return {
    take(at) {
      tokens = Math.min(burst, tokens + ((at - filledAt) / 1000) * perSecond);
      filledAt = at;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
