import { graphqlError } from '@veza/graphql/errors';
import {
  getOperationAST,
  GraphQLError,
  Kind,
  print,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { costTree } from '../guard/cost-tree.ts';
import type { CostWeights } from '../guard/cost-weights.ts';
import { documentProblems, parseWithin } from '../guard/document-rules.ts';
import { pagesOf } from '../guard/pages.ts';
import type { LabelsOf } from '../supergraph/override-labels.ts';
import type { DocumentReading, DocumentToRead } from './document-reading.ts';
import { normalise } from './normalise.ts';
import { readVariables } from './variables.ts';

/** What documents are read with: all of one supergraph. */
export interface ReadingTools {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly costWeights: CostWeights;
  readonly labelsOf: LabelsOf;
}

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

/** Names of the fields at the root, fragments unfolded. The document is valid, so fragments form no cycle. */
function rootNames({ definitions }: DocumentNode, operation: OperationDefinitionNode): readonly string[] {
  const fragments = definitions.filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION);
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment.selectionSet]));
  const names = new Set<string>();
  const seen = new Set<string>();
  const add = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) add(selection.selectionSet);
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        add(byName.get(selection.name.value)!);
      }
    }
  };
  add(operation.selectionSet);
  return [...names];
}

const refused = (errors: readonly GraphQLError[]): DocumentReading => ({ ok: false, errors: errors.map((error) => error.toJSON()) });

/** Names of all fields of a document. */
function fieldNames(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, { Field: ({ name }) => void names.add(name.value) });
  return names;
}

function readValid(
  { schema, costWeights, labelsOf }: ReadingTools,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): DocumentReading {
  const normalised = normalise(schema, document, operation);
  return {
    ok: true,
    kind: operation.operation,
    ...(operation.name && { operationName: operation.name.value }),
    rootNames: rootNames(document, operation),
    variables: readVariables(schema, operation.variableDefinitions),
    normalised: print(normalised.document),
    literals: normalised.literals,
    pages: pagesOf(schema, normalised.document),
    cost: costTree(schema, costWeights, normalised.document, normalised.operation),
    overrideLabels: labelsOf(fieldNames(normalised.document)),
  };
}

/**
 * Parses, limits, validates and normalises an operation: CPU work of a millisecond for usual documents and of many for the largest, so it is
 * done where nobody waits for the event loop. Never throws for what is in the document.
 */
export function readDocument(tools: ReadingTools, { text, operationName, limits, hideSuggestions }: DocumentToRead): DocumentReading {
  const { schema } = tools;
  try {
    const document = parseWithin(text, limits);
    const operation = chosenOperation(schema, document, operationName);
    const errors = documentProblems({ schema, limits, hideSuggestions }, document, operation);
    return errors.length > 0 ? refused(errors) : readValid(tools, document, operation);
  } catch (error) {
    if (error instanceof GraphQLError) return refused([error]);
    throw error;
  }
}
