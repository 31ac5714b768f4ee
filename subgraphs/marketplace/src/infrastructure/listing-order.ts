import { type CursorKey, toUuid } from '@veza/kernel';
import { type SQL, sql } from 'drizzle-orm';
import type { ListingSort } from '../application/ports.ts';
import type { Listing } from '../domain/listing.ts';
import { listing } from './tables.ts';

/** A listing with how well it fits the text; 0 without one. */
export interface RankedListing {
  readonly item: Listing;
  readonly relevance: number;
}

/** A total order of listings: what it compares, whether it rises, and how a cursor names a place in it. */
export interface ListingOrder {
  readonly columns: readonly SQL[];
  readonly isRising: boolean;
  keysOf(ranked: RankedListing): readonly CursorKey[];
  /** Values of the columns at a place. */
  placeOf(keys: readonly CursorKey[]): readonly SQL[];
}

const ID = sql`${listing.id}`;
const idAt = (key: CursorKey | undefined) => sql`${toUuid('listing', String(key))}::uuid`;

const newest: ListingOrder = {
  columns: [sql`${listing.publishedAt}`, ID],
  isRising: false,
  keysOf: ({ item }) => [item.publishedAt!.toISOString(), item.id],
  placeOf: ([publishedAt, id]) => [sql`${String(publishedAt)}::timestamptz`, idAt(id)],
};

const price = (isRising: boolean): ListingOrder => ({
  columns: [sql`${listing.lowestPriceCurrency}`, sql`${listing.lowestPriceMinor}`, ID],
  isRising,
  keysOf: ({ item }) => [item.lowestPrice!.currency, item.lowestPrice!.amountMinor.toString(), item.id],
  placeOf: ([currency, minor, id]) => [sql`${String(currency)}::char(3)`, sql`${String(minor)}::bigint`, idAt(id)],
});

const mostRelevant = (relevance: SQL): ListingOrder => ({
  columns: [relevance, ID],
  isRising: false,
  keysOf: (ranked) => [ranked.relevance, ranked.item.id],
  placeOf: ([rank, id]) => [sql`${Number(rank)}::float8`, idAt(id)],
});

/** @param relevance expression of how well a listing fits the text */
export function listingOrder(sort: ListingSort, relevance: SQL): ListingOrder {
  switch (sort) {
    case 'NEWEST':
      return newest;
    case 'PRICE_ASC':
      return price(true);
    case 'PRICE_DESC':
      return price(false);
    case 'RELEVANCE':
      return mostRelevant(relevance);
  }
}

const row = (parts: readonly SQL[]) => sql`(${sql.join([...parts], sql`, `)})`;

/** Holds for listings that come after the place in this order, or before it. */
export function besidePlace({ columns, isRising, placeOf }: ListingOrder, keys: readonly CursorKey[], side: 'after' | 'before'): SQL {
  const operator = isRising === (side === 'after') ? sql`>` : sql`<`;
  return sql`${row(columns)} ${operator} ${row(placeOf(keys))}`;
}

/** The order, or its reverse. */
export function orderBy({ columns, isRising }: ListingOrder, isReversed: boolean): readonly SQL[] {
  const direction = isRising === isReversed ? sql`desc` : sql`asc`;
  return columns.map((column) => sql`${column} ${direction}`);
}
