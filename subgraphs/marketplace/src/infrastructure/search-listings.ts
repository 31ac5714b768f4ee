import { type CursorCodec, type CursorKey, cursorCodec, pageOf, type PageRequest } from '@veza/kernel';
import type { Database } from '@veza/postgres';
import { and, sql } from 'drizzle-orm';
import type { CursorInvalid, ListedListings, ListingSearch } from '../application/ports.ts';
import { formatMoney } from '../domain/money.ts';
import { fits, relevance, type TextMatch } from './listing-criteria.ts';
import { besidePlace, listingOrder, orderBy, type RankedListing } from './listing-order.ts';
import { listingColumns, listingOf } from './listing-row.ts';
import { listing } from './tables.ts';

/** Exact counts end here. */
const MAX_COUNT = 10_000;
const NOT_SOUGHT = sql<number>`0::float8`;

type Source = { readonly database: Database; readonly cursorSecret: Uint8Array };

/** Cursors hold for one search and one way of seeking its text. */
function codecOf(secret: Uint8Array, { criteria, sort }: ListingSearch, match: TextMatch): CursorCodec {
  const { minPrice, maxPrice } = criteria;
  const prices = { minPrice: minPrice && formatMoney(minPrice), maxPrice: maxPrice && formatMoney(maxPrice) };
  return cursorCodec(secret, `listings:${match}`, { ...criteria, ...prices, sort });
}

interface Places {
  readonly match: TextMatch;
  readonly after: readonly CursorKey[] | undefined;
  readonly before: readonly CursorKey[] | undefined;
}

/** Where the page lies. A cursor tells how its first page sought the text, so that later pages seek it the same way. */
function placesOf(codecs: Readonly<Record<TextMatch, CursorCodec>>, { after, before }: PageRequest): Places | undefined {
  for (const match of ['words', 'title'] as const) {
    const [afterKeys, beforeKeys] = [after, before].map((cursor) => (cursor === undefined ? undefined : codecs[match].decode(cursor)));
    const isOfThisList = (after === undefined || afterKeys !== undefined) && (before === undefined || beforeKeys !== undefined);
    if (isOfThisList) return { match, after: afterKeys, before: beforeKeys };
  }
  return undefined;
}

async function fetchRows(
  { database }: Source,
  search: ListingSearch,
  places: Places,
  page: PageRequest,
): Promise<readonly RankedListing[]> {
  const { criteria, sort } = search;
  const rank = criteria.query === undefined ? NOT_SOUGHT : relevance(criteria.query, places.match);
  const order = listingOrder(sort, rank);
  const rows = await database
    .select({ ...listingColumns, rank })
    .from(listing)
    .where(
      and(
        fits(criteria, places.match),
        places.after && besidePlace(order, places.after, 'after'),
        places.before && besidePlace(order, places.before, 'before'),
      ),
    )
    .orderBy(...orderBy(order, page.direction === 'backward'))
    .limit(page.size + 1);
  return rows.map(({ rank: found, ...row }) => ({ item: listingOf(row), relevance: found }));
}

async function countMatches({ database }: Source, { criteria }: ListingSearch, match: TextMatch): Promise<number | null> {
  const found = database
    .select({ one: sql`1` })
    .from(listing)
    .where(fits(criteria, match))
    .limit(MAX_COUNT + 1)
    .as('found');
  const [row] = await database.select({ total: sql<number>`count(*)::int` }).from(found);
  return row && row.total <= MAX_COUNT ? row.total : null;
}

/** A page of published listings that fit; those with a similar title when none has the words of the text. */
export async function searchListings(source: Source, search: ListingSearch, page: PageRequest): Promise<ListedListings | CursorInvalid> {
  const codecs = { words: codecOf(source.cursorSecret, search, 'words'), title: codecOf(source.cursorSecret, search, 'title') };
  const asked = placesOf(codecs, page);
  if (!asked) return { code: 'CURSOR_INVALID' };
  const isFirst = asked.after === undefined && asked.before === undefined;
  const byWords = await fetchRows(source, search, asked, page);
  const isSimilarDue = byWords.length === 0 && isFirst && search.criteria.query !== undefined;
  const places: Places = isSimilarDue ? { ...asked, match: 'title' } : asked;
  const rows = isSimilarDue ? await fetchRows(source, search, places, page) : byWords;

  const ranked = pageOf(rows, page);
  const byId = new Map(ranked.items.map((one) => [one.item.id, one]));
  const order = listingOrder(search.sort, NOT_SOUGHT);
  return {
    ...ranked,
    items: ranked.items.map(({ item }) => item),
    cursorOf: ({ id }) => codecs[places.match].encode(order.keysOf(byId.get(id)!)),
    count: () => countMatches(source, search, places.match),
  };
}
