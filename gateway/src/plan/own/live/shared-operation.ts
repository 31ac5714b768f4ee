import { type FieldNode, Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import type { JsonObject, SubgraphOperation } from '../../../transport/port.ts';
import type { FetchNode } from '../../query-plan.ts';
import type { LiveSchema } from './live-schema.ts';
import { selectionNodes, sharedSelection, type SharedSelection } from './shared-selection.ts';
import type { UpstreamOperation } from './upstream-operation.ts';

/** How an upstream is asked for more than one plan needs. */
export interface SharedOperation {
  readonly selection: SharedSelection;
  key(variables: JsonObject): string;
  operation(selection: SharedSelection): SubgraphOperation;
}

type ArgumentText = (variables: JsonObject) => string;

/** The arguments but the cursor, with their values; undefined when they cannot be told. */
function argumentTexts({ arguments: given = [] }: FieldNode, cursorArg: string | undefined): readonly ArgumentText[] | undefined {
  const texts = given
    .filter(({ name }) => name.value !== cursorArg)
    .toSorted((one, other) => (one.name.value < other.name.value ? -1 : 1))
    .map(({ name: { value: name }, value }): ArgumentText | undefined => {
      if (value.kind === Kind.VARIABLE) return (variables) => `${name}=${JSON.stringify(variables[value.name.value])}`;
      const text = `${name}:${print(value)}`;
      return text.includes('$') ? undefined : () => text;
    });
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

function withSelection(own: SubgraphOperation, root: FieldNode, selection: SharedSelection): SubgraphOperation {
  const [operation] = own.document.definitions as readonly [OperationDefinitionNode];
  const wide: FieldNode = { ...root, selectionSet: { kind: Kind.SELECTION_SET, selections: selectionNodes(selection) } };
  const text = print({ ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: [wide] } });
  return { ...own, text, document: parse(text, { noLocation: true }) };
}

/** Whether it can be gone on with from a cursor, and its answers are taken as they come. */
function isPlain({ outputRewrites = [] }: FetchNode, { operation, root, cursorVariable }: UpstreamOperation): boolean {
  const { directives = [] } = root;
  return cursorVariable !== undefined && operation.document.definitions.length + outputRewrites.length + directives.length === 1;
}

/**
 * Undefined for what keeps an upstream of its own: a stream without cursors, one that is no log, a selection with variables, conditions
 * or fragments, answers that have to be renamed.
 */
export function sharedOperation(fetch: FetchNode, upstream: UpstreamOperation, schema: LiveSchema): SharedOperation | undefined {
  const { operation, root, aliases } = upstream;
  const field = root.name.value;
  const live = schema.live.of(field);
  const eventType = schema.live.eventType(field);
  if (!isPlain(fetch, upstream) || live?.policy !== 'LOG' || eventType === undefined) return undefined;
  const selection = sharedSelection(root, fetch.serviceName, eventType, schema.fields);
  const texts = argumentTexts(root, live.cursorArg);
  if (!selection || !texts) return undefined;
  const fixed = [fetch.serviceName, field, (root.alias ?? root.name).value, ...Array.from(aliases.values())].join(' ');
  return {
    selection,
    key: (variables) => `${fixed} ${texts.map((text) => text(variables)).join(' ')}`,
    operation: (wanted) => (wanted === selection ? operation : withSelection(operation, root, wanted)),
  };
}
