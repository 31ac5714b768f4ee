import { connection, graphqlError, readPage } from '@veza/graphql';
import { viewerId } from '@veza/auth';
import type { UsersContext } from './context.ts';
import type { Resolvers } from './generated.ts';
import type { ViewerModel } from './models.ts';
import { systemError } from './refusals.ts';
import { signedIn } from './signed-in.ts';

/** Who sees an account: its owner, and whoever just proved with a mailed token that they are. */
export function isViewerSelf({ id, isProven }: ViewerModel, { caller }: UsersContext): boolean {
  return viewerId(caller) === id || isProven === true;
}

/** One's own account. */
export const viewerResolvers: Resolvers = {
  Query: {
    async viewer(_root, _args, context) {
      const viewer = await context.users.getViewer(signedIn(context));
      if (!viewer.ok) throw systemError(viewer.error);
      return viewer.value;
    },
  },
  Viewer: {
    emailVerified: ({ emailVerifiedAt }) => emailVerifiedAt !== undefined,
    roles: ({ id }, _args, { users }) => users.roles.list(id),
    totpEnabled: () => false,
    async user({ id }, _args, { loaders }) {
      const user = await loaders.user.load(id);
      if (!user) throw new Error(`account ${id} has no profile`);
      return user;
    },
    async sessions({ id }, args, { users }) {
      const page = await users.listSessions(id, readPage(args));
      if (!page.ok) throw graphqlError('CURSOR_INVALID', 'this cursor is not one of this list');
      return connection(page.value, users.listSessions.cursorOf, () => users.listSessions.count(id));
    },
  },
  SessionConnection: {
    totalCount: ({ totalCount }) => (typeof totalCount === 'function' ? totalCount() : totalCount),
  },
};
