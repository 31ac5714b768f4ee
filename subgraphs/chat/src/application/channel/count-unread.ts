import type { ChannelId } from '../../domain/channel.ts';
import { canView } from '../../domain/channel-access.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import type { AccessReader } from '../ports/access.ts';
import { NOTHING_UNREAD, type UnreadCounts, type UnreadReader } from '../ports/message.ts';
import type { ListChannels } from './list-channels.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly unread: UnreadReader;
  readonly listChannels: ListChannels;
}

export type CountUnread = ReturnType<typeof countUnread>;

/** Unread messages and mentions of one person, in channels that they see. */
export function countUnread({ access, unread, listChannels }: Dependencies) {
  /** For each community the threads that the person has joined and sees. */
  const threadsOf = async (userId: UserId, communityIds: readonly CommunityId[]): Promise<readonly (readonly ChannelId[])[]> => {
    const joined = await unread.joinedThreads(userId, communityIds);
    const standings = await access.channels(userId, [...joined.values()].flat());
    return communityIds.map((id) => (joined.get(id) ?? []).filter((threadId) => canView(standings.get(threadId))));
  };

  return {
    /** In the order asked; nothing in channels without a log. */
    async inChannels(userId: UserId, channelIds: readonly ChannelId[]): Promise<readonly UnreadCounts[]> {
      const counts = await unread.count(userId, channelIds);
      return channelIds.map((id) => counts.get(id) ?? NOTHING_UNREAD);
    },

    /**
     * Sums over the visible channels and joined threads of each community, as far as the person wants to hear of them, in the order asked.
     * Five statements, whatever the number of communities.
     */
    async inCommunities(userId: UserId, communityIds: readonly CommunityId[]): Promise<readonly UnreadCounts[]> {
      const [visible, threads] = await Promise.all([listChannels(userId, communityIds), threadsOf(userId, communityIds)]);
      const channelIds = visible.map((channels, place) => [...channels.map(({ channel }) => channel.id), ...(threads[place] ?? [])]);
      const counts = await unread.count(userId, channelIds.flat());
      return channelIds.map((ids) => ids.map((id) => counts.get(id) ?? NOTHING_UNREAD).reduce(sum, NOTHING_UNREAD));
    },
  };
}

/** Adds what the person wants to hear of a channel. */
function sum(total: UnreadCounts, { unread, mentions, level }: UnreadCounts): UnreadCounts {
  return {
    ...total,
    unread: total.unread + (level === 'ALL' ? unread : 0),
    mentions: total.mentions + (level === 'NONE' ? 0 : mentions),
  };
}
