import type { RateLimit, RateLimiter } from '@veza/key-value';

/** How much may be asked of the gateway, by points of static cost, and who counts it. */
export interface RateLimits {
  readonly limiter: RateLimiter;
  /** Of one person, whatever the number of their devices. */
  readonly user: RateLimit;
  /** Of everybody without a token in one network: an IPv4 address, or 64 bits of IPv6. */
  readonly anonymous: RateLimit;
}

const RATE = /^([1-9]\d{0,9})\/([1-9]\d{0,9})$/;

/** Reads `20000/500`: 20,000 points at most, of which 500 come back each second. Undefined for anything else. */
export function rateOf(text: string): RateLimit | undefined {
  const [, capacity, refillPerSecond] = RATE.exec(text) ?? [];
  return capacity === undefined ? undefined : { capacity: Number(capacity), refillPerSecond: Number(refillPerSecond) };
}

/** What holds unless something else is configured. @see security.md 8 */
export const DEFAULT_RATES = {
  user: { capacity: 20_000, refillPerSecond: 500 },
  anonymous: { capacity: 10_000, refillPerSecond: 100 },
} as const satisfies Omit<RateLimits, 'limiter'>;
