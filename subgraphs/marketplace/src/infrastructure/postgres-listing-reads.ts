import type { Database } from '@veza/postgres';
import { asc, inArray } from 'drizzle-orm';
import type { ListingReads } from '../application/ports.ts';
import type { Licence } from '../domain/licence.ts';
import { licenceOf, listingColumns, listingOf } from './listing-row.ts';
import { searchListings } from './search-listings.ts';
import { licence, listing } from './tables.ts';

/** Reads in Postgres: one statement for any number of ids. */
export function postgresListingReads(database: Database, cursorSecret: Uint8Array): ListingReads {
  return {
    async findMany(ids) {
      const rows = await database
        .select(listingColumns)
        .from(listing)
        .where(inArray(listing.id, [...ids]));
      const byId = new Map(rows.map((row) => [row.id, listingOf(row)]));
      return ids.map((id) => byId.get(id));
    },
    async licencesOf(ids) {
      const rows = await database
        .select()
        .from(licence)
        .where(inArray(licence.listingId, [...ids]))
        .orderBy(asc(licence.listingId), asc(licence.place));
      const byListing = new Map(ids.map((id): [string, Licence[]] => [id, []]));
      for (const row of rows) byListing.get(row.listingId)?.push(licenceOf(row));
      return ids.map((id) => byListing.get(id) ?? []);
    },
    async findLicences(ids) {
      const rows = await database
        .select()
        .from(licence)
        .where(inArray(licence.id, [...ids]));
      const byId = new Map(rows.map((row) => [row.id, licenceOf(row)]));
      return ids.map((id) => byId.get(id));
    },
    search: (search, page) => searchListings({ database, cursorSecret }, search, page),
  };
}
