import type { Plugin } from '@envelop/core';
import { graphqlError } from '@veza/graphql';
import type { OperationContext } from '../pipeline/context.ts';
import { refuseWhen } from './refuse-when.ts';

/** Refuses an operation whose static cost is above the limit, and says what would make it pass. @param max points */
export function useCostLimit(max: number): Plugin<OperationContext> {
  return refuseWhen((context) => {
    const { prepared, variables } = context;
    if (!prepared || !variables) return undefined;
    context.cost = prepared.cost.of(variables);
    if (context.cost <= max) return undefined;
    const cost = prepared.cost.explain(variables, max);
    return [graphqlError('COST_LIMIT_EXCEEDED', `The operation costs ${cost.requested} points, more than the ${max} allowed.`, { cost })];
  });
}
