import type { GraphQLFormattedError, OperationTypeNode } from 'graphql';
import type { OperationCost } from '../guard/cost.ts';
import type { PageCheck } from '../guard/pages.ts';
import type { ExecutablePlan } from '../plan/executor.ts';
import type { RootField } from '../supergraph/root-fields.ts';
import type { JsonObject } from '../transport/port.ts';
import type { CoerceVariables } from './variables.ts';

/** Everything that is known of an operation before its variables are: made once for each text, used by every request. */
export interface Prepared {
  readonly kind: OperationTypeNode;
  /** For logs and metrics: its first 64 characters, because clients choose it. */
  readonly operationName: string | undefined;
  /** `sha256:` and the hex digest of the text; what logs may say of a document. */
  readonly documentHash: string;
  /** The root fields it selects, without introspection. */
  readonly rootFields: readonly RootField[];
  /** Whether it asks for `__schema` or `__type`. */
  readonly introspects: boolean;
  readonly coerceVariables: CoerceVariables;
  /** Constants of the document, by the variables that stand for them. */
  readonly literals: JsonObject;
  readonly pages: PageCheck;
  readonly cost: OperationCost;
  /** Plans at the first call. @throws GraphQLError COST_LIMIT_EXCEEDED for a plan with too many fetches, OVERLOADED */
  plan(): Promise<ExecutablePlan>;
}

/** What became of a document: fit to run, or refused for one or more reasons; those are plain, so that they do not keep the document. */
export type Preparation =
  | { readonly ok: true; readonly prepared: Prepared }
  | { readonly ok: false; readonly errors: readonly GraphQLFormattedError[] };
