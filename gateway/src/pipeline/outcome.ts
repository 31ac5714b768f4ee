import type { GraphQLFormattedError } from 'graphql';
import type { PlanAnswer } from '../plan/executor.ts';

/** Which step refused an operation: who asks, what the document says, a rule about the operation, or the start of its execution. */
export type RefusalStage = 'identity' | 'document' | 'operation' | 'execution';

/** An error before or after masking. */
export type AnyError = Error | GraphQLFormattedError;

/** The operation did not run: there is no `data`. */
export interface Refused {
  readonly kind: 'refused';
  readonly stage: RefusalStage;
  /** At least one. */
  readonly errors: readonly AnyError[];
}

/** A query or mutation ran. */
export interface Answered {
  readonly kind: 'answered';
  readonly answer: PlanAnswer;
}

/** A subscription runs: one answer for each event, in order. It may still be refused when its first event is asked for. */
export interface Streaming {
  readonly kind: 'streaming';
  readonly events: AsyncIterable<PlanAnswer>;
}

/** How an operation went. */
export type Outcome = Refused | Answered | Streaming;

/** Refuses an operation. */
export function refused(stage: RefusalStage, errors: readonly AnyError[]): Refused {
  return { kind: 'refused', stage, errors };
}

/** The errors that are known of an outcome when it is made. */
export function errorsOf(outcome: Outcome): readonly AnyError[] {
  if (outcome.kind === 'refused') return outcome.errors;
  return outcome.kind === 'answered' ? outcome.answer.errors : [];
}
