import { type GraphQLFieldResolver, GraphQLScalarType } from 'graphql';

/** Resolvers by type name and field, as code generation types them (`Resolvers`). */
export type ResolverMap = { readonly [typeName: string]: object | undefined };

/** Resolvers of all maps of a subgraph as one. */
export type MergedResolvers = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

/** A subscription field: where its events come from, and what each becomes. */
export interface SubscriptionResolver {
  readonly subscribe: GraphQLFieldResolver<unknown, unknown>;
  readonly resolve?: GraphQLFieldResolver<unknown, unknown>;
}

/**
 * One map from many, so that each noun of a domain keeps its own file.
 * @throws Error when two maps answer the same field, or one brings a scalar of its own
 */
export function mergeResolvers(maps: readonly ResolverMap[]): MergedResolvers {
  const merged = new Map<string, Map<string, unknown>>();
  for (const [typeName, fields] of maps.flatMap((map) => Object.entries(map))) {
    if (fields === undefined) continue;
    if (fields instanceof GraphQLScalarType) throw new Error(`${typeName} is a scalar: the kit brings those`);
    const known = merged.get(typeName) ?? new Map<string, unknown>();
    merged.set(typeName, known);
    for (const [fieldName, resolver] of Object.entries(fields)) {
      if (resolver === undefined) continue;
      if (known.has(fieldName)) throw new Error(`${typeName}.${fieldName} has two resolvers`);
      known.set(fieldName, resolver);
    }
  }
  return merged;
}
