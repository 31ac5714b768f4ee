import {
  type DocumentNode,
  execute,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { JsonObject } from '../../transport/port.ts';
import { definitionsOf } from './writer/writer.ts';

/** JSON text of `__schema` and `__type` of one operation, by response name. */
export type Introspect = (variables: JsonObject) => Readonly<Record<string, string>>;

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const isIntrospection = ({ name }: FieldNode) => name.value === '__schema' || name.value === '__type';

/** The introspection fields of a root selection set, fragments written out. */
function reduced({ selections }: SelectionSetNode, fragments: Fragments): readonly SelectionNode[] {
  return selections.flatMap((selection): readonly SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return isIntrospection(selection) ? [selection] : [];
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    const inner = fragment ? reduced(fragment.selectionSet, fragments) : [];
    if (inner.length === 0) return [];
    return [
      {
        kind: Kind.INLINE_FRAGMENT,
        ...(selection.directives && { directives: selection.directives }),
        selectionSet: { kind: Kind.SELECTION_SET, selections: inner },
      },
    ];
  });
}

function usedVariables(selections: readonly SelectionNode[], fragments: Fragments): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = { Variable: ({ name }: { readonly name: { readonly value: string } }) => void names.add(name.value) };
  visit({ kind: Kind.SELECTION_SET, selections }, collect);
  for (const fragment of fragments.values()) visit(fragment, collect);
  return names;
}

/**
 * Compiles the introspection fields of an operation; undefined when it has none. They are answered by graphql-js from the API schema,
 * because the planner leaves them out. Without variables the answer is made once.
 */
export function compileIntrospection(document: DocumentNode, schema: GraphQLSchema): Introspect | undefined {
  const { operation, fragments } = definitionsOf(document);
  const selections = reduced(operation.selectionSet, fragments);
  if (selections.length === 0) return undefined;
  const used = usedVariables(selections, fragments);
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value));
  const query: OperationDefinitionNode = { ...operation, variableDefinitions, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  const reducedDocument: DocumentNode = { kind: Kind.DOCUMENT, definitions: [query, ...fragments.values()] };

  const run: Introspect = (variableValues) => {
    const result = execute({ schema, document: reducedDocument, variableValues });
    if (result instanceof Promise || !result.data) throw new Error('introspection gave no data');
    return Object.fromEntries(Object.entries(result.data).map(([name, value]) => [name, JSON.stringify(value)]));
  };
  if (variableDefinitions.length > 0) return run;
  let once: ReturnType<Introspect> | undefined;
  return () => (once ??= run({}));
}
