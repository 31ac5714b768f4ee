import type { LimitName } from './limits.ts';

/** How much of a limit a request uses, in the shape of an error's `limit`. */
export interface LimitReading {
  readonly name: LimitName;
  readonly max: number;
  /** What was counted. Counting may stop at the first value above `max`. */
  readonly actual: number;
}

/** Whether a request is to be refused for what was counted. */
export function isExceeded({ max, actual }: LimitReading): boolean {
  return actual > max;
}
