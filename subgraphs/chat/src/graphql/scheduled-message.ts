import { toId } from '@veza/kernel';
import type { ScheduledMessage as Model } from '../domain/scheduled-message.ts';
import { carriedOut } from './carried-out.ts';
import { viewerOf } from './context.ts';
import type { Resolvers } from './generated.ts';
import { optional, optionalId } from './optional.ts';

/** Messages that are sent later: keeping, changing and taking them back. */
export const scheduledMessageResolvers: Resolvers = {
  Mutation: {
    async scheduleMessage(_root, { input }, context) {
      const scheduled = await context.chat.scheduleMessage({
        authorId: viewerOf(context),
        channelId: toId('channel', input.channelId),
        nonce: input.nonce,
        content: input.content,
        replyToId: optionalId('message', input.replyToId),
        sendAt: input.sendAt,
      });
      const empty = { scheduledMessage: null, replayed: null };
      const { replayed, ...payload } = await carriedOut(context, scheduled, { empty, fields: (done) => done });
      return { ...payload, replayed: replayed ?? false };
    },
    async updateScheduledMessage(_root, { input }, context) {
      const updated = await context.chat.updateScheduledMessage({
        authorId: viewerOf(context),
        scheduledMessageId: toId('scheduled', input.scheduledMessageId),
        content: optional(input.content),
        sendAt: optional(input.sendAt),
      });
      return carriedOut(context, updated, { empty: { scheduledMessage: null }, fields: (scheduledMessage) => ({ scheduledMessage }) });
    },
    async cancelScheduledMessage(_root, { input: { scheduledMessageId } }, context) {
      const command = { authorId: viewerOf(context), scheduledMessageId: toId('scheduled', scheduledMessageId) };
      const cancelled = await context.chat.cancelScheduledMessage(command);
      return carriedOut(context, cancelled, {
        empty: { cancelledScheduledMessageId: null },
        fields: (id) => ({ cancelledScheduledMessageId: id }),
      });
    },
  },
  ScheduledMessage: {
    channel: ({ channelId }, _args, { loaders }) => loaders.channel.load(channelId),
    replyTo: ({ replyToId }, _args, { loaders }) => (replyToId ? loaders.message.load(replyToId) : null),
    state: ({ failure }: Model) => (failure === null ? 'PENDING' : 'FAILED'),
  },
  Viewer: { scheduledMessages: ({ id }, _args, { chat }) => chat.listScheduledMessages(id) },
};
