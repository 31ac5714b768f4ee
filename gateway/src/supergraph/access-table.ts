import { accessOf, type Access } from '@veza/auth';
import { Kind, type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode, type SelectionSetNode, type TypeNode } from 'graphql';
import { linkedNames } from './links.ts';

const ACCESS_SPECIFICATION = 'https://veza.dev/access';
const LIVE_SPECIFICATION = 'https://veza.dev/live';

/** What the SDL says of who may see what. */
export interface AccessTable {
  /**
   * Whether an operation for a subgraph has the same answer for everybody: every root field and every entity in it is
   * `@access(level: "PUBLIC")`, nothing below is guarded more closely, and no field is `@viewer`. False for whatever is unknown.
   */
  isPublic(operation: DocumentNode): boolean;
}

/** A field as far as sharing is concerned. */
interface TableField {
  readonly typeName: string;
  readonly access: Access | undefined;
  readonly isViewer: boolean;
}

interface TableType {
  readonly access: Access | undefined;
  readonly fields: ReadonlyMap<string, TableField>;
}

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));
const has = (node: { readonly directives?: readonly ConstDirectiveNode[] | undefined }, name: string | undefined) =>
  name !== undefined && (node.directives?.some((directive) => directive.name.value === name) ?? false);

function typesOf(supergraph: DocumentNode, viewer: string | undefined): ReadonlyMap<string, TableType> {
  const field = (node: FieldDefinitionNode): TableField => ({
    typeName: namedType(node.type),
    access: accessOf(node),
    isViewer: has(node, viewer),
  });
  return new Map(
    supergraph.definitions.flatMap((node) => {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
      const fields = new Map((node.fields ?? []).map((one) => [one.name.value, field(one)] as const));
      return [[node.name.value, { access: accessOf(node), fields }] as const];
    }),
  );
}

/** Object types that a value of a type may be, by the names of interfaces and unions. */
function membersOf(supergraph: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  const add = (abstract: string, member: string) => members.set(abstract, [...(members.get(abstract) ?? []), member]);
  for (const node of supergraph.definitions) {
    if (node.kind === Kind.UNION_TYPE_DEFINITION) for (const { name } of node.types ?? []) add(node.name.value, name.value);
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION) for (const { name } of node.interfaces ?? []) add(name.value, node.name.value);
  }
  return members;
}

const ROOT_TYPE = 'Query';
const ENTITIES = '_entities';

/** Reads the table out of a supergraph; undefined when it does not link the access specification, so that nothing is known to be public. */
export function accessTable(supergraph: DocumentNode): AccessTable | undefined {
  const names = linkedNames(supergraph);
  if (names.directive(ACCESS_SPECIFICATION, 'access') === undefined) return undefined;
  const types = typesOf(supergraph, names.directive(LIVE_SPECIFICATION, 'viewer'));
  const members = membersOf(supergraph);

  /** Types whose fields a selection on a type may read: itself, and every object that it may be. */
  const readOf = (typeName: string): readonly (TableType | undefined)[] =>
    [typeName, ...(members.get(typeName) ?? [])].map((name) => types.get(name));

  /** @param isStated whether the type or its field has to say itself that it is public, as entities and root fields have to */
  const isOpen = (access: Access | undefined, isStated: boolean): boolean => (access ? access.level === 'PUBLIC' : !isStated);

  const isFieldPublic = (typeName: string, name: string, below: SelectionSetNode | undefined): boolean => {
    if (name === '__typename') return true;
    const fields = readOf(typeName).map((type) => type?.fields.get(name));
    const isRoot = typeName === ROOT_TYPE;
    if (fields.some((field) => !field || field.isViewer || !isOpen(field.access, isRoot))) return false;
    return below === undefined || isSelectionPublic(fields[0]!.typeName, below);
  };

  const isTypePublic = (typeName: string, isStated: boolean): boolean => {
    const objects = members.get(typeName);
    if (!isOpen(types.get(typeName)?.access, isStated && !objects)) return false;
    return (objects ?? [typeName]).every((name) => types.has(name) && isOpen(types.get(name)!.access, isStated));
  };

  const isSelectionPublic = (typeName: string, { selections }: SelectionSetNode, isStated = false): boolean =>
    isTypePublic(typeName, isStated) &&
    selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return isFieldPublic(typeName, selection.name.value, selection.selectionSet);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
      return isSelectionPublic(selection.typeCondition?.name.value ?? typeName, selection.selectionSet, isStated);
    });

  /** What is asked of `_entities` stands in fragments on entity types. */
  const areEntitiesPublic = ({ selections }: SelectionSetNode): boolean =>
    selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === '__typename';
      if (selection.kind === Kind.FRAGMENT_SPREAD || !selection.typeCondition) return false;
      return isSelectionPublic(selection.typeCondition.name.value, selection.selectionSet, true);
    });

  const isRootPublic = ({ selections }: SelectionSetNode): boolean =>
    selections.every((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) return isRootPublic(selection.selectionSet);
      if (selection.kind !== Kind.FIELD) return false;
      const { name, selectionSet } = selection;
      return name.value === ENTITIES ? areEntitiesPublic(selectionSet!) : isFieldPublic(ROOT_TYPE, name.value, selectionSet);
    });

  return {
    isPublic: ({ definitions }) =>
      definitions.every((node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === 'query' && isRootPublic(node.selectionSet)),
  };
}
