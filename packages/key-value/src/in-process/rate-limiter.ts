import type { Clock } from '@veza/kernel';
import { checkKey } from '../bounds.ts';
import { gcraTake } from '../gcra.ts';
import type { RateLimiter } from '../rate-limiter.ts';
import { expiringMap } from './expiring-map.ts';

const ENTRY_LIMIT = 100_000;

/** Buckets of one process, full again after a restart. */
export function inProcessRateLimiter({ clock }: { readonly clock: Clock }): RateLimiter {
  const arrivals = expiringMap<number>(clock, ENTRY_LIMIT);
  const keep = (key: string, arrivalAt: number, now: number) => {
    if (arrivalAt > now) arrivals.set(key, arrivalAt, arrivalAt - now);
    else arrivals.delete(key);
  };
  return {
    async take(key, cost, limit) {
      checkKey(key);
      const now = clock().getTime();
      const { decision, arrivalAt } = gcraTake(arrivals.get(key) ?? 0, now, cost, limit);
      keep(key, arrivalAt, now);
      return decision;
    },
    async refund(key, cost, { refillPerSecond }) {
      const arrivalAt = arrivals.get(key);
      if (arrivalAt !== undefined) keep(key, arrivalAt - (cost * 1_000) / refillPerSecond, clock().getTime());
    },
  };
}
