import type { Tracing } from '@veza/telemetry';
import type { OperationContext } from '../pipeline/context.ts';
import type { ExecutablePlan } from '../plan/executor.ts';

/** The plan of an operation; where operations are traced, the wait for it is a part of the trace. Rejects as `Prepared.plan` does. */
export async function planOf({ prepared, span }: OperationContext, tracing: Tracing | undefined): Promise<ExecutablePlan> {
  if (!tracing || !span) return prepared!.plan();
  const wait = tracing.start('graphql.plan', { kind: 'internal', parent: span.traceparent });
  try {
    const plan = await prepared!.plan();
    wait.note({ 'veza.fetches': plan.fetchCount });
    wait.end();
    return plan;
  } catch (error) {
    wait.end('refused');
    throw error;
  }
}
