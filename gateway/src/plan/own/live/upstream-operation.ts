import {
  type ArgumentNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { FetchNode } from '../../query-plan.ts';
import type { SubgraphOperation } from '../../../transport/port.ts';
import type { LiveSchema } from './live-schema.ts';
import { type MarkAliases, markSelections } from './mark-selections.ts';

/** The operation that opens an upstream. */
export interface UpstreamOperation {
  readonly operation: SubgraphOperation;
  /** Its one root field as it is sent. */
  readonly root: FieldNode;
  readonly aliases: MarkAliases;
  /** The variable that takes the cursor to go on from; undefined where the field takes none. */
  readonly cursorVariable: string | undefined;
  /** The client's variables that it uses. */
  readonly variables: readonly string[];
  /** The client's variable for each argument of the root field. */
  readonly argumentVariables: ReadonlyMap<string, string>;
}

const RESERVED_CURSOR = 'veza_after';

const named = (value: string) => ({ kind: Kind.NAME, value }) as const;
const variable = (name: string) => ({ kind: Kind.VARIABLE, name: named(name) }) as const;

/** A name that the text does not hold. */
function freeName(name: string, text: string): string {
  return text.includes(name) ? freeName(`${name}_`, text) : name;
}

function variablesOf({ arguments: given = [] }: FieldNode): ReadonlyMap<string, string> {
  return new Map(given.flatMap(({ name, value }) => (value.kind === Kind.VARIABLE ? [[name.value, value.name.value] as const] : [])));
}

/** Names of the variables that an operation still uses. */
function usedIn(selections: readonly SelectionNode[]): ReadonlySet<string> {
  const text = selections.map((selection) => print(selection)).join(' ');
  return new Set(Array.from(text.matchAll(/\$(\w+)/g), ([, name]) => name!));
}

interface Cursor {
  readonly argument: string;
  readonly definition: VariableDefinitionNode;
}

/** Undefined where events carry no cursor: then nobody can go on from one. */
function cursorOf(fetch: FetchNode, field: string, schema: LiveSchema, aliases: MarkAliases): Cursor | undefined {
  const type = schema.cursorType(fetch.serviceName, field);
  const argument = schema.live.of(field)?.cursorArg;
  if (!type || argument === undefined || !aliases.has('cursor')) return undefined;
  const name = freeName(RESERVED_CURSOR, fetch.operation);
  return { argument, definition: { kind: Kind.VARIABLE_DEFINITION, variable: variable(name), type } };
}

function withCursor(root: FieldNode, cursor: Cursor | undefined): FieldNode {
  if (!cursor) return root;
  const others = (root.arguments ?? []).filter(({ name }) => name.value !== cursor.argument);
  const after: ArgumentNode = { kind: Kind.ARGUMENT, name: named(cursor.argument), value: cursor.definition.variable };
  return { ...root, arguments: [...others, after] };
}

/** The document with another root field, and the variables that are still used. */
function withRoot(document: DocumentNode, root: FieldNode, variables: readonly VariableDefinitionNode[]): DocumentNode {
  const [operation, ...others] = document.definitions as readonly [OperationDefinitionNode, ...DefinitionNode[]];
  const edited = { ...operation, variableDefinitions: variables, selectionSet: { kind: Kind.SELECTION_SET, selections: [root] } } as const;
  return { ...document, definitions: [edited, ...others] };
}

/** @throws Error when the operation does not begin with one field, as the planner writes every subscription */
function rootOf(operation: OperationDefinitionNode): FieldNode {
  const [root] = operation.selectionSet.selections;
  if (root?.kind !== Kind.FIELD) throw new Error('an upstream begins with its one field');
  return root;
}

function withSelections(root: FieldNode, selections: readonly SelectionNode[]): FieldNode {
  const { selectionSet } = root;
  return selectionSet ? { ...root, selectionSet: { ...selectionSet, selections: [...selections, ...selectionSet.selections] } } : root;
}

/**
 * The operation of a plan as it is sent upstream: with what the gateway itself reads of each event under names of its own, and with the
 * cursor in a variable of its own, so that it can be opened again from any event on.
 */
export function upstreamOperation(fetch: FetchNode, schema: LiveSchema): UpstreamOperation {
  const document = parse(fetch.operation, { noLocation: true });
  const [operation] = document.definitions as readonly [OperationDefinitionNode];
  const root = rootOf(operation);
  const { selections, aliases } = markSelections(fetch, root, schema);
  const cursor = cursorOf(fetch, root.name.value, schema, aliases);
  const sent = withSelections(withCursor(root, cursor), selections);
  const used = usedIn([sent]);
  const kept = (operation.variableDefinitions ?? []).filter((definition) => used.has(definition.variable.name.value));
  const text = print(withRoot(document, sent, cursor ? [...kept, cursor.definition] : kept));
  return {
    // Parsed anew: subgraphs of this process keep what they compile by the identity of a document.
    operation: { kind: 'subscription', name: fetch.operationName, text, document: parse(text, { noLocation: true }) },
    root: sent,
    aliases,
    cursorVariable: cursor?.definition.variable.name.value,
    variables: kept.map((definition) => definition.variable.name.value),
    argumentVariables: variablesOf(root),
  };
}
