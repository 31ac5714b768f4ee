import { commentsOn } from './comment.ts';
import type { Resolvers } from './generated.ts';

/** What social adds to a track. */
export const trackResolvers: Resolvers = {
  Track: {
    likeCount: async ({ id }, _args, { loaders }) => (await loaders.subjectCounts.load(id)).likes,
    viewerHasLiked: ({ id }, _args, { loaders }) => loaders.liked.load(id),
    repostCount: async ({ id }, _args, { loaders }) => (await loaders.subjectCounts.load(id)).reposts,
    viewerHasReposted: ({ id }, _args, { loaders }) => loaders.reposted.load(id),
    comments: commentsOn,
  },
};
