import { isLoopback, networkPrefix } from '@veza/guard';
import { err, ok, type Result } from '@veza/kernel';
import type { RateLimit, RateLimiter } from '@veza/key-value';
import type { RateLimited } from '../../application/refusal.ts';
import type { LimitedAct, Throttle } from '../../application/throttle.ts';
import type { UsersLimits } from './users-limits.ts';

/** What the throttle works with. */
export interface RateLimiterThrottleOptions {
  readonly rateLimiter: RateLimiter;
  readonly limits: UsersLimits;
  /** Keyed digest, so that no key of the store names an address or a person. */
  readonly blind: (text: string) => string;
  /** Whether limits by network address pass over this machine's own. */
  readonly exemptsLoopback: boolean;
}

/** Limits of acts on a `RateLimiter`. When one bucket of several refuses, what the others gave is returned to them. */
export function rateLimiterThrottle({ rateLimiter, limits, blind, exemptsLoopback }: RateLimiterThrottleOptions): Throttle {
  const takeAll = async (name: string, buckets: readonly RateLimit[]): Promise<Result<void, RateLimited>> => {
    const taken: (readonly [key: string, bucket: RateLimit])[] = [];
    for (const [index, bucket] of buckets.entries()) {
      const key = `veza:users:limit:${name}:${index}`;
      const decision = await rateLimiter.take(key, 1, bucket);
      if (!decision.allowed) {
        await Promise.all(taken.map(([from, of]) => rateLimiter.refund(from, 1, of)));
        return err({ code: 'RATE_LIMITED', retryAfterMs: decision.retryAfterMs });
      }
      taken.push([key, bucket]);
    }
    return ok(undefined);
  };

  return {
    take: (act: LimitedAct, subject) => takeAll(`${act}:subject:${blind(subject)}`, limits.perSubject[act] ?? []),
    async takeForAddress(act, address) {
      if (address === undefined || (exemptsLoopback && isLoopback(address))) return ok(undefined);
      return takeAll(`${act}:address:${blind(networkPrefix(address))}`, limits.perAddress[act] ?? []);
    },
  };
}
