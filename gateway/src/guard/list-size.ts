import { DEFAULT_PAGE_SIZE } from '@veza/kernel';
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type FieldNode,
  type GraphQLField,
  type ValueNode,
} from 'graphql';
import type { JsonObject } from '../transport/port.ts';
import type { ListSize } from './cost-weights.ts';

/** Items of a list whose size nothing tells. */
const UNKNOWN_LIST_SIZE = 10;
const PAGE_ARGUMENTS: readonly string[] = ['first', 'last'];
const PAGE_LISTS: readonly string[] = ['nodes', 'edges'];
/** Argument of look-ups that answer one item for each of its values. */
const IDS_ARGUMENT = 'ids';

/** How many items a list is counted with. */
export interface SizeOf {
  (variables: JsonObject): number;
  /** Whether an argument of the operation decides it, so that asking for fewer items makes it cheaper. */
  readonly isSliced: boolean;
}

/** How the items of one field of an operation are counted. */
export interface FieldSizes {
  /** Multiplies the field itself. */
  readonly own: SizeOf;
  /** Multiplies these fields of the returned object instead, e.g. `edges` of a connection. */
  readonly ofChildren: ReadonlyMap<string, SizeOf>;
}

/** Exactly one item: everything that is not a list. */
export const ONE: SizeOf = Object.assign(() => 1, { isSliced: false });

const isList = (field: GraphQLField<unknown, unknown>): boolean => isListType(getNullableType(field.type));
const hasArgument = (field: GraphQLField<unknown, unknown>, name: string): boolean => field.args.some((argument) => argument.name === name);

/** The size that an argument value stands for: a number of items, or one item for each value of a list. */
function sizeOfValue(value: unknown): number | undefined {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' ? Math.max(0, value) : undefined;
}

/** Reads an argument at run time; constants have become variables, so other nodes are lists or objects that hold variables. */
function argumentReader(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  name: string,
): (variables: JsonObject) => number | undefined {
  const fallback = sizeOfValue(field.args.find((argument) => argument.name === name)?.defaultValue);
  const value: ValueNode | undefined = node.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value?.kind === Kind.VARIABLE) {
    const variable = value.name.value;
    return (variables) => (variable in variables ? sizeOfValue(variables[variable]) : fallback);
  }
  const size = value?.kind === Kind.LIST ? value.values.length : fallback;
  return () => size;
}

function sizeFrom(node: FieldNode, field: GraphQLField<unknown, unknown>, slicing: readonly string[], otherwise: number): SizeOf {
  const readers = slicing.filter((name) => hasArgument(field, name)).map((name) => argumentReader(node, field, name));
  if (readers.length === 0) return Object.assign(() => otherwise, { isSliced: false });
  const size = (variables: JsonObject) => {
    const given = readers.map((read) => read(variables)).filter((value) => value !== undefined);
    return given.length > 0 ? Math.max(...given) : otherwise;
  };
  return Object.assign(size, { isSliced: true });
}

/** Fields of the returned object that are the list of a page, where `@listSize` does not name them. */
function pageLists(field: GraphQLField<unknown, unknown>): readonly string[] {
  const type = getNamedType(field.type);
  if (!isCompositeType(type) || isUnionType(type) || !PAGE_ARGUMENTS.some((name) => hasArgument(field, name))) return [];
  return PAGE_LISTS.filter((name) => type.getFields()[name] !== undefined);
}

const NO_CHILDREN: ReadonlyMap<string, SizeOf> = new Map();

/** Sizes of a field that is a list itself. */
function listField(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  { assumedSize, slicingArguments }: Partial<ListSize>,
): FieldSizes {
  const slicing = slicingArguments?.length ? slicingArguments : [...PAGE_ARGUMENTS, IDS_ARGUMENT];
  return { own: sizeFrom(node, field, slicing, assumedSize ?? UNKNOWN_LIST_SIZE), ofChildren: NO_CHILDREN };
}

/** Sizes of a field whose object holds the list. */
function pageField(node: FieldNode, field: GraphQLField<unknown, unknown>, listSize: Partial<ListSize>): FieldSizes {
  const { assumedSize, slicingArguments, sizedFields } = listSize;
  const size = sizeFrom(node, field, slicingArguments?.length ? slicingArguments : PAGE_ARGUMENTS, assumedSize ?? DEFAULT_PAGE_SIZE);
  return { own: ONE, ofChildren: new Map((sizedFields?.length ? sizedFields : pageLists(field)).map((name) => [name, size])) };
}

/**
 * Decides how a field's items are counted: by its slicing arguments, else the assumed size, else a page of 20, else 10.
 * Without `@listSize`, `first` and `last` slice the `nodes` and `edges` of a connection, and `ids` counts its values.
 */
export function fieldSizes(node: FieldNode, field: GraphQLField<unknown, unknown>, listSize: Partial<ListSize> = {}): FieldSizes {
  if (isList(field) && !listSize.sizedFields?.length) return listField(node, field, listSize);
  return pageField(node, field, listSize);
}
