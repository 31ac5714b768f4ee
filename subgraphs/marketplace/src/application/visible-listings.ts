import type { Id } from '@veza/kernel';
import type { Licence } from '../domain/licence.ts';
import type { Listing } from '../domain/listing.ts';
import { isVisible, type Onlooker } from '../domain/visibility.ts';
import type { ListingReads } from './ports.ts';

type Dependencies = { readonly reads: Pick<ListingReads, 'findMany' | 'findLicences'> };

export type VisibleListings = ReturnType<typeof visibleListings>;

/** Listings and licences by id, in the order of the ids; null for what is absent and for what the onlooker may not see, alike. */
export function visibleListings({ reads }: Dependencies) {
  const listings = async (ids: readonly Id<'listing'>[], onlooker: Onlooker): Promise<readonly (Listing | null)[]> => {
    const found = await reads.findMany(ids);
    return found.map((listing) => (listing && isVisible(listing, onlooker) ? listing : null));
  };
  return {
    listings,
    /** A licence is seen with its listing. */
    async licences(ids: readonly Id<'licence'>[], onlooker: Onlooker): Promise<readonly (Licence | null)[]> {
      const found = await reads.findLicences(ids);
      const listingIds = [...new Set(found.flatMap((licence) => licence?.listingId ?? []))];
      const visible = new Set((await listings(listingIds, onlooker)).flatMap((listing) => listing?.id ?? []));
      return found.map((licence) => (licence && visible.has(licence.listingId) ? licence : null));
    },
  };
}
