import type { ChannelAccess, CommunityAccess } from '../../domain/channel-access.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import type { StreamEndReason } from '../../domain/event/stream-end.ts';

/** What a member may see and do. Answers for any number of ids in one statement; whoever is no member gets no entry. */
export interface AccessReader {
  channels(viewerId: UserId, channelIds: readonly ChannelId[]): Promise<ReadonlyMap<ChannelId, ChannelAccess>>;
  communities(viewerId: UserId, communityIds: readonly CommunityId[]): Promise<ReadonlyMap<CommunityId, CommunityAccess>>;
  /** The channels of a community, deleted ones included, that this member does not see, or did not when they were deleted. */
  hiddenChannels(viewerId: UserId, communityId: CommunityId): Promise<readonly ChannelId[]>;
  /** Many people's access to one channel. */
  viewers(channelId: ChannelId, userIds: readonly UserId[]): Promise<ReadonlyMap<UserId, ChannelAccess>>;
  /** Why these people, who had access to the channel, have it no longer, for those who are no members or whose channel is gone. */
  departures(channelId: ChannelId, userIds: readonly UserId[]): Promise<ReadonlyMap<UserId, StreamEndReason>>;
  /** Why this person, who had access to the community, has it no longer. */
  departure(communityId: CommunityId, userId: UserId): Promise<StreamEndReason>;
}
