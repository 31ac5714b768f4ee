/** What travels for one look-up. */
export interface LookupRequest {
  readonly query: string;
  readonly variables: { readonly representations: readonly { readonly __typename: string; readonly id: string }[] };
}

/** Time for one look-up. Milliseconds. */
export const LOOKUP_DEADLINE_MS = 2_000;

/** The `_entities` operation for ids of one type. */
export function lookupRequest(type: string, ids: readonly string[], selection: string): LookupRequest {
  const query = `query EntityLookup($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${selection} } } }`;
  return { query, variables: { representations: ids.map((id) => ({ __typename: type, id })) } };
}
