import { connection } from '@veza/graphql';
import { NIL_UUID, toId } from '@veza/kernel';
import { encodeEventCursor } from '../domain/event/event-cursor.ts';
import { viewerOf } from './context.ts';
import type { Resolvers } from './generated.ts';
import { trackReference, userReference } from './references.ts';
import { refusals } from './refusals.ts';

/** Channels: making them, reading them, and what a listening party hears. */
export const channelResolvers: Resolvers = {
  Query: { channel: (_root, { id }, { loaders }) => loaders.channel.load(toId('channel', id)) },
  Mutation: {
    async createChannel(_root, { input }, context) {
      const { name, kind, topic, categoryId, slowModeSeconds } = input;
      const created = await context.chat.createChannel({
        actorId: viewerOf(context),
        communityId: toId('community', input.communityId),
        name,
        kind,
        topic: topic ?? null,
        categoryId: categoryId == null ? null : toId('channel', categoryId),
        slowModeSeconds: slowModeSeconds ?? 0,
      });
      if (!created.ok) return { channel: null, userErrors: refusals(created.error) };
      context.loaders.clear();
      return { channel: await context.loaders.channel.load(created.value), userErrors: [] };
    },
    async markChannelRead(_root, { input: { channelId, throughMessageId } }, context) {
      const marked = await context.chat.markChannelRead({
        userId: viewerOf(context),
        channelId: toId('channel', channelId),
        throughMessageId: toId('message', throughMessageId),
      });
      if (!marked.ok) return { channel: null, userErrors: refusals(marked.error) };
      context.loaders.clear();
      return { channel: await context.loaders.channel.load(marked.value), userErrors: [] };
    },
    async syncPlayback(_root, { input: { channelId, trackId, positionMs, isPlaying } }, context) {
      const synced = await context.chat.syncPlayback({
        actorId: viewerOf(context),
        channelId: toId('channel', channelId),
        trackId: toId('track', trackId),
        positionMs,
        isPlaying,
      });
      if (!synced.ok) return { playback: null, userErrors: refusals(synced.error) };
      context.loaders.clear();
      return { playback: synced.value, userErrors: [] };
    },
  },
  Channel: {
    id: ({ channel }) => channel.id,
    name: ({ channel }) => channel.name,
    kind: ({ channel }) => channel.kind,
    topic: ({ channel }) => channel.topic,
    position: ({ channel }) => channel.position,
    category: ({ channel }, _args, { loaders }) => (channel.categoryId ? loaders.channel.load(channel.categoryId) : null),
    unreadCount: async ({ channel }, _args, { loaders }) => (await loaders.channelUnread.load(channel.id)).unread,
    mentionCount: async ({ channel }, _args, { loaders }) => (await loaders.channelUnread.load(channel.id)).mentions,
    eventCursor: ({ channel, head }) =>
      encodeEventCursor({ channelId: channel.id, logEpoch: head?.logEpoch ?? NIL_UUID, seq: head?.lastSeq ?? 0 }),
    playback: ({ channel }, _args, { loaders }) => loaders.playback.load(channel.id),
    async messages(access, args, { chat, cursors }) {
      const { slice, encode } = cursors.messages(access.channel.id);
      const page = await chat.listMessages(access, slice(args));
      return { ...connection(page, ({ messageNumber }) => encode(messageNumber)), totalCount: access.head?.lastMessageNumber ?? 0 };
    },
    pinnedMessages: (access, _args, { chat }) => chat.listPinnedMessages(access),
  },
  PartyPlayback: {
    track: ({ trackId }) => trackReference(trackId),
    host: ({ hostId }) => userReference(hostId),
  },
};
