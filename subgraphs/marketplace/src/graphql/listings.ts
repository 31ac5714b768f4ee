import { connection, graphqlError, readPage } from '@veza/graphql';
import { assertNever, type PageArguments, toId } from '@veza/kernel';
import type { CursorInvalid } from '../application/ports.ts';
import type { InvalidCriteria, SearchListingsQuery } from '../application/search-listings.ts';
import type { MarketplaceContext } from './context.ts';
import type { QueryListingsArgs, Resolvers } from './generated.ts';

function systemError(failure: InvalidCriteria | CursorInvalid) {
  switch (failure.code) {
    case 'BAD_USER_INPUT':
      return graphqlError('BAD_USER_INPUT', `${failure.argument} is too short, too long or out of range`);
    case 'CURSOR_INVALID':
      return graphqlError('CURSOR_INVALID', 'this cursor is not one of this list');
    default:
      return assertNever(failure);
  }
}

async function listed(query: SearchListingsQuery, page: PageArguments, { marketplace }: MarketplaceContext) {
  const found = await marketplace.searchListings(query, readPage(page));
  if (!found.ok) throw systemError(found.error);
  return connection(found.value, found.value.cursorOf, found.value.count);
}

const searchOf = ({ query, filter, sort }: Partial<QueryListingsArgs>): SearchListingsQuery => {
  const sellerId = filter?.sellerId;
  return { ...filter, query, sort, sellerId: sellerId == null ? undefined : toId('user', sellerId) };
};

/** Lists of listings. */
export const listingsResolvers: Resolvers = {
  Query: {
    listings: (_root, { query, filter, sort, ...page }, context) => listed(searchOf({ query, filter, sort }), page, context),
  },
  User: {
    listings: ({ id }, page, context) => listed({ sellerId: id, sort: 'NEWEST' }, page, context),
  },
};
