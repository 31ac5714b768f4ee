import type { EntityLoaders } from '@veza/graphql';
import { toId } from '@veza/kernel';
import type { ChatContext } from './context.ts';

/** What chat answers for other subgraphs and for `node`: only what the asking person sees. */
export const entities: EntityLoaders<ChatContext> = {
  Community: (references, { chat, viewerId }) =>
    seen(viewerId, references, (viewer) =>
      chat.findCommunities(
        viewer,
        references.map(({ id }) => toId('community', id)),
      ),
    ),
  Channel: (references, { chat, viewerId }) =>
    seen(viewerId, references, (viewer) =>
      chat.findChannels(
        viewer,
        references.map(({ id }) => toId('channel', id)),
      ),
    ),
  Message: (references, { chat, viewerId }) =>
    seen(viewerId, references, (viewer) =>
      chat.findMessages(
        viewer,
        references.map(({ id }) => toId('message', id)),
      ),
    ),
  Attachment: (references, { chat, viewerId }) =>
    seen(viewerId, references, (viewer) =>
      chat.findAttachments(
        viewer,
        references.map(({ id }) => toId('attachment', id)),
      ),
    ),
  Role: (references, { chat, viewerId }) =>
    seen(viewerId, references, (viewer) =>
      chat.findRoles(
        viewer,
        references.map(({ id }) => toId('role', id)),
      ),
    ),
  Viewer: async (references, { viewerId }) => references.map(({ id }) => (id === viewerId ? { id } : null)),
};

function seen<Viewer, Entity>(
  viewer: Viewer | undefined,
  references: readonly unknown[],
  load: (viewer: Viewer) => Promise<readonly (Entity | null)[]>,
): Promise<readonly (Entity | null)[]> {
  return viewer === undefined ? Promise.resolve(references.map(() => null)) : load(viewer);
}
