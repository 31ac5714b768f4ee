import type { Id } from '@veza/kernel';
import type { EventEnvelope } from '@veza/messaging';
import type { Transaction } from '@veza/postgres';
import type { MarketplaceEvents } from '@veza/schema/events';
import { and, eq, sql } from 'drizzle-orm';
import { upload } from '../tables.ts';

/** A listing uses a finished upload of its kind, which is kept from now on. A claim that is told twice, or of anything else, changes nothing. */
export async function onUploadClaimed(
  tx: Transaction,
  { data }: EventEnvelope<MarketplaceEvents['marketplace.upload-claimed.v1']>,
): Promise<void> {
  await tx
    .update(upload)
    .set({ state: 'CLAIMED', revision: sql`${upload.revision} + 1` })
    .where(and(eq(upload.id, data.uploadId as Id<'upload'>), eq(upload.state, 'READY'), eq(upload.purpose, 'LISTING_FILE')));
}
