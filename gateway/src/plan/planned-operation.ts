import type { ReducedIntrospection } from './own/introspection.ts';
import type { WriterProgram } from './own/writer/writer-program.ts';
import type { QueryPlan } from './query-plan.ts';

/** An operation as it was planned, and everything that takes long to make of it. Plain data, which can leave a thread and lie on disk. */
export interface PlannedOperation {
  readonly queryPlan: QueryPlan;
  /** The operation with its fragments, every name in it standing for one thing only. */
  readonly text: string;
  /** The name that the client expects, for each name that took its place. */
  readonly clientNames: readonly (readonly [name: string, clientName: string])[];
  /** Names under which the fields of the text are answered. */
  readonly answeredNames: readonly string[];
  /** What of it asks for the schema itself; absent when nothing does. */
  readonly introspection?: ReducedIntrospection;
  readonly writer: WriterProgram;
}
