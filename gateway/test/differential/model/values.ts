import {
  type GraphQLLeafType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { happens, hashOf } from './chance.ts';
import { keyText, type Thing, THINGS } from './thing.ts';

/** How often null stands where it may, in percent of all values. */
const NULLS = 0.12;
const LONGEST_LIST = 3;
/** Values that careless code takes for nothing, or writes wrongly. */
const TEXTS = ['', 'a', 'quote " and \\ slash', 'new\nline', '😀', 'constructor', '0', 'false', 'x'.repeat(60)];

function leafValue(type: GraphQLLeafType, name: string, seed: string): unknown {
  const hash = hashOf(seed);
  if (isEnumType(type)) return type.getValues()[hash % type.getValues().length]!.name;
  switch (type.name) {
    case 'Int':
      return (hash % 7) - 2;
    case 'Float':
      return [0, -1.5, 1e21, 3][hash % 4];
    case 'Boolean':
      return hash % 2 === 0;
    case 'ID':
      return keyText(name, hash % 9);
    case 'String':
      return TEXTS[hash % TEXTS.length];
    default:
      return { any: hash % 5, list: [name] };
  }
}

/** The type that a thing of an abstract type has: the same wherever its number is known. */
export function concreteName(schema: GraphQLSchema, type: GraphQLNamedType, n: number): string {
  if (!isAbstractType(type)) return type.name;
  const names = schema
    .getPossibleTypes(type)
    .map(({ name }) => name)
    .toSorted();
  return names[n % names.length]!;
}

/** A value of a type that follows from a text alone. @param name of the field, for values that show where they are from */
export function valueFor(schema: GraphQLSchema, type: GraphQLOutputType, name: string, seed: string): unknown {
  if (isNonNullType(type)) return presentValue(schema, type.ofType, name, seed);
  return happens(`null ${seed}`, NULLS) ? null : presentValue(schema, type, name, seed);
}

function presentValue(schema: GraphQLSchema, type: GraphQLOutputType, name: string, seed: string): unknown {
  if (isListType(type)) {
    const length = hashOf(`length ${seed}`) % (LONGEST_LIST + 1);
    return Array.from({ length }, (_, index) => valueFor(schema, type.ofType as GraphQLOutputType, name, `${seed} ${index}`));
  }
  if (isLeafType(type)) return leafValue(type, name, seed);
  const n = 1 + (hashOf(`thing ${seed}`) % THINGS);
  return { __typename: concreteName(schema, type as GraphQLNamedType, n), n } satisfies Thing;
}
