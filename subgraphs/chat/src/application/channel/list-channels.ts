import { canView, type ChannelAccess } from '../../domain/channel-access.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import type { AccessReader } from '../ports/access.ts';
import type { CommunityReader } from '../ports/community.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly communities: CommunityReader;
}

export type ListChannels = ReturnType<typeof listChannels>;

/** For each community the channels that this person sees, by position. Two statements, whatever the number of communities. */
export function listChannels({ access, communities }: Dependencies) {
  return async (viewerId: UserId, communityIds: readonly CommunityId[]): Promise<readonly (readonly ChannelAccess[])[]> => {
    const channelIds = await communities.channelsOf(communityIds);
    const standings = await access.channels(viewerId, [...channelIds.values()].flat());
    return communityIds.map((id) => (channelIds.get(id) ?? []).map((channelId) => standings.get(channelId)).filter(canView));
  };
}
