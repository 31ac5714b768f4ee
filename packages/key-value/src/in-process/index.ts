export { inProcessKeyValue, type InProcessKeyValueOptions } from './in-process-key-value.ts';
export { inProcessRateLimiter, type InProcessRateLimiterOptions } from './in-process-rate-limiter.ts';
