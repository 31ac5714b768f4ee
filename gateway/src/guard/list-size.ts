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

/** One argument that decides how many items there are: what is given in a variable, else what is known before. */
export interface GivenSize {
  readonly variable?: string;
  readonly fallback?: number;
}

/** How many items a list is counted with: the largest of what arguments give, else a fixed number. Plain data. */
export interface ListLength {
  /** Empty when no argument of the operation decides, so that asking for fewer items makes nothing cheaper. */
  readonly given: readonly GivenSize[];
  readonly otherwise: number;
}

/** How the items of one field of an operation are counted. */
export interface FieldSizes {
  /** Multiplies the field itself. */
  readonly own: ListLength;
  /** Multiplies these fields of the returned object instead, e.g. `edges` of a connection. */
  readonly ofChildren: ReadonlyMap<string, ListLength>;
}

/** Exactly one item: everything that is not a list. */
const ONE: ListLength = { given: [], otherwise: 1 };

const isList = (field: GraphQLField<unknown, unknown>): boolean => isListType(getNullableType(field.type));
const hasArgument = (field: GraphQLField<unknown, unknown>, name: string): boolean => field.args.some((argument) => argument.name === name);

/** The size that an argument value stands for: a number of items, or one item for each value of a list. */
function sizeOfValue(value: unknown): number | undefined {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' ? Math.max(0, value) : undefined;
}

/** Items with these coerced variables. */
export function itemsOf({ given, otherwise }: ListLength, variables: JsonObject): number {
  let most: number | undefined;
  for (const { variable, fallback } of given) {
    const items = variable !== undefined && variable in variables ? sizeOfValue(variables[variable]) : fallback;
    if (items !== undefined && (most === undefined || items > most)) most = items;
  }
  return most ?? otherwise;
}

const known = (size: number | undefined): GivenSize => (size === undefined ? {} : { fallback: size });

/** What an argument gives; constants have become variables, so other nodes are lists or objects that hold variables. */
function givenBy(node: FieldNode, field: GraphQLField<unknown, unknown>, name: string): GivenSize {
  const fallback = sizeOfValue(field.args.find((argument) => argument.name === name)?.defaultValue);
  const value: ValueNode | undefined = node.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value?.kind === Kind.VARIABLE) return { variable: value.name.value, ...known(fallback) };
  return known(value?.kind === Kind.LIST ? value.values.length : fallback);
}

function sizeFrom(node: FieldNode, field: GraphQLField<unknown, unknown>, slicing: readonly string[], otherwise: number): ListLength {
  return { given: slicing.filter((name) => hasArgument(field, name)).map((name) => givenBy(node, field, name)), otherwise };
}

/** Fields of the returned object that are the list of a page, where `@listSize` does not name them. */
function pageLists(field: GraphQLField<unknown, unknown>): readonly string[] {
  const type = getNamedType(field.type);
  if (!isCompositeType(type) || isUnionType(type) || !PAGE_ARGUMENTS.some((name) => hasArgument(field, name))) return [];
  return PAGE_LISTS.filter((name) => type.getFields()[name] !== undefined);
}

const NO_CHILDREN: ReadonlyMap<string, ListLength> = new Map();

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
