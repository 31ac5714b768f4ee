import type { SubscriptionPlan } from '../plan/subscription-plan.ts';
import type { CallMeta, JsonObject } from '../transport/port.ts';
import type { OperationRequest, RequestOrigin } from './context.ts';

/** A subscription that may start. Nothing has been asked of a subgraph yet: whoever carries it to the client joins a group with it. */
export interface LiveOperation {
  /** As the client sent it and as it came in, to be prepared anew when the supergraph changes. */
  readonly request: OperationRequest;
  readonly origin: RequestOrigin;
  readonly plan: SubscriptionPlan;
  /** Coerced, with the literals of the document among them. */
  readonly variables: JsonObject;
  readonly meta: CallMeta;
  /** Lets go of the supergraph on which it was prepared. Called once by whoever takes it up, when it is over. */
  release(): void;
}
