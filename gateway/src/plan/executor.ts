import type { PlanAnswer, PlanRequest } from './plan-answer.ts';
import type { SubscriptionPlan } from './subscription-plan.ts';

export type { PlanAnswer, PlanRequest } from './plan-answer.ts';

/** A planned and compiled operation. Immutable, shared by every request with the same text. */
export interface ExecutablePlan {
  /** Requests to subgraphs in the plan, conditions taken as met. */
  readonly fetchCount: number;
  /** Runs a query or mutation. Never rejects for what a subgraph does: that is in `errors`. */
  execute(request: PlanRequest): Promise<PlanAnswer>;
  /** The parts of a subscription; undefined for queries and mutations. */
  readonly subscription: SubscriptionPlan | undefined;
}

/** Plans operations of one supergraph. */
export interface PlanExecutor {
  /**
   * Single-flight per operation and labels.
   * @param operation one validated operation with the fragments it needs, as text
   * @param labels of `@override` that hold; none unless given
   */
  prepare(operation: string, labels?: readonly string[]): Promise<ExecutablePlan>;
  close(): Promise<void>;
}
