import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import type { Listing } from '../domain/listing.ts';
import type { Problem } from '../domain/problem.ts';
import { publicationProblems, published } from '../domain/publication.ts';
import { isVisible } from '../domain/visibility.ts';
import type { ListingReads, MarketplaceUnitOfWork, TrackDirectory } from './ports.ts';

type Dependencies = {
  readonly unitOfWork: MarketplaceUnitOfWork;
  readonly reads: ListingReads;
  readonly tracks: TrackDirectory;
  readonly clock: Clock;
};
type PublishListingResult = Result<Listing, readonly Problem[]>;

/** Which listing, and who asks. */
export interface PublishListingCommand {
  readonly listingId: Id<'listing'>;
  readonly sellerId: Id<'user'>;
}

export type PublishListing = ReturnType<typeof publishListing>;

const refused = (code: Problem['code']): PublishListingResult => err([{ code, path: ['listingId'] }]);

/** Why somebody may not publish a listing: a draft of somebody else's is not there for them. */
function refusalOf({
  listing,
  sellerId,
}: {
  readonly listing: Listing | undefined;
  readonly sellerId: Id<'user'>;
}): Problem['code'] | undefined {
  if (!listing || !isVisible(listing, { userId: sellerId, seesEverything: false })) return 'NOT_FOUND';
  if (listing.sellerId !== sellerId) return 'NOT_PERMITTED';
  return listing.state === 'DRAFT' ? undefined : 'STATE_NOT_ALLOWED';
}

/**
 * Offers a draft to everybody and records `marketplace.listing-published.v1` in the same transaction.
 * Whether the preview can be heard is asked of tracks before the transaction, because nothing in it waits for a network.
 * Fails with NOT_FOUND, NOT_PERMITTED, STATE_NOT_ALLOWED, LISTING_INCOMPLETE.
 */
export function publishListing({ unitOfWork, reads, tracks, clock }: Dependencies) {
  const isPreviewAudible = async ({ previewTrackId, sellerId }: Listing): Promise<boolean | undefined> => {
    if (previewTrackId === null) return undefined;
    const track = await tracks.find(previewTrackId);
    return track?.artistId === sellerId && track.visibility !== 'PRIVATE';
  };

  return async ({ listingId, sellerId }: PublishListingCommand): Promise<PublishListingResult> => {
    const [draft] = await reads.findMany([listingId]);
    const refusal = refusalOf({ listing: draft, sellerId });
    if (!draft || refusal) return refused(refusal ?? 'NOT_FOUND');
    const previewAudible = await isPreviewAudible(draft);

    return unitOfWork(async ({ listings, events }): Promise<PublishListingResult> => {
      const found = await listings.findForChange(listingId);
      const refusalNow = refusalOf({ listing: found?.listing, sellerId });
      if (!found || refusalNow) return refused(refusalNow ?? 'NOT_FOUND');
      const problems = publicationProblems({ ...found, kind: found.listing.kind, isPreviewAudible: previewAudible });
      if (problems.length > 0) return err(problems);

      const listing = published(found.listing, clock());
      await listings.publish(listing);
      await events.record('marketplace.listing-published.v1', listing.id, listing.revision, {
        listingId: listing.id,
        sellerId: listing.sellerId,
        title: listing.title,
      });
      return ok(listing);
    });
  };
}
