import { connection } from '@veza/graphql';
import { toId } from '@veza/kernel';
import { isInCommunity } from '../domain/channel.ts';
import { channelAccess } from './channel-access.ts';
import { type ChatContext, viewerOf } from './context.ts';
import { carriedOut } from './carried-out.ts';
import type { Resolvers } from './generated.ts';
import { optional, optionalId } from './optional.ts';
import { threadAnswer } from './answers.ts';

/** Threads: starting and changing them, who is in them, and which ones hang on a channel. */
export const threadResolvers: Resolvers = {
  Mutation: {
    async createThread(_root, { input }, context) {
      const created = await context.chat.createThread({
        actorId: viewerOf(context),
        messageId: optionalId('message', input.messageId),
        channelId: optionalId('channel', input.channelId),
        name: input.name,
        isPrivate: input.isPrivate ?? false,
        archiveAfterSeconds: optional(input.archiveAfterSeconds),
      });
      return carriedOut(context, created, threadAnswer(context));
    },
    async updateThread(_root, { input }, context) {
      const updated = await context.chat.updateThread({
        ...aboutThread(input, context),
        name: optional(input.name),
        isArchived: optional(input.isArchived),
        isLocked: optional(input.isLocked),
        archiveAfterSeconds: optional(input.archiveAfterSeconds),
        reason: input.reason,
      });
      return carriedOut(context, updated, threadAnswer(context));
    },
    async joinThread(_root, { input }, context) {
      return carriedOut(context, await context.chat.joinThread(aboutThread(input, context)), threadAnswer(context));
    },
    async leaveThread(_root, { input }, context) {
      const left = await context.chat.leaveThread(aboutThread(input, context));
      return carriedOut(context, left, { empty: { leftThreadId: null }, fields: (leftThreadId) => ({ leftThreadId }) });
    },
    async addThreadMember(_root, { input }, context) {
      const command = { ...aboutThread(input, context), userId: toId('user', input.userId) };
      return carriedOut(context, await context.chat.addThreadMember(command), threadAnswer(context));
    },
    async removeThreadMember(_root, { input }, context) {
      const command = { ...aboutThread(input, context), userId: toId('user', input.userId), reason: input.reason };
      return carriedOut(context, await context.chat.removeThreadMember(command), threadAnswer(context));
    },
  },
  Message: { thread: ({ thread }) => thread && { channel: thread } },
  Channel: {
    parent: ({ channel }, _args, { loaders }) => (channel.thread ? loaders.channel.load(channel.thread.parentId) : null),
    sourceMessage: ({ channel: { thread } }, _args, { loaders }) =>
      thread?.sourceMessageId ? loaders.message.load(thread.sourceMessageId) : null,
    isPrivate: ({ channel }) => channel.thread?.isPrivate ?? false,
    isLocked: ({ channel }) => channel.thread?.isLocked ?? false,
    archivedAt: ({ channel }, _args, { chat }) => (channel.thread ? chat.threadArchivedAt(channel.thread) : null),
    archiveAfterSeconds: ({ channel }) => channel.thread?.archiveAfterSeconds ?? null,
    viewerHasJoined: async (model, _args, context) => (await channelAccess(model, context)).hasJoined ?? false,
    async threads(model, { isArchived, ...args }, context) {
      const parent = await channelAccess(model, context);
      const { slice, encode } = context.cursors.threads(parent.channel.id, isArchived);
      const page = await context.chat.listThreads(viewerOf(context), parent, { isArchived, slice: slice(args) });
      return { ...connection(page, ({ place }) => encode(place)), totalCount: null };
    },
    async threadMembers(model, args, context) {
      const { channel } = await channelAccess(model, context);
      if (!channel.thread || !isInCommunity(channel)) return null;
      const { slice, encode } = context.cursors.threadMembers(channel.id);
      const page = await context.chat.listThreadMembers(channel, slice(args));
      return { ...connection(page, ({ place }) => encode(place)), totalCount: null };
    },
  },
};

function aboutThread({ threadId }: { readonly threadId: string }, context: ChatContext) {
  return { actorId: viewerOf(context), threadId: toId('channel', threadId) };
}
