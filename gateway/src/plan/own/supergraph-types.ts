import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { standIns } from '../required-arguments/stand-ins.ts';

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
  /** Whether an object has a whole key of a type, as far as its own fields tell; true of types without keys. */
  hasKey(typeName: string, object: Readonly<Record<string, unknown>>): boolean;
  /** Names of fields that a plan may ask for by itself: parts of keys, required fields, what stands in for them, and the type name. */
  readonly plannedNames: ReadonlySet<string>;
}

type Annotated = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

/** Sets of fields in an argument of a directive, as in `@join__type(graph: …, key: "place { room row }")`. */
function fieldSetsOf({ directives = [] }: Annotated, directive: string, argument: string): readonly string[] {
  return directives
    .filter(({ name }) => name.value === directive)
    .flatMap(({ arguments: given = [] }) => given.filter(({ name }) => name.value === argument))
    .flatMap(({ value }) => (value.kind === Kind.STRING ? [value.value] : []));
}

function fieldSet(fields: string): readonly SelectionSetNode[] {
  const [query] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  return query?.kind === Kind.OPERATION_DEFINITION ? [query.selectionSet] : [];
}

const topLevelNames = ({ selections }: SelectionSetNode): readonly string[] =>
  selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []));

/** Names of fields in sets of fields, whatever their depth. Most types have the same few keys, so each text is read once. */
function allNames(sets: ReadonlySet<string>): readonly string[] {
  const names: string[] = [];
  for (const set of [...sets].flatMap(fieldSet)) visit(set, { Field: ({ name }) => void names.push(name.value) });
  return names;
}

/** Reads the fields at the top of sets, each text once. */
function topLevelReader(): (fields: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (fields) => {
    const names = known.get(fields) ?? fieldSet(fields).flatMap(topLevelNames);
    known.set(fields, names);
    return names;
  };
}

const keysOf = (type: KeyedType) => fieldSetsOf(type, 'join__type', 'key');
const requirementsOf = ({ fields = [] }: KeyedType) => fields.flatMap((field) => fieldSetsOf(field, 'join__field', 'requires'));

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
export function supergraphTypes(supergraph: DocumentNode): SupergraphTypes {
  const { definitions } = supergraph;
  const standInNames = standIns(supergraph)?.byName.keys() ?? [];
  const relations = new Set(definitions.flatMap(relationsOf).map((pair) => pair.join(' ')));
  const keyed = definitions.filter(
    (node): node is KeyedType => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  const topLevel = topLevelReader();
  const wholeKeys = new Map(keyed.map((type) => [type.name.value, keysOf(type).map(topLevel)]));
  const keys = new Map(Array.from(wholeKeys, ([name, names]) => [name, new Set(names.flat())]));
  const entities = keyed.filter((type) => type.kind === Kind.OBJECT_TYPE_DEFINITION && keys.get(type.name.value)!.size > 0);
  return {
    isSubtype: (typeName, condition) => typeName === condition || relations.has(`${typeName} ${condition}`),
    entityTypes: new Set(entities.map(({ name }) => name.value)),
    hasKey(typeName, object) {
      const known = wholeKeys.get(typeName) ?? [];
      return known.length === 0 || known.some((names) => names.every((name) => object[name] !== undefined));
    },
    plannedNames: new Set([
      '__typename',
      ...standInNames,
      ...allNames(new Set(keyed.flatMap((type) => [...keysOf(type), ...requirementsOf(type)]))),
    ]),
    isKeyField: (typeName, field) => keys.get(typeName)?.has(field) ?? false,
  };
}
