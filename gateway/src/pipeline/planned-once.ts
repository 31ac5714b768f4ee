import { graphqlError } from '@veza/graphql';
import type { ExecutablePlan, PlanExecutor } from '../plan/executor.ts';

/**
 * Plans an operation at the first call and keeps the plan. A failure is not kept: the next request tries again.
 * @param operation normalised, with the fragments it needs
 * @param maxFetches requests to subgraphs that a plan may hold; beyond, the operation costs too much whatever its variables are
 */
export function plannedOnce(executor: PlanExecutor, operation: string, maxFetches: number): () => Promise<ExecutablePlan> {
  let planned: Promise<ExecutablePlan> | undefined;
  const plan = async (): Promise<ExecutablePlan> => {
    const executable = await executor.prepare(operation);
    if (executable.fetchCount <= maxFetches) return executable;
    const limit = { name: 'fetches', max: maxFetches, actual: executable.fetchCount };
    throw graphqlError('COST_LIMIT_EXCEEDED', `The operation needs more than ${maxFetches} requests to subgraphs.`, { limit });
  };
  return () => {
    planned ??= plan().catch((error: unknown) => {
      planned = undefined;
      throw error;
    });
    return planned;
  };
}
