import { type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode, Kind, parse, type SelectionSetNode } from 'graphql';

/** What the SDL of a subgraph says of a field. */
export interface FieldRules {
  readonly requires: SelectionSetNode | undefined;
  readonly isExternal: boolean;
  /** The subgraph that it is taken from. */
  readonly override: { readonly from: string; readonly label: string | undefined } | undefined;
}

/** What the SDL of a subgraph says of its types. */
export interface SubgraphRules {
  /** Types, then fields. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, FieldRules>>;
  /** Names of the fields in the keys of types. */
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
  readonly interfaceObjects: ReadonlySet<string>;
}

function argument(directive: ConstDirectiveNode | undefined, name: string): string | undefined {
  const value = directive?.arguments?.find((one) => one.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

const named = (node: { readonly directives?: readonly ConstDirectiveNode[] | undefined }, name: string) =>
  node.directives?.filter((directive) => directive.name.value === name) ?? [];

/** A set of fields as federation writes it. */
export function selectionOf(fields: string): SelectionSetNode {
  const [query] = parse(`{ ${fields} }`).definitions;
  if (query?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`no fields: ${fields}`);
  return query.selectionSet;
}

function rulesOf(field: FieldDefinitionNode): FieldRules {
  const required = argument(named(field, 'requires')[0], 'fields');
  const [override] = named(field, 'override');
  return {
    requires: required === undefined ? undefined : selectionOf(required),
    isExternal: named(field, 'external').length > 0,
    override: override && { from: argument(override, 'from')!, label: argument(override, 'label') },
  };
}

const topNames = ({ selections }: SelectionSetNode) =>
  selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []));

/** Reads the rules of one subgraph. */
export function subgraphRules({ definitions }: DocumentNode): SubgraphRules {
  const types = definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION);
  const keysOf = (type: (typeof types)[number]) =>
    new Set(named(type, 'key').flatMap((key) => topNames(selectionOf(argument(key, 'fields')!))));
  return {
    fields: new Map(types.map((type) => [type.name.value, new Map((type.fields ?? []).map((one) => [one.name.value, rulesOf(one)]))])),
    keys: new Map(types.map((type) => [type.name.value, keysOf(type)])),
    interfaceObjects: new Set(types.filter((type) => named(type, 'interfaceObject').length > 0).map(({ name }) => name.value)),
  };
}
