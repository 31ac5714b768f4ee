import type { EntityLoaders } from '@veza/graphql';
import { toId } from '@veza/kernel';
import type { MarketplaceContext } from './context.ts';

/** What other subgraphs and `node` ask for by id. Listings of a person nobody knows are none; users says whether they exist. */
export const entities: EntityLoaders<MarketplaceContext> = {
  User: (references) => Promise.resolve(references.map(({ id }) => ({ id: toId('user', id) }))),
  async Listing(references, { loaders }) {
    return Promise.all(references.map(({ id }) => loaders.listing.load(toId('listing', id))));
  },
  async Licence(references, { loaders }) {
    return Promise.all(references.map(({ id }) => loaders.licence.load(toId('licence', id))));
  },
};
