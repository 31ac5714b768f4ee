/** Facts that the marketplace subgraph publishes. */
export interface MarketplaceEvents {
  /** A listing can be bought. */
  'marketplace.listing-published.v1': { readonly listingId: string; readonly sellerId: string; readonly title: string };
  /** A listing uses an upload: it is kept, and nothing else may use it. */
  'marketplace.upload-claimed.v1': { readonly uploadId: string; readonly by: string };
}
