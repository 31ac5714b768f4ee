import type { Limits } from '@veza/guard';
import type { GraphQLFormattedError, OperationTypeNode } from 'graphql';
import type { CostTree } from '../guard/cost-tree.ts';
import type { PageOfField } from '../guard/pages.ts';
import type { JsonObject } from '../transport/port.ts';
import type { VariableReading } from './variables.ts';

/** A text that somebody wants to run, and what it is held to. Plain data, which can enter a thread. */
export interface DocumentToRead {
  readonly text: string;
  /** The operation to run, where the text holds several. */
  readonly operationName: string | undefined;
  readonly limits: Limits;
  /** Whether messages may not help to guess names of the schema. */
  readonly hideSuggestions: boolean;
}

/** What is known of a valid operation before its variables are. Plain data, which can leave a thread. */
export interface OperationReading {
  readonly ok: true;
  readonly kind: OperationTypeNode;
  readonly operationName?: string;
  /** Names of the fields at its root, fragments unfolded. */
  readonly rootNames: readonly string[];
  readonly variables: readonly VariableReading[];
  /** The operation in the form that is planned, with the fragments it needs. */
  readonly normalised: string;
  /** Constants of the document, by the variables that stand for them. Never logged. */
  readonly literals: JsonObject;
  readonly pages: readonly PageOfField[];
  readonly cost: CostTree;
  /** Labels of `@override` on which it depends who answers; none where nothing is being moved. */
  readonly overrideLabels: readonly string[];
}

/** What reading a text told: a valid operation, or why it is refused. */
export type DocumentReading = OperationReading | { readonly ok: false; readonly errors: readonly GraphQLFormattedError[] };
