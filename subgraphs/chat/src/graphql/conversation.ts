import { connection } from '@veza/graphql';
import { toId } from '@veza/kernel';
import { channelAnswer } from './answers.ts';
import { carriedOut } from './carried-out.ts';
import { viewerOf } from './context.ts';
import type { Resolvers } from './generated.ts';
import { userReference } from './references.ts';

/** Conversations outside of communities: opening them, and who is in them. */
export const conversationResolvers: Resolvers = {
  Mutation: {
    async openDirectConversation(_root, { input: { userIds } }, context) {
      const opened = await context.chat.openDirectConversation({
        actorId: viewerOf(context),
        userIds: userIds.map((id) => toId('user', id)),
      });
      return carriedOut(context, opened, channelAnswer(context));
    },
    async addParticipants(_root, { input: { channelId, userIds } }, context) {
      const command = { actorId: viewerOf(context), channelId: toId('channel', channelId), userIds: userIds.map((id) => toId('user', id)) };
      return carriedOut(context, await context.chat.addParticipants(command), channelAnswer(context));
    },
    async leaveConversation(_root, { input: { channelId } }, context) {
      const left = await context.chat.leaveConversation({ actorId: viewerOf(context), channelId: toId('channel', channelId) });
      return carriedOut(context, left, { empty: { leftChannelId: null }, fields: (leftChannelId) => ({ leftChannelId }) });
    },
    async setDirectMessageSource(_root, { input: { source } }, context) {
      const set = await context.chat.setDirectMessageSource({ userId: viewerOf(context), source });
      return carriedOut(context, set, { empty: { directMessageSource: null }, fields: (directMessageSource) => ({ directMessageSource }) });
    },
  },
  Channel: {
    async participants({ channel }, _args, { loaders }) {
      const people = await loaders.participants.load(channel.id);
      return people && people.map(userReference);
    },
  },
  Viewer: {
    directMessageSource: ({ id }, _args, { chat }) => chat.directSettings.find(id),
    async directConversations({ id }, args, { chat, cursors }) {
      const { slice, encode } = cursors.conversations(id);
      const { nodes, ...page } = connection(await chat.conversations.list(id, slice(args)), ({ activeAt, access }) =>
        encode({ activeAt, id: access.channel.id }),
      );
      const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: node.access }));
      return { ...page, nodes: nodes.map(({ access }) => access), edges, totalCount: null };
    },
  },
};
