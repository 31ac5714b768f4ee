import type { ChannelId } from '../domain/channel.ts';
import type { CommunityId, RoleId, UserId } from '../domain/community.ts';
import type { ChatContext } from './context.ts';

/** The community of a payload, as the viewer sees it now. */
export function communityAnswer({ loaders }: ChatContext) {
  return {
    empty: { community: null },
    fields: async (id: CommunityId) => ({ community: await loaders.community.load(id) }),
  };
}

/** The channel of a payload, as the viewer sees it now. */
export function channelAnswer({ loaders }: ChatContext) {
  return {
    empty: { channel: null },
    fields: async (id: ChannelId) => ({ channel: await loaders.channel.load(id) }),
  };
}

/** The thread of a payload, as the viewer sees it now. */
export function threadAnswer({ loaders }: ChatContext) {
  return {
    empty: { thread: null },
    fields: async (id: ChannelId) => ({ thread: await loaders.channel.load(id) }),
  };
}

/** The role of a payload. */
export function roleAnswer({ loaders }: ChatContext) {
  return { empty: { role: null }, fields: async (id: RoleId) => ({ role: await loaders.role.load(id) }) };
}

/** The member of a payload. */
export function memberAnswer({ chat }: ChatContext, communityId: CommunityId) {
  return {
    empty: { member: null },
    fields: async (userId: UserId) => ({ member: (await chat.members.find(communityId, [userId])).get(userId) ?? null }),
  };
}
