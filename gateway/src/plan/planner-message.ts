/** To the planner's thread: plan this operation. */
export interface PlannerRequest {
  readonly id: number;
  /** Text of one operation with the fragments it needs. */
  readonly operation: string;
}

/** From the planner's thread. */
export type PlannerReply =
  | { readonly kind: 'ready' }
  /** `plan` is the JSON text of a `QueryPlan`. */
  | { readonly kind: 'planned'; readonly id: number; readonly plan: string }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
