import type { Plugin } from '@envelop/core';
import type { OperationContext } from '../pipeline/context.ts';
import { operationPriority, type PriorityOf } from '../overload/priority.ts';
import type { Shedding } from '../overload/shedding.ts';
import { refuseWhen } from './refuse-when.ts';

/** Refuses operations that are not important enough for what there is to do, on every transport alike. */
export function useLoadShedding({ refusalOf }: Shedding, priorityOf: PriorityOf): Plugin<OperationContext> {
  return refuseWhen(({ prepared }) => {
    const refusal = prepared && refusalOf(operationPriority(prepared, priorityOf), 'operation');
    return refusal && [refusal];
  });
}
