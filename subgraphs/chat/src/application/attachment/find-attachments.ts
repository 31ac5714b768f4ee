import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import type { Attachment, AttachmentId } from '../../domain/message/attachment.ts';
import type { AttachmentReader } from '../ports/attachment.ts';
import type { FindMessages } from '../message/find-messages.ts';

interface Dependencies {
  readonly attachments: AttachmentReader;
  readonly findMessages: FindMessages;
}

/** A file with the channel in which its message stands. */
export interface PlacedAttachment extends Attachment {
  readonly channelId: ChannelId;
}

export type FindAttachments = ReturnType<typeof findAttachments>;

/** Files in the order asked; null for those that are absent, or whose message this person cannot see. */
export function findAttachments({ attachments, findMessages }: Dependencies) {
  return async (viewerId: UserId, ids: readonly AttachmentId[]): Promise<readonly (PlacedAttachment | null)[]> => {
    const messageIds = [...new Set((await attachments.messagesOf(ids)).values())];
    const messages = await findMessages(viewerId, messageIds);
    const seen = messages.flatMap((message) => message?.attachments.map((file) => ({ ...file, channelId: message.channelId })) ?? []);
    const byId = new Map(seen.map((file) => [file.id, file]));
    return ids.map((id) => byId.get(id) ?? null);
  };
}
