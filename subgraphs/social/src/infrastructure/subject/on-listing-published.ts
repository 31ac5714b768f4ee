import type { Id } from '@veza/kernel';
import type { EventEnvelope } from '@veza/messaging';
import type { Transaction } from '@veza/postgres';
import type { MarketplaceEvents } from '@veza/schema/events';
import { keepSubject } from './known-subject-row.ts';

/** A listing can be seen, liked and talked about. */
export async function onListingPublished(
  tx: Transaction,
  { data, revision }: EventEnvelope<MarketplaceEvents['marketplace.listing-published.v1']>,
): Promise<void> {
  await keepSubject(tx, {
    id: data.listingId as Id<'listing'>,
    kind: 'LISTING',
    ownerId: data.sellerId as Id<'user'>,
    visibility: 'PUBLIC',
    isReady: true,
    releaseAt: null,
    durationMs: null,
    isDeleted: false,
    revision,
  });
}
