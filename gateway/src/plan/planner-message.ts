import type { DocumentToRead } from '../pipeline/document-reading.ts';
import type { JsonObject } from '../transport/port.ts';

/** What the planner's thread can do. */
export type PlannerJob =
  /** Read a text that a client wants to run; answers the JSON of a `DocumentReading`. */
  | { readonly kind: 'read'; readonly document: DocumentToRead }
  /** Plan an operation; answers the JSON of a `PlannedOperation`. `labels` of `@override` hold, others do not; absent where none does. */
  | { readonly kind: 'plan'; readonly operation: string; readonly labels?: readonly string[] }
  /** Answer what an operation asks of the schema itself; answers the JSON of an object: JSON texts by response name. */
  | { readonly kind: 'introspect'; readonly query: string; readonly variables: JsonObject };

/** A supergraph in pieces, each of which is read in no time. */
export interface SupergraphDefinitions {
  /** Those of the SDL itself. */
  readonly supergraph: readonly string[];
  /** Those of the schema that clients see, as SDL. */
  readonly api: readonly string[];
}

/** To the planner's thread. */
export interface PlannerRequest {
  readonly id: number;
  readonly job: PlannerJob;
}

/** From the planner's thread. */
export type PlannerReply =
  | { readonly kind: 'ready'; readonly definitions: SupergraphDefinitions }
  | { readonly kind: 'done'; readonly id: number; readonly result: string }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
