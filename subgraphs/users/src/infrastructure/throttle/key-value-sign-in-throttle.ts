import { networkPrefix } from '@veza/guard';
import { err, ok, type Clock, type Result } from '@veza/kernel';
import type { KeyValue, RateLimit, RateLimiter } from '@veza/key-value';
import type { RateLimited } from '../../application/refusal.ts';
import type { SignInAttempt, SignInThrottle } from '../../application/throttle.ts';
import { signInDelayMs } from '../../domain/sign-in-delay.ts';

const FORGET_FAILURES_MS = 3_600_000;
const KNOWN_DEVICE_MS = 30 * 86_400_000;

/** What the throttle works with. */
export interface SignInThrottleOptions {
  readonly keyValue: KeyValue;
  readonly rateLimiter: RateLimiter;
  readonly knownDevice: RateLimit;
  /** Keyed digest, so that no key of the store names a person or an address. */
  readonly blind: (text: string) => string;
  readonly clock: Clock;
}

/**
 * Counts attempts for each identifier and puts a gate behind each one from the fifth on: whoever finds it closed must wait.
 * The count comes first, so a hundred attempts at once are a hundred counts. A refused attempt is taken back, so that nobody can
 * make the wait of somebody else longer by hammering. An address that got in within 30 days has a bucket of its own instead.
 */
export function keyValueSignInThrottle(options: SignInThrottleOptions): SignInThrottle {
  const { keyValue, rateLimiter, knownDevice, blind, clock } = options;
  const key = (kind: string, ...parts: readonly string[]) => `veza:users:sign-in:${kind}:${blind(parts.join('\n'))}`;
  const deviceKey = ({ identifier, address }: SignInAttempt) =>
    address === undefined ? undefined : key('known', identifier, networkPrefix(address));

  const admitKnown = async (device: string): Promise<Result<void, RateLimited>> => {
    const { allowed, retryAfterMs } = await rateLimiter.take(`${device}:bucket`, 1, knownDevice);
    return allowed ? ok(undefined) : err({ code: 'RATE_LIMITED', retryAfterMs });
  };

  const admitUnknown = async (identifier: string): Promise<Result<void, RateLimited>> => {
    const counter = key('attempts', identifier);
    const delayMs = signInDelayMs(await keyValue.increment(counter, 1, FORGET_FAILURES_MS));
    if (delayMs === 0) return ok(undefined);
    const gate = key('gate', identifier);
    const now = clock().getTime();
    if (await keyValue.set(gate, String(now + delayMs), { ttlMs: delayMs, ifAbsent: true })) return ok(undefined);
    await keyValue.increment(counter, -1, FORGET_FAILURES_MS);
    const opensAt = Number((await keyValue.get(gate)) ?? now);
    return err({ code: 'RATE_LIMITED', retryAfterMs: Math.max(opensAt - now, 1) });
  };

  return {
    async admit(attempt) {
      const device = deviceKey(attempt);
      const isKnown = device !== undefined && (await keyValue.get(device)) !== null;
      return isKnown ? admitKnown(device) : admitUnknown(attempt.identifier);
    },
    async succeeded(attempt) {
      const device = deviceKey(attempt);
      await Promise.all([
        keyValue.delete(key('attempts', attempt.identifier)),
        keyValue.delete(key('gate', attempt.identifier)),
        device !== undefined && keyValue.set(device, '1', { ttlMs: KNOWN_DEVICE_MS }),
      ]);
    },
  };
}
