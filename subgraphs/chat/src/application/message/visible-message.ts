import { can, canView, type ChannelAccess } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import type { MessageId, MessageView } from '../../domain/message/message.ts';
import type { AccessReader } from '../ports/access.ts';
import type { MessageReader } from '../ports/message.ts';

/** A message and what somebody may do where it stands. */
export interface VisibleMessage {
  readonly message: MessageView;
  readonly standing: ChannelAccess;
}

/** A message that the person sees: its channel, and its history unless they wrote it themselves. Else undefined, as for an absent one. */
export async function visibleMessage(
  { access, messages }: { readonly access: AccessReader; readonly messages: MessageReader },
  { actorId, messageId }: { readonly actorId: UserId; readonly messageId: MessageId },
): Promise<VisibleMessage | undefined> {
  const message = (await messages.findMany([messageId])).get(messageId);
  const standing = message && (await access.channels(actorId, [message.channelId])).get(message.channelId);
  if (!message || !canView(standing)) return undefined;
  return message.authorId === actorId || can(standing, 'READ_HISTORY') ? { message, standing } : undefined;
}
