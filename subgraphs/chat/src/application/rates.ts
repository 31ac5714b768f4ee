import type { RateLimiter } from '@veza/key-value';
import type { ChannelId } from '../domain/channel.ts';
import type { CommunityId, UserId } from '../domain/community.ts';
import type { RateLimited } from '../domain/failure.ts';
import type { WebhookId } from '../domain/webhook.ts';
import type { ChatRates } from '../domain/limits.ts';

/** Whose permits are counted; in a community each manager has their own. */
type RateHolder = UserId | ChannelId | WebhookId | `${UserId}:${CommunityId}`;

/** Takes one permit of a rate; answers the refusal when there is none. */
export type RateTaker = (what: keyof ChatRates, who: RateHolder) => Promise<RateLimited | undefined>;

/** Permits by what is done and by whom, from one rate limiter. A rate of capacity 0 is off. */
export function rateTaker(rateLimiter: RateLimiter, rates: ChatRates): RateTaker {
  return async (what, who) => {
    const rate = rates[what];
    if (rate.capacity === 0) return undefined;
    const { allowed, retryAfterMs } = await rateLimiter.take(keyOf(what, who), 1, rate);
    return allowed ? undefined : { code: 'RATE_LIMITED', retryAfterMs };
  };
}

/** Gives a permit back that was not used. */
export type RateReturner = (what: keyof ChatRates, who: UserId | ChannelId) => Promise<void>;

/** Gives permits back to the same rate limiter. */
export function rateReturner(rateLimiter: RateLimiter, rates: ChatRates): RateReturner {
  return async (what, who) => {
    const rate = rates[what];
    if (rate.capacity > 0) await rateLimiter.refund(keyOf(what, who), 1, rate);
  };
}

function keyOf(what: keyof ChatRates, who: RateHolder): string {
  return `veza:chat:${what}:${who}`;
}
