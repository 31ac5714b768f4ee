import { toId } from '@veza/kernel';
import { normaliseUsername } from '../domain/username.ts';
import type { Resolvers } from './generated.ts';
import { userErrors } from './refusals.ts';
import { signedIn } from './signed-in.ts';
import { graphqlError } from '@veza/graphql';

/** People as others see them. */
export const userResolvers: Resolvers = {
  Query: {
    user: async (_root, { id }, { loaders }) => (await loaders.user.load(toId('user', id))) ?? null,
    userByUsername: async (_root, { username }, { users }) =>
      (await users.accounts.findUserByUsername(normaliseUsername(username))) ?? null,
  },
  Mutation: {
    async updateProfile(_root, { input }, context) {
      if (input.displayName === null) throw graphqlError('BAD_USER_INPUT', 'input.displayName cannot be cleared');
      const { displayName, bio, links, avatarUploadId: given } = input;
      const avatarUploadId = given == null ? given : toId('upload', given);
      const updated = await context.users.updateProfile(signedIn(context), { displayName, bio, links, avatarUploadId });
      return { user: updated.ok ? updated.value : null, userErrors: userErrors(updated) };
    },
  },
  User: {
    avatar: ({ avatar }) => (avatar ? { id: avatar.imageId } : null),
  },
};
