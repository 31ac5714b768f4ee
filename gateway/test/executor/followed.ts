import type { PlanAnswer, PlanRequest } from '../../src/plan/executor.ts';
import type { SubscriptionPlan } from '../../src/plan/subscription-plan.ts';
import { abortSignalOf } from '../../src/transport/cancellation.ts';
import { inOrder } from './in-order.ts';

const WINDOW = 32;

/** The answers to one client of a subscription of its own, put together from the parts of its plan. */
export function followed(plan: SubscriptionPlan, request: PlanRequest): AsyncIterable<PlanAnswer> {
  return {
    [Symbol.asyncIterator]() {
      const stop = new AbortController();
      const meta = { ...request.meta, signal: AbortSignal.any([abortSignalOf(request.meta.signal), stop.signal]) };
      const source = plan.open({ ...request, meta }, plan.afterOf(request.variables));
      const answers = inOrder(source, WINDOW, (event) => plan.render(event, { ...request, meta }));
      return {
        async next() {
          try {
            return await answers.next();
          } catch (error) {
            stop.abort();
            throw error;
          }
        },
        return() {
          stop.abort();
          return Promise.resolve({ done: true, value: undefined });
        },
      };
    },
  };
}
