import { connection, graphqlError, readPage } from '@veza/graphql';
import { toId } from '@veza/kernel';
import { signedIn } from './context.ts';
import type { Resolvers } from './generated.ts';
import { refused } from './refusal.ts';

/** People, and who follows whom. */
export const userResolvers: Resolvers = {
  Mutation: {
    async follow(_root, { input }, { social, caller }) {
      const followed = await social.follow({ followerId: signedIn(caller), userId: toId('user', input.userId) });
      return followed.ok ? { user: { id: followed.value.userId }, userErrors: [] } : { user: null, ...refused(followed.error) };
    },
    async unfollow(_root, { input }, { social, caller }) {
      const unfollowed = await social.unfollow({ followerId: signedIn(caller), userId: toId('user', input.userId) });
      return unfollowed.ok ? { user: { id: unfollowed.value.userId }, userErrors: [] } : { user: null, ...refused(unfollowed.error) };
    },
  },
  User: {
    followerCount: async ({ id }, _args, { loaders }) => (await loaders.userCounts.load(id)).followers,
    followingCount: async ({ id }, _args, { loaders }) => (await loaders.userCounts.load(id)).following,
    viewerIsFollowing: ({ id }, _args, { loaders }) => loaders.following.load(id),
    async followers({ id }, args, { social, loaders }) {
      const listed = await social.reads.followersOf(id, readPage(args));
      if ('code' in listed) throw graphqlError('CURSOR_INVALID', 'this cursor is not one of this list');
      return connection(listed, listed.cursorOf, async () => (await loaders.userCounts.load(id)).followers);
    },
  },
};
