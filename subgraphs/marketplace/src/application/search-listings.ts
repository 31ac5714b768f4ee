import { err, type Id, ok, type PageRequest, type Result } from '@veza/kernel';
import type { ListingKind } from '../domain/listing.ts';
import { type Money, type MoneyText, parseMoney } from '../domain/money.ts';
import { readTags } from '../domain/tags.ts';
import { textLength } from '../domain/text.ts';
import type { CursorInvalid, ListedListings, ListingCriteria, ListingReads, ListingSort } from './ports.ts';

const MAX_QUERY_LENGTH = 200;

type Dependencies = { readonly reads: Pick<ListingReads, 'search'> };

/** The criteria are none; `argument` is to blame. */
export interface InvalidCriteria {
  readonly code: 'BAD_USER_INPUT';
  readonly argument: 'query' | 'tags' | 'minPrice' | 'maxPrice';
}

type Maybe<T> = T | null | undefined;

/** A search as a client asks for it; what is null or left out does not matter. */
export interface SearchListingsQuery {
  readonly query?: Maybe<string>;
  readonly kind?: Maybe<ListingKind>;
  readonly tags?: Maybe<readonly string[]>;
  readonly minPrice?: Maybe<MoneyText>;
  readonly maxPrice?: Maybe<MoneyText>;
  readonly sellerId?: Maybe<Id<'user'>>;
  readonly sort?: Maybe<ListingSort>;
}

export type SearchListings = ReturnType<typeof searchListings>;

/** Undefined for what was not asked, null for what cannot be read. */
const readIfAsked = <Asked, Read>(asked: Maybe<Asked>, read: (asked: Asked) => Read | undefined): Read | undefined | null =>
  asked === null || asked === undefined ? undefined : (read(asked) ?? null);

function readQuery(text: string): string | undefined {
  const query = text.normalize('NFC').trim();
  return query === '' || textLength(query) > MAX_QUERY_LENGTH ? undefined : query;
}

const differInCurrency = (a: Money | undefined, b: Money | undefined) => a !== undefined && b !== undefined && a.currency !== b.currency;

function readCriteria(asked: SearchListingsQuery): Result<ListingCriteria, InvalidCriteria> {
  const invalid = (argument: InvalidCriteria['argument']) => err({ code: 'BAD_USER_INPUT', argument } as const);
  const query = readIfAsked(asked.query, readQuery);
  if (query === null) return invalid('query');
  const tags = readIfAsked(asked.tags, readTags);
  if (tags === null) return invalid('tags');
  const minPrice = readIfAsked(asked.minPrice, parseMoney);
  if (minPrice === null) return invalid('minPrice');
  const maxPrice = readIfAsked(asked.maxPrice, parseMoney);
  if (maxPrice === null || differInCurrency(minPrice, maxPrice)) return invalid('maxPrice');
  return ok({ query, tags: tags ?? [], minPrice, maxPrice, kind: asked.kind ?? undefined, sellerId: asked.sellerId ?? undefined });
}

/** Published listings that fit. Fails with BAD_USER_INPUT for criteria that are none, and CURSOR_INVALID. */
export function searchListings({ reads }: Dependencies) {
  return async (asked: SearchListingsQuery, page: PageRequest): Promise<Result<ListedListings, InvalidCriteria | CursorInvalid>> => {
    const criteria = readCriteria(asked);
    if (!criteria.ok) return criteria;
    const hasQuery = criteria.value.query !== undefined;
    const wanted = asked.sort ?? 'RELEVANCE';
    const listed = await reads.search({ criteria: criteria.value, sort: wanted === 'RELEVANCE' && !hasQuery ? 'NEWEST' : wanted }, page);
    return 'code' in listed ? err(listed) : ok(listed);
  };
}
