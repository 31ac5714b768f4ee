import { counter, type Metrics, type Tracing } from '@veza/telemetry';
import type { ExecutablePlan } from '../plan/executor.ts';
import type { OperationContext } from './context.ts';
import type { Prepared } from './prepared.ts';

/** The plan of an operation that has passed the guard. Rejects as `Prepared.plan` does. */
export type PlanSource = (context: OperationContext) => Promise<ExecutablePlan>;

/**
 * Asks for plans, and counts how many were there already. Where operations are traced, the wait for a plan is a part of the trace.
 * @param tracing without one nothing is traced
 */
export function planSource(metrics: Metrics, tracing: Tracing | undefined): PlanSource {
  const cache = counter(metrics, {
    name: 'veza_plan_cache_total',
    help: 'Operations by whether their plan was there',
    labels: ['outcome'],
  });
  const planned = new WeakSet<Prepared>();

  const counted = async (prepared: Prepared): Promise<ExecutablePlan> => {
    const isThere = planned.has(prepared);
    cache.inc({ outcome: isThere ? 'hit' : 'miss' });
    const plan = await prepared.plan();
    if (!isThere) planned.add(prepared);
    return plan;
  };
  if (!tracing) return ({ prepared }) => counted(prepared!);
  return async ({ prepared, span }) => {
    const wait = tracing.start('graphql.plan', { kind: 'internal', parent: span?.traceparent });
    try {
      const plan = await counted(prepared!);
      wait.note({ 'veza.fetches': plan.fetchCount });
      wait.end();
      return plan;
    } catch (error) {
      wait.end('refused');
      throw error;
    }
  };
}
