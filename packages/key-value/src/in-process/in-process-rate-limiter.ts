import type { Clock } from '@veza/kernel';
import type { RateDecision, RateLimit, RateLimiter } from '../rate-limiter.ts';
import { expiringMap } from './expiring-map.ts';

/** What the limiter needs. */
export interface InProcessRateLimiterOptions {
  readonly clock: Clock;
  /** Buckets held before the least recently used is forgotten, default 100,000. A full bucket is not held at all. */
  readonly maxKeys?: number;
}

/** Instants are kept as milliseconds since 1970 in doubles, which resolve about a quarter of a microsecond today. */
const ROUNDING_MS = 0.01;

/** Milliseconds in which one unit refills. */
function unitMs({ capacity, refillPerSecond }: RateLimit): number {
  if (!(capacity > 0 && refillPerSecond > 0)) throw new RangeError('capacity and refill are above 0');
  return 1000 / refillPerSecond;
}

function assertCost(cost: number): void {
  if (!(cost >= 0 && Number.isFinite(cost))) throw new RangeError('a cost is 0 or more');
}

/**
 * Buckets in the memory of one process. Each key holds one number: the instant at which its bucket is full again,
 * the theoretical arrival time of the algorithm; a take moves it by cost × time per unit, and passes while it stays within the capacity.
 * A refused cost above the capacity answers as `retryAfterMs` the time in which so many units refill, though it will not pass then either.
 */
export function inProcessRateLimiter({ clock, maxKeys }: InProcessRateLimiterOptions): RateLimiter {
  const fullAt = expiringMap<number>(clock, maxKeys);

  const decide = (now: number, filledAt: number, cost: number, limit: RateLimit): RateDecision & { readonly next: number } => {
    const unit = unitMs(limit);
    const next = filledAt + cost * unit;
    const waitMs = cost > limit.capacity ? cost * unit : next - now - limit.capacity * unit;
    const allowed = waitMs <= ROUNDING_MS;
    const reached = allowed ? next : filledAt;
    return {
      next,
      allowed,
      remaining: Math.max(0, Math.floor(limit.capacity - (reached - now - ROUNDING_MS) / unit)),
      retryAfterMs: allowed ? 0 : Math.ceil(waitMs - ROUNDING_MS),
      resetMs: Math.max(0, Math.ceil(reached - now - ROUNDING_MS)),
    };
  };

  return {
    async take(key, cost, limit) {
      assertCost(cost);
      const now = clock().getTime();
      const { next, ...decision } = decide(now, fullAt.get(key) ?? now, cost, limit);
      if (decision.allowed && cost > 0) fullAt.set(key, next, next);
      return decision;
    },
    async refund(key, cost, limit) {
      assertCost(cost);
      const filledAt = fullAt.get(key);
      if (filledAt === undefined) return;
      const next = filledAt - cost * unitMs(limit);
      if (next > clock().getTime()) fullAt.set(key, next, next);
      else fullAt.delete(key);
    },
  };
}
