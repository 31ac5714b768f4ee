import { isLoopback, networkPrefix } from '@veza/guard';
import type { RateLimit } from '@veza/key-value';
import type { OperationContext } from '../pipeline/context.ts';
import type { RateLimits } from './rate-limits.ts';

/** Where the points of one operation come from. */
export interface Bucket {
  readonly key: string;
  readonly limit: RateLimit;
  /** Whether nothing is ever taken from it. */
  readonly isExempt: boolean;
}

/** Finds the bucket of an operation. */
export type BucketOf = (context: Pick<OperationContext, 'caller' | 'origin'>) => Bucket;

/**
 * A person pays from their own bucket wherever they are; everybody without a token from the one of their network.
 * @param isLoopbackExempt whether this machine may ask as much as it likes without a token: for development
 */
export function buckets({ user, anonymous }: Omit<RateLimits, 'limiter'>, isLoopbackExempt: boolean): BucketOf {
  return ({ caller, origin }) => {
    if (caller.kind === 'user') return { key: `veza:gateway:points:user:${caller.userId}`, limit: user, isExempt: false };
    const { clientAddress } = origin;
    const network = clientAddress === undefined ? 'unknown' : networkPrefix(clientAddress);
    const isExempt = isLoopbackExempt && clientAddress !== undefined && isLoopback(clientAddress);
    return { key: `veza:gateway:points:network:${network}`, limit: anonymous, isExempt };
  };
}
