export { inProcessKeyValue } from './key-value.ts';
export { inProcessRateLimiter } from './rate-limiter.ts';
