import {
  type DefinitionNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
} from 'graphql';

/** A type that may have keys. */
type KeyedType = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** What execution needs to know of the supergraph's types, the hidden ones included. */
export interface SupergraphTypes {
  /** Whether a type is the other one, implements it or is a member of it. */
  isSubtype(typeName: string, condition: string): boolean;
  /** Object types that some subgraph can look up by key. */
  readonly entityTypes: ReadonlySet<string>;
  /** Whether a field of an entity, or of an interface of entities, is or begins one of its keys. */
  isKeyField(typeName: string, field: string): boolean;
}

/** Keys of a type: `id` and `place` of `@join__type(graph: …, key: "id")` and `key: "place { room row }"`. */
function keyFieldsOf({ directives = [] }: KeyedType): readonly string[] {
  return directives
    .filter(({ name }) => name.value === 'join__type')
    .flatMap(({ arguments: given = [] }) => given.filter(({ name }) => name.value === 'key'))
    .flatMap(({ value }) => (value.kind === Kind.STRING ? topLevelNames(value.value) : []));
}

function topLevelNames(fields: string): readonly string[] {
  const [query] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  const selections = query?.kind === Kind.OPERATION_DEFINITION ? query.selectionSet.selections : [];
  return selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []));
}

/** Pairs of a type and an abstract type that it belongs to. */
function relationsOf(definition: DefinitionNode): readonly (readonly [string, string])[] {
  if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
    return (definition.types ?? []).map(({ name }) => [name.value, definition.name.value]);
  }
  if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
    return (definition.interfaces ?? []).map(({ name }) => [definition.name.value, name.value]);
  }
  return [];
}

/** Reads the types out of a supergraph document. */
export function supergraphTypes({ definitions }: DocumentNode): SupergraphTypes {
  const relations = new Set(definitions.flatMap(relationsOf).map((pair) => pair.join(' ')));
  const keyed = definitions.filter(
    (node): node is KeyedType => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  const keys = new Map(keyed.map((type) => [type.name.value, new Set(keyFieldsOf(type))]));
  const entities = keyed.filter((type) => type.kind === Kind.OBJECT_TYPE_DEFINITION && keys.get(type.name.value)!.size > 0);
  return {
    isSubtype: (typeName, condition) => typeName === condition || relations.has(`${typeName} ${condition}`),
    entityTypes: new Set(entities.map(({ name }) => name.value)),
    isKeyField: (typeName, field) => keys.get(typeName)?.has(field) ?? false,
  };
}
