import type { Page, Slice } from '@veza/kernel';
import { can, type ChannelAccess } from '../../domain/channel-access.ts';
import type { MessageView } from '../../domain/message/message.ts';
import type { MessageReader } from '../ports/message.ts';

export type ListMessages = ReturnType<typeof listMessages>;

/** A channel's messages by number, oldest first; empty without READ_HISTORY. */
export function listMessages({ messages }: { readonly messages: MessageReader }) {
  return async (access: ChannelAccess, slice: Slice<number>): Promise<Page<MessageView>> =>
    can(access, 'READ_HISTORY') ? messages.list(access.channel.id, slice) : { items: [], hasNextPage: false, hasPreviousPage: false };
}
