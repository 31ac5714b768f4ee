import { toId } from '@veza/kernel';
import { carriedOut } from './carried-out.ts';
import { viewerOf } from './context.ts';
import type { Resolvers } from './generated.ts';
import { trackReference, userReference } from './references.ts';
import { refusals } from './refusals.ts';

/** Messages: sending, changing and reading them. */
export const messageResolvers: Resolvers = {
  Query: { message: (_root, { id }, { loaders }) => loaders.message.load(toId('message', id)) },
  Mutation: {
    async sendMessage(_root, { input }, context) {
      const { nonce, content, replyToId, trackMoment, attachmentUploadIds } = input;
      const sent = await context.chat.sendMessage({
        authorId: viewerOf(context),
        channelId: toId('channel', input.channelId),
        nonce,
        content: content ?? '',
        replyToId: replyToId == null ? null : toId('message', replyToId),
        ...(input.poll && { poll: { ...input.poll, isMultiple: input.poll.isMultiple ?? false } }),
        trackMoment: trackMoment ? { trackId: toId('track', trackMoment.trackId), positionMs: trackMoment.positionMs } : null,
        attachmentUploadIds: attachmentUploadIds?.map((id) => toId('upload', id)) ?? [],
      });
      if (!sent.ok) return { message: null, replayed: false, userErrors: refusals(sent.error) };
      context.loaders.clear();
      return { ...sent.value, userErrors: [] };
    },
    async editMessage(_root, { input: { messageId, content } }, context) {
      const edited = await context.chat.editMessage({ actorId: viewerOf(context), messageId: toId('message', messageId), content });
      if (!edited.ok) return { message: null, userErrors: refusals(edited.error) };
      context.loaders.clear();
      return { message: edited.value, userErrors: [] };
    },
    async deleteMessage(_root, { input: { messageId } }, context) {
      const deleted = await context.chat.deleteMessage({ actorId: viewerOf(context), messageId: toId('message', messageId) });
      return carriedOut(context, deleted, { empty: { deletedMessageId: null }, fields: (deletedMessageId) => ({ deletedMessageId }) });
    },
    async bulkDeleteMessages(_root, { input: { channelId, messageIds, reason } }, context) {
      const ids = messageIds.map((id) => toId('message', id));
      const command = { actorId: viewerOf(context), channelId: toId('channel', channelId), messageIds: ids, reason };
      const deleted = await context.chat.bulkDeleteMessages(command);
      return carriedOut(context, deleted, { empty: { deletedMessageIds: null }, fields: (deletedMessageIds) => ({ deletedMessageIds }) });
    },
    async addReaction(_root, { input: { messageId, emoji } }, context) {
      const added = await context.chat.addReaction({ actorId: viewerOf(context), messageId: toId('message', messageId), emoji });
      if (!added.ok) return { message: null, userErrors: refusals(added.error) };
      context.loaders.clear();
      return { message: added.value, userErrors: [] };
    },
    async removeReaction(_root, { input: { messageId, emoji } }, context) {
      const removed = await context.chat.removeReaction({ actorId: viewerOf(context), messageId: toId('message', messageId), emoji });
      if (!removed.ok) return { message: null, userErrors: refusals(removed.error) };
      context.loaders.clear();
      return { message: removed.value, userErrors: [] };
    },
    async pinMessage(_root, { input: { messageId, pinned } }, context) {
      const changed = await context.chat.pinMessage({ actorId: viewerOf(context), messageId: toId('message', messageId), pinned });
      if (!changed.ok) return { message: null, userErrors: refusals(changed.error) };
      context.loaders.clear();
      return { message: changed.value, userErrors: [] };
    },
  },
  Message: {
    replyTo: ({ replyTo, replyToId }, _args, { loaders }) => replyTo ?? (replyToId ? loaders.message.load(replyToId) : null),
    mentions: ({ mentions }) => mentions.map(userReference),
    mentionedRoleIds: ({ mentionedRoles }) => mentionedRoles,
    reactions: ({ id, reactions }) => reactions.map((reaction) => ({ ...reaction, messageId: id })),
    channel: ({ channelId }, _args, { loaders }) => loaders.channel.load(channelId),
  },
  Reaction: {
    viewerHasReacted: async ({ messageId, emoji }, _args, { loaders }) => (await loaders.reacted.load(messageId)).has(emoji),
  },
  TrackMoment: { track: ({ trackId }) => trackReference(trackId) },
};
