import { toId } from '@veza/kernel';
import { isAvailable } from '../domain/licence.ts';
import { averageRating } from '../domain/listing.ts';
import { formatMoney } from '../domain/money.ts';
import { signedIn } from './context.ts';
import type { CreateListingInput, Resolvers } from './generated.ts';
import { userErrors } from './refusals.ts';

/** The input in the words of the use case: `null` is the same as left out. */
const draftOf = (input: CreateListingInput) => ({
  title: input.title,
  description: input.description ?? undefined,
  kind: input.kind,
  tags: input.tags ?? [],
  fileUploadIds: (input.fileUploadIds ?? []).map((id) => toId('upload', id)),
  previewTrackId: input.previewTrackId == null ? undefined : toId('track', input.previewTrackId),
  licences: input.licences.map((licence) => ({ ...licence, stock: licence.stock ?? undefined })),
  revenueSplits: input.revenueSplits?.map(({ userId, shareBps }) => ({ userId: toId('user', userId), shareBps })),
});

/** Listings and their licences. */
export const listingResolvers: Resolvers = {
  Query: {
    listing: (_root, { id }, { loaders }) => loaders.listing.load(toId('listing', id)),
  },
  Mutation: {
    async createListing(_root, { input }, { marketplace, caller }) {
      const created = await marketplace.createListing({ ...draftOf(input), sellerId: signedIn(caller) });
      return created.ok ? { listing: created.value, userErrors: [] } : { listing: null, userErrors: userErrors(created.error) };
    },
    async publishListing(_root, { input }, { marketplace, caller }) {
      const published = await marketplace.publishListing({ listingId: toId('listing', input.listingId), sellerId: signedIn(caller) });
      return published.ok ? { listing: published.value, userErrors: [] } : { listing: null, userErrors: userErrors(published.error) };
    },
  },
  Listing: {
    averageRating,
    licences: ({ id }, _args, { loaders }) => loaders.licencesOf.load(id),
    seller: ({ sellerId }) => ({ id: sellerId }),
    previewTrack: ({ previewTrackId }) => previewTrackId && { id: previewTrackId },
  },
  Licence: {
    isAvailable: async (licence, _args, { loaders }) =>
      isAvailable(licence, (await loaders.listing.load(licence.listingId))?.state ?? 'DRAFT'),
  },
  Money: {
    amount: (money) => formatMoney(money).amount,
  },
};
