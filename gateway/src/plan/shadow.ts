import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '@veza/kernel';
import { counter, type Log, type Metrics } from '@veza/telemetry';
import type { GraphQLFormattedError } from 'graphql';
import { canceller } from '../transport/cancellation.ts';
import type { ExecutablePlan, PlanAnswer, PlanRequest } from './executor.ts';
import type { OwnPlanExecutor } from './own.ts';

/** How much is compared, and who is told. */
export interface ShadowOptions {
  /** Queries of a hundred that are run a second time. */
  readonly percent: number;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** What a comparison told. `skipped`: there was no time for it. */
type ShadowOutcome = 'equal' | 'different' | 'failed' | 'skipped';

/** Compares what two executors make of the same queries. */
export type Shadow = (own: OwnPlanExecutor, reference: OwnPlanExecutor) => OwnPlanExecutor;

/** Comparisons at the same time; queries beyond are not compared, so that a shadow never is most of the work. */
const MAX_RUNNING = 2;
/** For the second run. Milliseconds. */
const TIMEOUT_MS = 10_000;
/** Longer answers would hold up the event loop while they are compared. Characters. */
const MAX_COMPARED_LENGTH = 256 * 1024;

const isQuery = (operation: string): boolean => !/^\s*(?:mutation|subscription)\b/.test(operation);

/** What a client can tell errors apart by. */
const told = (errors: readonly GraphQLFormattedError[]): readonly string[] =>
  [...new Set(errors.map(({ path = [], extensions = {} }) => JSON.stringify([path, extensions['code']])))].toSorted();

/** The order of names is no difference: the reference has its own. */
function outcomeOf(own: PlanAnswer, reference: PlanAnswer): ShadowOutcome {
  const isSame = isDeepStrictEqual(told(own.errors), told(reference.errors));
  return isSame && isDeepStrictEqual(JSON.parse(own.dataJson), JSON.parse(reference.dataJson)) ? 'equal' : 'different';
}

/**
 * Answers with one executor and runs a share of the queries again with another one, after they were answered, to compare. A difference is
 * counted and logged by the hash of the operation; data may have changed between the two. Mutations and subscriptions run once.
 */
export function shadowed({ percent, random, clock, log, metrics }: ShadowOptions): Shadow {
  const help = 'Queries that were run a second time by the reference executor, by what the comparison told';
  const comparisons = counter(metrics, { name: 'veza_shadow_total', help, labels: ['outcome'] });
  let running = 0;

  return (own, reference) => {
    const compare = async (
      operation: string,
      labels: readonly string[],
      request: PlanRequest,
      answer: PlanAnswer,
    ): Promise<ShadowOutcome> => {
      const plan = await reference.prepare(operation, labels);
      const meta = { ...request.meta, deadlineAt: clock().getTime() + TIMEOUT_MS, signal: canceller() };
      const outcome = outcomeOf(answer, await plan.execute({ ...request, meta }));
      const hash = createHash('sha256').update(operation).digest('hex');
      if (outcome === 'different') log.warn('shadow.different', { operation: `sha256:${hash}`, requestId: request.meta.requestId });
      return outcome;
    };
    const run = async (operation: string, labels: readonly string[], request: PlanRequest, answer: PlanAnswer): Promise<void> => {
      running += 1;
      const failed = (error: unknown): ShadowOutcome => {
        log.warn('shadow.failed', { error, requestId: request.meta.requestId });
        return 'failed';
      };
      comparisons.inc({ outcome: await compare(operation, labels, request, answer).catch(failed) });
      running -= 1;
    };
    const compared = (plan: ExecutablePlan, operation: string, labels: readonly string[]): ExecutablePlan => ({
      ...plan,
      async execute(request) {
        const answer = await plan.execute(request);
        if (random() * 100 >= percent) return answer;
        if (running >= MAX_RUNNING || answer.dataJson.length > MAX_COMPARED_LENGTH) comparisons.inc({ outcome: 'skipped' });
        else setImmediate(() => void run(operation, labels, request, answer));
        return answer;
      },
    });
    const plans = new WeakMap<ExecutablePlan, ExecutablePlan>();

    return {
      ready: Promise.all([own.ready, reference.ready]).then(() => undefined),
      async prepare(operation, labels = []) {
        const plan = await own.prepare(operation, labels);
        if (!isQuery(operation)) return plan;
        const known = plans.get(plan) ?? compared(plan, operation, labels);
        plans.set(plan, known);
        return known;
      },
      async close() {
        await Promise.all([own.close(), reference.close()]);
      },
    };
  };
}
