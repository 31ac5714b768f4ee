import type { Resolvers } from './generated.ts';

/** Files of messages. */
export const attachmentResolvers: Resolvers = {
  Attachment: { url: (attachment, _args, { chat }) => chat.attachmentAddresses.urlOf(attachment) },
  Message: { attachments: ({ attachments, channelId }) => attachments.map((attachment) => ({ ...attachment, channelId })) },
};
