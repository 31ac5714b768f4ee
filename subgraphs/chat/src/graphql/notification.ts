import { toId } from '@veza/kernel';
import { channelAnswer } from './answers.ts';
import { carriedOut } from './carried-out.ts';
import { viewerOf } from './context.ts';
import type { Resolvers } from './generated.ts';
import { optional } from './optional.ts';

/** What of a channel reaches the viewer. */
export const notificationResolvers: Resolvers = {
  Mutation: {
    async setChannelNotifications(_root, { input: { channelId, level, isMuted, mutedUntil } }, context) {
      const set = await context.chat.setChannelNotifications({
        userId: viewerOf(context),
        channelId: toId('channel', channelId),
        level: optional(level),
        isMuted: optional(isMuted),
        mutedUntil,
      });
      return carriedOut(context, set, channelAnswer(context));
    },
  },
  Channel: {
    async viewerNotifications({ channel }, _args, { loaders }) {
      const { level, muting } = await loaders.notifications.load(channel.id);
      return { level, isMuted: muting.isMuted, mutedUntil: muting.isMuted ? muting.until : null };
    },
  },
};
