import type { ChannelId } from '../../domain/channel.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import type { UnreadCounts, UnreadReader } from '../ports/message.ts';
import type { ListChannels } from './list-channels.ts';

interface Dependencies {
  readonly unread: UnreadReader;
  readonly listChannels: ListChannels;
}

const NOTHING: UnreadCounts = { unread: 0, mentions: 0 };

export type CountUnread = ReturnType<typeof countUnread>;

/** Unread messages and mentions of one person, in channels that they see. */
export function countUnread({ unread, listChannels }: Dependencies) {
  return {
    /** In the order asked; nothing in channels without a log. */
    async inChannels(userId: UserId, channelIds: readonly ChannelId[]): Promise<readonly UnreadCounts[]> {
      const counts = await unread.count(userId, channelIds);
      return channelIds.map((id) => counts.get(id) ?? NOTHING);
    },

    /** Sums over the visible channels of each community, in the order asked. Three statements, whatever their number. */
    async inCommunities(userId: UserId, communityIds: readonly CommunityId[]): Promise<readonly UnreadCounts[]> {
      const visible = await listChannels(userId, communityIds);
      const counts = await unread.count(
        userId,
        visible.flat().map(({ channel }) => channel.id),
      );
      return visible.map((channels) => channels.map(({ channel }) => counts.get(channel.id) ?? NOTHING).reduce(sum, NOTHING));
    },
  };
}

function sum(left: UnreadCounts, right: UnreadCounts): UnreadCounts {
  return { unread: left.unread + right.unread, mentions: left.mentions + right.mentions };
}
