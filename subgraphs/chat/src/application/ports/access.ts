import type { ChannelAccess, CommunityAccess } from '../../domain/channel-access.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';

/** What a member may see and do. Answers for any number of ids in one statement; whoever is no member gets no entry. */
export interface AccessReader {
  channels(viewerId: UserId, channelIds: readonly ChannelId[]): Promise<ReadonlyMap<ChannelId, ChannelAccess>>;
  communities(viewerId: UserId, communityIds: readonly CommunityId[]): Promise<ReadonlyMap<CommunityId, CommunityAccess>>;
}
