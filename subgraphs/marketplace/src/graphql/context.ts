import { type Caller, viewerId } from '@veza/auth';
import { graphqlError, type RequestMeta, type SubgraphContext } from '@veza/graphql';
import type { Id } from '@veza/kernel';
import type { CreateListing } from '../application/create-listing.ts';
import type { ListingReads } from '../application/ports.ts';
import type { PublishListing } from '../application/publish-listing.ts';
import type { SearchListings } from '../application/search-listings.ts';
import type { VisibleListings } from '../application/visible-listings.ts';
import type { Onlooker } from '../domain/visibility.ts';
import { type Loaders, loaders } from './loaders.ts';

/** What this subgraph can do. */
export interface Marketplace {
  readonly createListing: CreateListing;
  readonly publishListing: PublishListing;
  readonly searchListings: SearchListings;
  readonly visible: VisibleListings;
  readonly reads: ListingReads;
}

/** What resolvers get with every request. */
export interface MarketplaceContext extends SubgraphContext {
  readonly marketplace: Marketplace;
  readonly loaders: Loaders;
}

/** The signed-in person. Fields that use it are `@access(level: "VIEWER")`, so that there is one. */
export function signedIn(caller: Caller): Id<'user'> {
  const userId = viewerId(caller);
  if (!userId) throw graphqlError('UNAUTHENTICATED', 'sign in to do this');
  return userId;
}

/** The caller, as far as listings care. */
function onlooker(caller: Caller): Onlooker {
  const isModerator = caller.kind === 'user' && caller.scopes.includes('moderation:read');
  return { userId: viewerId(caller), seesEverything: isModerator || caller.kind === 'service' };
}

/** A fresh context, with fresh loaders. */
export function contextFor(marketplace: Marketplace) {
  return (request: RequestMeta): MarketplaceContext => ({
    request,
    caller: request.caller,
    marketplace,
    loaders: loaders(marketplace, onlooker(request.caller)),
  });
}
