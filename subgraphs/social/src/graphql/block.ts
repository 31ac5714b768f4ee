import { connection, graphqlError, readPage } from '@veza/graphql';
import { toId } from '@veza/kernel';
import { signedIn } from './context.ts';
import type { Resolvers } from './generated.ts';
import { refused } from './refusal.ts';

/** Who blocks whom, which only the blocking person is shown. */
export const blockResolvers: Resolvers = {
  Query: {
    async blockedUsers(_root, args, { social, caller }) {
      const listed = await social.reads.blockedBy(signedIn(caller), readPage(args));
      if ('code' in listed) throw graphqlError('CURSOR_INVALID', 'this cursor is not one of this list');
      return connection(listed, listed.cursorOf);
    },
  },
  Mutation: {
    async block(_root, { input }, { social, caller }) {
      const blocked = await social.block({ blockerId: signedIn(caller), userId: toId('user', input.userId) });
      return blocked.ok ? { user: { id: blocked.value.userId }, userErrors: [] } : { user: null, ...refused(blocked.error) };
    },
    async unblock(_root, { input }, { social, caller }) {
      const unblocked = await social.unblock({ blockerId: signedIn(caller), userId: toId('user', input.userId) });
      return unblocked.ok ? { user: { id: unblocked.value.userId }, userErrors: [] } : { user: null, ...refused(unblocked.error) };
    },
  },
  User: { viewerIsBlocking: ({ id }, _args, { loaders }) => loaders.blocking.load(id) },
};
