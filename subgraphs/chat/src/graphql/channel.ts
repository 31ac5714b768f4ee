import { connection } from '@veza/graphql';
import { NIL_UUID, toId } from '@veza/kernel';
import { channelCursors } from '../domain/event/log-cursor.ts';
import { permissionNames } from '../domain/permissions.ts';
import { channelAnswer } from './answers.ts';
import { carriedOut } from './carried-out.ts';
import { channelAccess } from './channel-access.ts';
import { type ChatContext, viewerOf } from './context.ts';
import type { Resolvers } from './generated.ts';
import { optional, optionalId } from './optional.ts';
import { trackReference, userReference } from './references.ts';

/** Channels: making them, reading them, and what a listening party hears. */
export const channelResolvers: Resolvers = {
  Query: { channel: (_root, { id }, { loaders }) => loaders.channel.load(toId('channel', id)) },
  Mutation: {
    async createChannel(_root, { input }, context) {
      const { name, kind, topic, categoryId, slowModeSeconds, reason } = input;
      const created = await context.chat.createChannel({
        actorId: viewerOf(context),
        communityId: toId('community', input.communityId),
        name,
        kind,
        topic: topic ?? null,
        categoryId: optionalId('channel', categoryId),
        slowModeSeconds: slowModeSeconds ?? 0,
        reason,
      });
      return carriedOut(context, created, channelAnswer(context));
    },
    async updateChannel(_root, { input: { channelId, name, topic, slowModeSeconds, reason } }, context) {
      const changes = { name: optional(name), topic, slowModeSeconds: optional(slowModeSeconds), reason };
      const updated = await context.chat.updateChannel({ ...aboutChannel(channelId, context), ...changes });
      return carriedOut(context, updated, channelAnswer(context));
    },
    async moveChannel(_root, { input: { channelId, position, categoryId, reason } }, context) {
      const place = { position: optional(position), categoryId: categoryId === undefined ? undefined : optionalId('channel', categoryId) };
      const moved = await context.chat.moveChannel({ ...aboutChannel(channelId, context), ...place, reason });
      return carriedOut(context, moved, channelAnswer(context));
    },
    async deleteChannel(_root, { input: { channelId, reason } }, context) {
      const deleted = await context.chat.deleteChannel({ ...aboutChannel(channelId, context), reason });
      return carriedOut(context, deleted, { empty: { deletedChannelId: null }, fields: (deletedChannelId) => ({ deletedChannelId }) });
    },
    async markChannelRead(_root, { input: { channelId, throughMessageId } }, context) {
      const marked = await context.chat.markChannelRead({
        userId: viewerOf(context),
        channelId: toId('channel', channelId),
        throughMessageId: toId('message', throughMessageId),
      });
      return carriedOut(context, marked, channelAnswer(context));
    },
    async syncPlayback(_root, { input: { channelId, trackId, positionMs, isPlaying } }, context) {
      const synced = await context.chat.syncPlayback({
        actorId: viewerOf(context),
        channelId: toId('channel', channelId),
        trackId: toId('track', trackId),
        positionMs,
        isPlaying,
      });
      return carriedOut(context, synced, { empty: { playback: null }, fields: (playback) => ({ playback }) });
    },
  },
  Channel: {
    id: ({ channel }) => channel.id,
    name: ({ channel }) => channel.name,
    kind: ({ channel }) => channel.kind,
    topic: ({ channel }) => channel.topic,
    position: ({ channel }) => channel.position,
    category: ({ channel }, _args, { loaders }) => (channel.categoryId ? loaders.channel.load(channel.categoryId) : null),
    slowModeSeconds: ({ channel }) => channel.slowModeSeconds,
    overwrites: ({ channel }, _args, { loaders }) => loaders.overwrites.load(channel.id),
    viewerPermissions: async (model, _args, context) => permissionNames((await channelAccess(model, context)).permissions),
    unreadCount: async ({ channel }, _args, { loaders }) => (await loaders.channelUnread.load(channel.id)).unread,
    mentionCount: async ({ channel }, _args, { loaders }) => (await loaders.channelUnread.load(channel.id)).mentions,
    async eventCursor(model, _args, context) {
      const { channel, head } = await channelAccess(model, context);
      return channelCursors.encode({ id: channel.id, logEpoch: head?.logEpoch ?? NIL_UUID, seq: head?.lastSeq ?? 0 });
    },
    playback: ({ channel }, _args, { loaders }) => loaders.playback.load(channel.id),
    async messages(model, args, context) {
      const access = await channelAccess(model, context);
      const { slice, encode } = context.cursors.messages(access.channel.id);
      const page = await context.chat.listMessages(access, slice(args));
      return { ...connection(page, ({ messageNumber }) => encode(messageNumber)), totalCount: access.head?.lastMessageNumber ?? 0 };
    },
    pinnedMessages: async (model, _args, context) => context.chat.listPinnedMessages(await channelAccess(model, context)),
  },
  PartyPlayback: {
    track: ({ trackId }) => trackReference(trackId),
    host: ({ hostId }) => userReference(hostId),
  },
};

function aboutChannel(channelId: string, context: ChatContext) {
  return { actorId: viewerOf(context), channelId: toId('channel', channelId) };
}
