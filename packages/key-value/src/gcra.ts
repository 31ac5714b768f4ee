import type { RateDecision, RateLimit } from './rate-limiter.ts';

/** What a take does to the bucket's theoretical arrival time. Times in epoch milliseconds. */
export interface GcraStep {
  readonly decision: RateDecision;
  /** The new theoretical arrival time; unchanged when the take was refused. */
  readonly arrivalAt: number;
}

/**
 * One take of the generic cell rate algorithm: the bucket is one number, the time at which it will be full again.
 * @param arrivalAt theoretical arrival time so far; anything in the past means a full bucket
 * @see ITU-T I.371, annex A
 */
export function gcraTake(arrivalAt: number, now: number, cost: number, { capacity, refillPerSecond }: RateLimit): GcraStep {
  const msPerPoint = 1_000 / refillPerSecond;
  const from = Math.max(arrivalAt, now);
  const next = from + cost * msPerPoint;
  const overdraft = next - now - capacity * msPerPoint;
  const isAllowed = cost <= capacity && overdraft <= 1e-6;
  const settled = isAllowed ? next : from;
  return {
    arrivalAt: settled,
    decision: {
      allowed: isAllowed,
      remaining: Math.max(0, Math.floor(capacity - (settled - now) / msPerPoint + 1e-9)),
      retryAfterMs: isAllowed ? 0 : Math.ceil(overdraft),
      resetMs: Math.ceil(settled - now),
    },
  };
}
