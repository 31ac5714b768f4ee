import type { GraphQLFormattedError } from 'graphql';
import type { PlanAnswer } from '../plan/executor.ts';
import type { LiveOperation } from './live-operation.ts';
import type { AnswerExtensions, Throttle } from './throttle.ts';

/** Which step refused an operation: who asks, what the document says, a rule about the operation, or the start of its execution. */
export type RefusalStage = 'identity' | 'document' | 'operation' | 'execution';

/** An error before or after masking. */
export type AnyError = Error | GraphQLFormattedError;

/** What every transport tells beside data and errors. */
interface Told {
  /** Absent where nobody is limited. */
  readonly throttle?: Throttle;
}

/** The operation did not run: there is no `data`. */
export interface Refused extends Told {
  readonly kind: 'refused';
  readonly stage: RefusalStage;
  /** At least one. */
  readonly errors: readonly AnyError[];
  readonly extensions?: AnswerExtensions;
}

/** An answer and what is told of it. */
export interface OperationAnswer extends PlanAnswer {
  readonly extensions?: AnswerExtensions;
}

/** A query or mutation ran. */
export interface Answered extends Told {
  readonly kind: 'answered';
  readonly answer: OperationAnswer;
}

/** A subscription may start: the transport joins a group with it. It may still be refused then. */
export interface Streaming extends Told {
  readonly kind: 'streaming';
  readonly operation: LiveOperation;
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
