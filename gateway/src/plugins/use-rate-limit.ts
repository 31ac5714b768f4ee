import type { Plugin } from '@envelop/core';
import { graphqlError } from '@veza/graphql';
import type { RateDecision } from '@veza/key-value';
import type { Log } from '@veza/telemetry';
import type { GraphQLError } from 'graphql';
import type { OperationContext } from '../pipeline/context.ts';
import type { Settle } from '../pipeline/engine.ts';
import type { Outcome } from '../pipeline/outcome.ts';
import type { CostExtension, Throttle } from '../pipeline/throttle.ts';
import { buckets, type Bucket } from './buckets.ts';
import type { RateLimits } from './rate-limits.ts';
import { refuseWhen } from './refuse-when.ts';

/** An operation that asks for no object still takes a point: it is parsed, checked and answered. */
const LEAST_POINTS = 1;

/** What the limits work with. */
export interface RateLimitOptions {
  readonly limits: RateLimits;
  /** Whether this machine may ask as much as it likes without a token. */
  readonly isLoopbackExempt: boolean;
  readonly log: Log;
}

/** The two halves: what an operation may cost is taken before it runs, and what it did not cost is given back when it is answered. */
export interface RateLimiting {
  readonly plugin: Plugin<OperationContext>;
  readonly settle: Settle;
}

const throttleOf = (
  { limit: { capacity, refillPerSecond } }: Bucket,
  { remaining, resetMs }: Pick<RateDecision, 'remaining' | 'resetMs'>,
) => ({
  capacity,
  refillPerSecond,
  remaining,
  resetMs,
});

/** What is there once points have come back. */
function refilled(throttle: Throttle, points: number): Throttle {
  const { capacity, remaining, refillPerSecond, resetMs } = throttle;
  return {
    ...throttle,
    remaining: Math.min(capacity, remaining + points),
    resetMs: Math.max(0, resetMs - (points * 1000) / refillPerSecond),
  };
}

/** Points that an answered operation did cost: its objects, and what is spent whatever comes back. */
function spentPoints({ prepared, variables }: OperationContext, objects: number, taken: number): number {
  const fixed = prepared && variables ? prepared.cost.fixed(variables) : 0;
  return Math.min(taken, Math.max(LEAST_POINTS, objects + fixed));
}

function costExtension(requested: number, actual: number, { capacity, remaining, refillPerSecond }: Throttle): CostExtension {
  return {
    requestedQueryCost: requested,
    actualQueryCost: actual,
    throttleStatus: { maximumAvailable: capacity, currentlyAvailable: remaining, restoreRate: refillPerSecond },
  };
}

/**
 * Limits what one person, or one network without a token, may ask over time. Where the limiter cannot be reached operations run
 * unlimited: reading is not worth an outage.
 */
export function rateLimiting({ limits, isLoopbackExempt, log }: RateLimitOptions): RateLimiting {
  const { limiter } = limits;
  const bucketOf = buckets(limits, isLoopbackExempt);

  const decide = async ({ key, limit, isExempt }: Bucket, points: number): Promise<RateDecision | undefined> => {
    if (isExempt) return { allowed: true, remaining: limit.capacity, retryAfterMs: 0, resetMs: 0 };
    try {
      return await limiter.take(key, points, limit);
    } catch (error) {
      log.warn('rate-limit.unavailable', { error });
      return undefined;
    }
  };
  const giveBack = ({ key, limit, isExempt }: Bucket, points: number): void => {
    if (isExempt || points <= 0) return;
    limiter.refund(key, points, limit).catch((error: unknown) => log.warn('rate-limit.unavailable', { error }));
  };
  const take = async (context: OperationContext): Promise<readonly GraphQLError[] | undefined> => {
    if (context.origin.isPaid) return undefined;
    const bucket = bucketOf(context);
    const points = Math.min(Math.max(LEAST_POINTS, context.cost ?? 0), bucket.limit.capacity);
    const decision = await decide(bucket, points);
    if (!decision) return undefined;
    context.throttle = throttleOf(bucket, decision);
    if (decision.allowed) {
      context.takenPoints = points;
      return undefined;
    }
    const { retryAfterMs } = decision;
    return [graphqlError('RATE_LIMITED', `The operation costs ${points} points, more than there are left.`, { retryAfterMs })];
  };
  const peek = async (context: OperationContext): Promise<Throttle | undefined> => {
    const bucket = bucketOf(context);
    const decision = await decide(bucket, 0);
    return decision && throttleOf(bucket, decision);
  };
  const settleAnswer = (outcome: Extract<Outcome, { kind: 'answered' }>, context: OperationContext, taken: number, throttle: Throttle) => {
    const spent = spentPoints(context, outcome.answer.objectCount, taken);
    giveBack(bucketOf(context), taken - spent);
    const left = refilled(throttle, taken - spent);
    const { dataJson, errors, objectCount } = outcome.answer;
    const extensions = { cost: costExtension(taken, spent, left) };
    return { kind: outcome.kind, throttle: left, answer: { dataJson, errors, objectCount, extensions } };
  };

  return {
    plugin: refuseWhen(take),
    async settle(outcome, context) {
      const { cost, takenPoints } = context;
      const throttle = context.throttle ?? (await peek(context));
      if (!throttle) return outcome;
      if (outcome.kind === 'answered' && takenPoints !== undefined) return settleAnswer(outcome, context, takenPoints, throttle);
      if (outcome.kind !== 'refused' || cost === undefined) return { ...outcome, throttle };
      return { ...outcome, throttle, extensions: { cost: costExtension(Math.max(LEAST_POINTS, cost), takenPoints ?? 0, throttle) } };
    },
  };
}
