import { type DefinitionNode, type DocumentNode, Kind, type ObjectTypeDefinitionNode } from 'graphql';

/** What execution needs to know of the supergraph's types, the hidden ones included. */
export interface SupergraphTypes {
  /** Whether a type is the other one, implements it or is a member of it. */
  isSubtype(typeName: string, condition: string): boolean;
  /** Object types that some subgraph can look up by key. */
  readonly entityTypes: ReadonlySet<string>;
}

/** `@join__type(graph: …, key: "id")` */
function hasKey({ directives = [] }: ObjectTypeDefinitionNode): boolean {
  return directives.some(
    ({ name, arguments: given = [] }) => name.value === 'join__type' && given.some((argument) => argument.name.value === 'key'),
  );
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
  const entities = definitions.filter(
    (node): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION && hasKey(node),
  );
  return {
    isSubtype: (typeName, condition) => typeName === condition || relations.has(`${typeName} ${condition}`),
    entityTypes: new Set(entities.map(({ name }) => name.value)),
  };
}
