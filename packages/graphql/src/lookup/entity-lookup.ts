import { print, parse } from 'graphql';

/** Looks up entities of another subgraph as a service, for what a projection does not know yet. Used once per miss, never in a loop. */
export interface EntityLookup {
  /**
   * The entities in the order of `ids`; null for those that are absent or that the owner does not show to services.
   * @param selection fields of the type, e.g. `id state byteSize`
   * @throws EntityLookupFailed when the subgraph cannot be asked or answers with an error that is not about a single entity
   */
  findMany(type: string, ids: readonly string[], selection: string): Promise<readonly (Readonly<Record<string, unknown>> | null)[]>;
}

/** The other subgraph could not be asked. */
export class EntityLookupFailed extends Error {}

/** What travels for one look-up. */
export interface LookupRequest {
  readonly query: string;
  readonly variables: { readonly representations: readonly { readonly __typename: string; readonly id: string }[] };
}

/** The `_entities` request for ids of one type. @throws GraphQLError when the selection is no selection */
export function lookupRequest(type: string, ids: readonly string[], selection: string): LookupRequest {
  const query = print(
    parse(`query Lookup($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${selection} } } }`),
  );
  return { query, variables: { representations: ids.map((id) => ({ __typename: type, id })) } };
}
