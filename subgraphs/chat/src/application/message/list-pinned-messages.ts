import { can, type ChannelAccess } from '../../domain/channel-access.ts';
import type { MessageView } from '../../domain/message/message.ts';
import type { MessageReader } from '../ports/message.ts';

export type ListPinnedMessages = ReturnType<typeof listPinnedMessages>;

/** A channel's pinned messages, oldest first, at most 250; empty without READ_HISTORY. */
export function listPinnedMessages({ messages }: { readonly messages: MessageReader }) {
  return async (access: ChannelAccess): Promise<readonly MessageView[]> =>
    can(access, 'READ_HISTORY') ? messages.listPinned(access.channel.id) : [];
}
