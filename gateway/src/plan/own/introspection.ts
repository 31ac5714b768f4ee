import {
  type DocumentNode,
  execute,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { JsonObject } from '../../transport/port.ts';
import { definitionsOf } from './definitions-of.ts';

/** The part of an operation that asks for the schema itself. Plain data. */
export interface ReducedIntrospection {
  readonly query: string;
  /** Names of the variables that it uses. */
  readonly variables: readonly string[];
}

/** JSON texts of `__schema` and `__type` by response name. */
export type IntrospectionTexts = Readonly<Record<string, string>>;

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

/** What of an operation the planner leaves out, because no subgraph answers it; undefined when there is nothing. */
export function reducedIntrospection(document: DocumentNode): ReducedIntrospection | undefined {
  const { operation, fragments } = definitionsOf(document);
  const selections = reduced(operation.selectionSet, fragments);
  if (selections.length === 0) return undefined;
  const used = usedVariables(selections, fragments);
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value));
  const query: OperationDefinitionNode = { ...operation, variableDefinitions, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  return {
    query: print({ kind: Kind.DOCUMENT, definitions: [query, ...fragments.values()] }),
    variables: variableDefinitions.map(({ variable }) => variable.name.value),
  };
}

/** Answers it from the schema that clients see: for a whole schema CPU work of a tenth of a second. */
export function introspect(schema: GraphQLSchema, query: string, variables: JsonObject): IntrospectionTexts {
  const result = execute({ schema, document: parse(query, { noLocation: true }), variableValues: variables });
  if (result instanceof Promise || !result.data) throw new Error('introspection gave no data');
  return Object.fromEntries(Object.entries(result.data).map(([name, value]) => [name, JSON.stringify(value)]));
}
