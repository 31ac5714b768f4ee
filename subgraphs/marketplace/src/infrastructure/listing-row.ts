import { getTableColumns } from 'drizzle-orm';
import type { Licence } from '../domain/licence.ts';
import type { Listing } from '../domain/listing.ts';
import { type licence, listing } from './tables.ts';

type ListingRow = Omit<typeof listing.$inferSelect, 'document'>;

const { document: _document, ...readColumns } = getTableColumns(listing);

/** The columns of a listing but the searched document, which only Postgres reads. */
export const listingColumns = readColumns;

/** A listing of a row. */
export function listingOf({ lowestPriceMinor, lowestPriceCurrency, ...row }: ListingRow): Listing {
  const hasPrice = lowestPriceMinor !== null && lowestPriceCurrency !== null;
  return { ...row, lowestPrice: hasPrice ? { amountMinor: lowestPriceMinor, currency: lowestPriceCurrency } : null };
}

/** The columns that a listing becomes. */
export function listingValues({ lowestPrice, tags, ...values }: Listing): typeof listing.$inferInsert {
  return {
    ...values,
    tags: [...tags],
    lowestPriceMinor: lowestPrice?.amountMinor ?? null,
    lowestPriceCurrency: lowestPrice?.currency ?? null,
  };
}

/** A licence of a row. */
export function licenceOf({ priceMinor, currency, place: _place, ...row }: typeof licence.$inferSelect): Licence {
  return { ...row, price: { amountMinor: priceMinor, currency } };
}

/** The columns that a licence becomes at its place in the seller's order. */
export function licenceValues({ price, ...values }: Licence, place: number): typeof licence.$inferInsert {
  return { ...values, place, priceMinor: price.amountMinor, currency: price.currency };
}
