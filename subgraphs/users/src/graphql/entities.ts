import type { EntityLoaders } from '@veza/graphql';
import { toId } from '@veza/kernel';
import type { UsersContext } from './context.ts';

/** What other subgraphs and `node` ask for by id. Access rules are checked by the kit after loading. */
export const entities: EntityLoaders<UsersContext> = {
  async User(references, { loaders }) {
    return Promise.all(references.map(async ({ id }) => (await loaders.user.load(toId('user', id))) ?? null));
  },
  async Session(references, { loaders, caller }) {
    const sessions = await Promise.all(references.map(({ id }) => loaders.session.load(toId('session', id))));
    return sessions.map((session) => (session && caller.kind === 'user' && session.userId === caller.userId ? session : null));
  },
  /** Only the viewer's own; somebody else's account is absent. */
  async Viewer(references, { users, caller }) {
    const isWanted = caller.kind === 'user' && references.some(({ id }) => id === caller.userId);
    const viewer = isWanted ? await users.getViewer(caller) : undefined;
    return references.map(({ id }) => (viewer?.ok && viewer.value.id === id ? viewer.value : null));
  },
};
