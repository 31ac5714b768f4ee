/** Entities in the order of the ids that were asked for; null for those that are absent or that the owner does not show to services. */
export type LookedUp = readonly (Readonly<Record<string, unknown>> | null)[];

/** Looks up entities of another subgraph as a service, for what a projection does not know yet. Used once per miss, never in a loop. */
export interface EntityLookup {
  /**
   * @param selection fields of the type, e.g. `id state byteSize`; written in code, never made from input
   * @throws EntityLookupFailed when the subgraph cannot be asked or answers with an error that is about more than one entity
   */
  findMany(type: string, ids: readonly string[], selection: string): Promise<LookedUp>;
}

/** The other subgraph could not be asked, or gave no usable answer. */
export class EntityLookupFailed extends Error {}
