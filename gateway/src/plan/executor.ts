import type { DocumentNode, GraphQLFormattedError } from 'graphql';
import type { CallMeta, JsonObject } from '../transport/port.ts';
import type { SubscriptionPlan } from './subscription-plan.ts';

/** A request whose variables are coerced and whose caller is known. */
export interface PlanRequest {
  readonly variables: JsonObject;
  readonly meta: CallMeta;
}

/** An answer, its data already JSON text: it is written once and sent as it is. */
export interface PlanAnswer {
  /** Text of the `data` entry; `null` as text when a null bubbled to the top. */
  readonly dataJson: string;
  readonly errors: readonly GraphQLFormattedError[];
  /** Entity objects delivered, for the actual cost. */
  readonly objectCount: number;
}

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
  /** Single-flight per document. @param document one validated operation with the fragments it needs */
  prepare(document: DocumentNode): Promise<ExecutablePlan>;
  close(): Promise<void>;
}
