import type { Id } from '@veza/kernel';
import DataLoader from 'dataloader';
import type { ListingReads } from '../application/ports.ts';
import type { VisibleListings } from '../application/visible-listings.ts';
import type { Licence } from '../domain/licence.ts';
import type { Listing } from '../domain/listing.ts';
import type { Onlooker } from '../domain/visibility.ts';

/** Batches of one request: one statement for any number of ids. Null for what is absent or not for the viewer. */
export interface Loaders {
  readonly listing: DataLoader<Id<'listing'>, Listing | null>;
  readonly licence: DataLoader<Id<'licence'>, Licence | null>;
  /** Of listings that were loaded before, so already seen to be visible. */
  readonly licencesOf: DataLoader<Id<'listing'>, readonly Licence[]>;
}

type Sources = { readonly reads: ListingReads; readonly visible: VisibleListings };

/** @param onlooker who asks */
export function loaders({ reads, visible }: Sources, onlooker: Onlooker): Loaders {
  return {
    listing: new DataLoader((ids) => visible.listings(ids, onlooker)),
    licence: new DataLoader((ids) => visible.licences(ids, onlooker)),
    licencesOf: new DataLoader((ids) => reads.licencesOf(ids)),
  };
}
