import { graphqlError } from '@veza/graphql';
import type { ExecutablePlan, PlanExecutor } from '../plan/executor.ts';

/** What a plan is held to, and depends on. */
export interface PlannedOnceOptions {
  /** Requests to subgraphs that a plan may hold; beyond, the operation costs too much whatever its variables are. */
  readonly maxFetches: number;
  /** Decides at each call which labels of `@override` hold. */
  readonly labels: () => readonly string[];
}

/**
 * Plans an operation at the first call and keeps the plan, one for each set of labels. A failure is not kept: the next request tries again.
 * @param operation normalised, with the fragments it needs
 */
export function plannedOnce(
  executor: PlanExecutor,
  operation: string,
  { maxFetches, labels }: PlannedOnceOptions,
): () => Promise<ExecutablePlan> {
  const planned = new Map<string, Promise<ExecutablePlan>>();
  const plan = async (holding: readonly string[]): Promise<ExecutablePlan> => {
    const executable = await executor.prepare(operation, holding);
    if (executable.fetchCount <= maxFetches) return executable;
    const limit = { name: 'fetches', max: maxFetches, actual: executable.fetchCount };
    throw graphqlError('COST_LIMIT_EXCEEDED', `The operation needs more than ${maxFetches} requests to subgraphs.`, { limit });
  };
  return () => {
    const holding = labels();
    const key = holding.join(' ');
    const known = planned.get(key);
    if (known) return known;
    const made = plan(holding).catch((error: unknown) => {
      planned.delete(key);
      throw error;
    });
    planned.set(key, made);
    return made;
  };
}
