import { createHash } from 'node:crypto';
import { graphqlError } from '@veza/graphql';
import type { Limits } from '@veza/guard';
import {
  getOperationAST,
  GraphQLError,
  Kind,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { operationCost } from '../guard/cost.ts';
import { documentProblems, parseWithin } from '../guard/document-rules.ts';
import { pageCheck } from '../guard/pages.ts';
import { pace, type Pause } from '../pace.ts';
import type { PlanExecutor } from '../plan/executor.ts';
import type { GatewayState } from '../supergraph/state.ts';
import { normalise } from './normalise.ts';
import { plannedOnce } from './planned-once.ts';
import type { Preparation, Prepared } from './prepared.ts';
import { variableCoercion } from './variables.ts';

/** What a document is prepared with. */
export interface PreparationTools {
  readonly state: GatewayState;
  readonly executor: PlanExecutor;
  readonly limits: Limits;
  /** Whether messages may not help to guess names of the schema. */
  readonly hideSuggestions: boolean;
}

/** Characters of an operation's name that logs and metrics tell. */
const TOLD_NAME_LENGTH = 64;

function chosenOperation(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName);
  // Validation finds nothing wrong with an operation of a kind that the schema does not have.
  if (operation && !schema.getRootType(operation.operation)) {
    throw graphqlError('GRAPHQL_VALIDATION_FAILED', `The schema has no operations of the kind ${operation.operation}.`);
  }
  if (operation) return operation;
  const what = operationName === undefined ? 'no operation, or several: name one' : 'no operation of that name';
  throw graphqlError('OPERATION_RESOLUTION_FAILURE', `The document holds ${what}.`);
}

/** Adds the names of the fields at the root, fragments unfolded. The document is valid, so fragments form no cycle. */
function addRootNames(document: DocumentNode, { selections }: SelectionSetNode, names: Set<string>): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) names.add(selection.name.value);
    else if (selection.kind === Kind.INLINE_FRAGMENT) addRootNames(document, selection.selectionSet, names);
    else {
      for (const node of document.definitions) {
        const isSpread = node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value;
        if (isSpread) addRootNames(document, node.selectionSet, names);
      }
    }
  }
}

function rootNames(document: DocumentNode, operation: OperationDefinitionNode): readonly string[] {
  const names = new Set<string>();
  addRootNames(document, operation.selectionSet, names);
  return [...names];
}

/** A valid operation and the text it stands in. */
interface ValidOperation {
  readonly text: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

async function compiled(tools: PreparationTools, { text, document, operation }: ValidOperation, pause: Pause): Promise<Prepared> {
  const { state, executor, limits, hideSuggestions } = tools;
  const { apiSchema: schema, costWeights } = state;
  const normalised = normalise(schema, document, operation);
  await pause();
  const pages = pageCheck(schema, normalised.document, limits);
  await pause();
  const cost = operationCost(schema, costWeights, normalised.document, normalised.operation);
  const names = rootNames(document, operation);
  return {
    kind: operation.operation,
    operationName: operation.name?.value.slice(0, TOLD_NAME_LENGTH),
    documentHash: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    rootFields: names.map((name) => state.rootField(operation.operation, name)).filter((field) => field !== undefined),
    introspects: names.includes('__schema') || names.includes('__type'),
    coerceVariables: variableCoercion(schema, operation.variableDefinitions ?? [], { hideSuggestions, maxErrors: limits.validationErrors }),
    literals: normalised.literals,
    pages,
    cost,
    plan: plannedOnce(executor, normalised.document, limits.fetches),
  };
}

const refused = (errors: readonly GraphQLError[]): Preparation => ({ ok: false, errors: errors.map((error) => error.toJSON()) });

/**
 * Parses, limits, validates, normalises and compiles an operation, with pauses for others; planning waits for the first request that
 * passes the guard. Never rejects for what is in the document.
 */
export async function prepare(tools: PreparationTools, text: string, operationName: string | undefined): Promise<Preparation> {
  const pause = pace();
  await pause();
  try {
    const document = parseWithin(text, tools.limits);
    const operation = chosenOperation(tools.state.apiSchema, document, operationName);
    await pause();
    const errors = await documentProblems({ ...tools, schema: tools.state.apiSchema }, document, operation, pause);
    if (errors.length > 0) return refused(errors);
    await pause();
    return { ok: true, prepared: await compiled(tools, { text, document, operation }, pause) };
  } catch (error) {
    if (error instanceof GraphQLError) return refused([error]);
    throw error;
  }
}
