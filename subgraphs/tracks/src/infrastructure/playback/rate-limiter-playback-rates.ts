import type { RateLimit, RateLimiter } from '@veza/key-value';
import type { PlaybackRates } from '../../application/playback/ports.ts';

/** Commands of all devices of one person: enough for a slider of volume that somebody moves. */
const COMMANDS: RateLimit = { capacity: 100, refillPerSecond: 20 };

/** Limits on one person's commands, in the installation's rate limiter. */
export function rateLimiterPlaybackRates(rateLimiter: RateLimiter): PlaybackRates {
  return {
    async take(userId) {
      const { allowed, retryAfterMs } = await rateLimiter.take(`veza:tracks:playback:${userId}`, 1, COMMANDS);
      return allowed ? undefined : { code: 'RATE_LIMITED', retryAfterMs };
    },
  };
}
