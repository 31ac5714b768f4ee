import { can, canView } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import type { MessageId, MessageView } from '../../domain/message/message.ts';
import type { AccessReader } from '../ports/access.ts';
import type { MessageReader } from '../ports/message.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly messages: MessageReader;
}

export type FindMessages = ReturnType<typeof findMessages>;

/** Messages in the order asked; null for those that are absent, or whose channel or history this person cannot see. */
export function findMessages({ access, messages }: Dependencies) {
  return async (viewerId: UserId, ids: readonly MessageId[]): Promise<readonly (MessageView | null)[]> => {
    const found = await messages.findMany(ids);
    const channelIds = [...new Set(Array.from(found.values(), ({ channelId }) => channelId))];
    const standings = await access.channels(viewerId, channelIds);
    return ids.map((id) => {
      const message = found.get(id);
      const standing = message && standings.get(message.channelId);
      return message && canView(standing) && can(standing, 'READ_HISTORY') ? message : null;
    });
  };
}
