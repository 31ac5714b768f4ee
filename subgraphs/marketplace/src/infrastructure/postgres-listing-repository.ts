import type { Id } from '@veza/kernel';
import type { Transaction } from '@veza/postgres';
import { count, eq } from 'drizzle-orm';
import type { ListingRepository } from '../application/ports.ts';
import type { NewListing } from '../domain/new-listing.ts';
import { licenceValues, listingColumns, listingOf, listingValues } from './listing-row.ts';
import { licence, listing, listingFile, revenueSplit } from './tables.ts';

/** Listings in Postgres, inside one transaction. */
export function postgresListingRepository(tx: Transaction): ListingRepository {
  /** The primary key of a file is its upload, so of two listings that want one, the later waits and then gets nothing. */
  const addFiles = async ({ id, fileUploadIds }: NewListing): Promise<readonly Id<'upload'>[]> => {
    if (fileUploadIds.length === 0) return [];
    const added = await tx
      .insert(listingFile)
      .values(fileUploadIds.map((uploadId, place) => ({ uploadId, listingId: id, place })))
      .onConflictDoNothing()
      .returning({ uploadId: listingFile.uploadId });
    const own = new Set(added.map(({ uploadId }) => uploadId));
    return fileUploadIds.filter((uploadId) => !own.has(uploadId));
  };

  return {
    async add(draft) {
      const { licences, fileUploadIds: _files, revenueSplits, ...plain } = draft;
      await tx.insert(listing).values(listingValues(plain));
      if (licences.length > 0) await tx.insert(licence).values(licences.map(licenceValues));
      await tx.insert(revenueSplit).values(revenueSplits.map((split) => ({ ...split, listingId: draft.id })));
      return { usedUploadIds: await addFiles(draft) };
    },
    async findForChange(id) {
      const [row] = await tx.select(listingColumns).from(listing).where(eq(listing.id, id)).for('update');
      if (!row) return undefined;
      const [licences] = await tx.select({ count: count() }).from(licence).where(eq(licence.listingId, id));
      const [files] = await tx.select({ count: count() }).from(listingFile).where(eq(listingFile.listingId, id));
      return { listing: listingOf(row), licenceCount: licences?.count ?? 0, fileCount: files?.count ?? 0 };
    },
    async publish({ id, state, publishedAt, revision }) {
      await tx.update(listing).set({ state, publishedAt, revision }).where(eq(listing.id, id));
    },
  };
}
