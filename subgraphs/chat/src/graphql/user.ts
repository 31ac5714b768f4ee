import { graphqlError } from '@veza/graphql';
import type { UserId } from '../domain/community.ts';
import type { UserCard } from '../domain/user-card.ts';
import type { ChatContext } from './context.ts';
import type { Resolvers } from './generated.ts';

/** What chat itself knows of people, so that messages need nobody else to show who wrote them. */
export const userResolvers: Resolvers = {
  User: {
    username: async ({ id }, _args, { loaders }) => (await cardOf(id, loaders)).username,
    displayName: async ({ id }, _args, { loaders }) => (await cardOf(id, loaders)).displayName,
    async avatar({ id }, _args, { loaders }) {
      const { avatarImageId } = await cardOf(id, loaders);
      return avatarImageId === null ? null : { id: avatarImageId };
    },
  },
};

/** @throws GraphQLError SUBGRAPH_UNAVAILABLE for somebody whom nobody can tell of just now */
async function cardOf(id: UserId, { userCard }: ChatContext['loaders']): Promise<UserCard> {
  const card = await userCard.load(id);
  if (!card) throw graphqlError('SUBGRAPH_UNAVAILABLE', 'accounts cannot be asked just now', { service: 'users' });
  return card;
}
