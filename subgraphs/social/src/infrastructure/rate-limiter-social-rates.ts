import { createHash } from 'node:crypto';
import type { KeyValue, RateLimit, RateLimiter } from '@veza/key-value';
import type { SocialAction, SocialRates } from '../application/ports.ts';

const perHour = (count: number): RateLimit => ({ capacity: count, refillPerSecond: count / 3_600 });
const perDay = (count: number): RateLimit => ({ capacity: count, refillPerSecond: count / 86_400 });

/** How often one person may act. */
const LIMITS: Readonly<Record<SocialAction, RateLimit>> = {
  follow: perDay(400),
  block: perHour(100),
  like: perHour(600),
  repost: perHour(100),
  comment: perHour(60),
};
const REPEAT_WINDOW_MS = 10 * 60 * 1_000;
const REPEATS = 2;

/** Limits on one person's actions, in the installation's rate limiter. */
export function rateLimiterSocialRates({
  rateLimiter,
  keyValue,
}: {
  readonly rateLimiter: RateLimiter;
  readonly keyValue: KeyValue;
}): SocialRates {
  return {
    async take(action, userId) {
      const { allowed, retryAfterMs } = await rateLimiter.take(`veza:social:${action}:${userId}`, 1, LIMITS[action]);
      return allowed ? undefined : { code: 'RATE_LIMITED', retryAfterMs };
    },
    async isRepeated(userId, text) {
      const digest = createHash('sha256').update(text.normalize('NFC').trim()).digest('base64url');
      return (await keyValue.increment(`veza:social:said:${userId}:${digest}`, 1, REPEAT_WINDOW_MS)) > REPEATS;
    },
  };
}
