import { commentsOn } from './comment.ts';
import type { Resolvers } from './generated.ts';

/** What social adds to a listing. */
export const listingResolvers: Resolvers = {
  Listing: {
    likeCount: async ({ id }, _args, { loaders }) => (await loaders.subjectCounts.load(id)).likes,
    viewerHasLiked: ({ id }, _args, { loaders }) => loaders.liked.load(id),
    comments: commentsOn,
  },
};
