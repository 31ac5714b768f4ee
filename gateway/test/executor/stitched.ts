import {
  buildSchema,
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  isObjectType,
  printSchema,
} from 'graphql';
import { attach, resolvers } from './fixture.ts';
import { exists, type Resolvers, type Stub } from './resolvers.ts';

/** A field that may not be null was asked of a thing that its owner does not know: the thing itself is null instead. */
export class AbsentEntity extends Error {
  override readonly name = 'AbsentEntity';
  /** Whether null may stand at the place of the thing: then its absence is an answer like any other. */
  readonly mayBeNull: boolean;
  constructor(mayBeNull: boolean) {
    super('there is no such thing');
    this.mayBeNull = mayBeNull;
  }
}

/** A thing, and whether null might have stood where it was answered. */
type PlacedStub = Stub & { readonly mayBeNull: boolean };

function placed(value: unknown, type: GraphQLOutputType): unknown {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner) && Array.isArray(value)) return value.map((item) => placed(item, inner.ofType));
  return typeof value === 'object' && value !== null ? { ...value, mayBeNull: !isNonNullType(type) } : value;
}

function settled(value: unknown, type: GraphQLOutputType, parent: PlacedStub | undefined): unknown {
  const isRefused = (value ?? null) === null && isNonNullType(type);
  if (isRefused && parent && !exists(parent)) throw new AbsentEntity(parent.mayBeNull);
  return placed(value, type);
}

function knowAbsence(field: GraphQLField<unknown, unknown>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (parent, ...rest) => {
    const value: unknown = resolve(parent, ...rest);
    const settle = (one: unknown) => settled(one, field.type, parent as PlacedStub | undefined);
    return value instanceof Promise ? value.then(settle) : settle(value);
  };
}

/** The same API over the same data in one schema, executed by graphql-js: what the gateway has to equal. */
export function stitchedSchema(apiSchema: GraphQLSchema): GraphQLSchema {
  const whole: Record<string, Record<string, Resolvers[string][string]>> = {};
  for (const map of Object.values(resolvers)) for (const [type, fields] of Object.entries(map)) whole[type] = { ...whole[type], ...fields };
  const schema = attach(buildSchema(printSchema(apiSchema)), whole as Resolvers);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && !type.name.startsWith('__')) Object.values(type.getFields()).forEach(knowAbsence);
  }
  return schema;
}
