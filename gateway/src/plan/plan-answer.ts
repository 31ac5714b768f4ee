import type { GraphQLFormattedError } from 'graphql';
import type { CallMeta, JsonObject } from '../transport/port.ts';

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
