export type { KeyValue } from './key-value.ts';
export type { RateDecision, RateLimit, RateLimiter } from './rate-limiter.ts';
