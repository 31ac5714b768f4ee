import { and, arrayContains, eq, gte, lte, type SQL, sql } from 'drizzle-orm';
import type { ListingCriteria } from '../application/ports.ts';
import type { Money } from '../domain/money.ts';
import { listing } from './tables.ts';

/** How a text is sought: by its words, or, when no listing has them, by titles that look like it. */
export type TextMatch = 'words' | 'title';

const wordsOf = (query: string) => sql`plainto_tsquery('listing_search', ${query})`;

/** How well a listing fits the text, above 0. Depends on the listing alone, so that a page can be continued from it. */
export function relevance(query: string, match: TextMatch): SQL<number> {
  return match === 'words'
    ? sql<number>`ts_rank_cd(${listing.document}, ${wordsOf(query)})::float8`
    : sql<number>`word_similarity(${query}, ${listing.title})::float8`;
}

function fitsText(query: string | undefined, match: TextMatch): SQL | undefined {
  if (query === undefined) return undefined;
  return match === 'words' ? sql`${listing.document} @@ ${wordsOf(query)}` : sql`${query} <% ${listing.title}`;
}

/** Written out, not a parameter: only so a prepared statement can use the indexes of published listings. */
const IS_PUBLISHED = sql`${listing.state} = 'PUBLISHED'`;

const inCurrency = (price: Money | undefined) => price && eq(listing.lowestPriceCurrency, price.currency);

/** Published listings that fit all criteria. */
export function fits({ query, kind, tags, minPrice, maxPrice, sellerId }: ListingCriteria, match: TextMatch): SQL | undefined {
  return and(
    IS_PUBLISHED,
    fitsText(query, match),
    kind && eq(listing.kind, kind),
    tags.length > 0 ? arrayContains(listing.tags, [...tags]) : undefined,
    sellerId && eq(listing.sellerId, sellerId),
    inCurrency(minPrice),
    minPrice && gte(listing.lowestPriceMinor, minPrice.amountMinor),
    inCurrency(maxPrice),
    maxPrice && lte(listing.lowestPriceMinor, maxPrice.amountMinor),
  );
}
