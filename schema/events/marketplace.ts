/** Facts that the marketplace subgraph publishes. */
export interface MarketplaceEvents {
  /** A listing can be bought. */
  'marketplace.listing-published.v1': { readonly listingId: string; readonly sellerId: string; readonly title: string };
}
