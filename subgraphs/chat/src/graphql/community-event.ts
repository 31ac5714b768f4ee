import { whileConnected } from './while-connected.ts';
import { graphqlError } from '@veza/graphql';
import { toId } from '@veza/kernel';
import type { ChatContext } from './context.ts';
import type { Resolvers, SubscriptionCommunityEventsArgs } from './generated.ts';
import type { CommunityEventModel } from './models.ts';

const TYPES = {
  COMMUNITY: 'CommunityChanged',
  CHANNELS: 'ChannelsChanged',
  ROLES: 'RolesChanged',
  MEMBER: 'MemberChanged',
  RESYNC_REQUIRED: 'ResyncRequired',
  ACCESS_REVOKED: 'AccessRevoked',
} as const satisfies Readonly<Record<CommunityEventModel['kind'], string>>;

const MESSAGES = {
  NOT_FOUND: 'there is no such community, or you are no member',
  CURSOR_INVALID: 'this cursor is not one of this community',
} as const;

/** The community as the viewer sees it when the event is handed out. */
const present = {
  community: ({ communityId }: Pick<CommunityEventModel, 'communityId'>, _args: unknown, { loaders }: ChatContext) =>
    loaders.community.load(communityId),
};

/** The live log of a community. Events say what to look at again, and show it with the viewer's eyes. */
export const communityEventResolvers: Resolvers = {
  Subscription: {
    communityEvents: {
      async subscribe(_root, { communityId: id, after }, context) {
        const { chat, viewerId, request } = context;
        const communityId = toId('community', id);
        if (viewerId === undefined) throw graphqlError('NOT_FOUND', MESSAGES.NOT_FOUND);
        const followed = await chat.followCommunity({ viewerId, communityId, after: after ?? undefined, signal: request.signal });
        if (!followed.ok) throw graphqlError(followed.error.code, MESSAGES[followed.error.code]);
        return whileConnected(context, followed.value);
      },
      resolve: (event: Omit<CommunityEventModel, 'communityId'>, { communityId }: SubscriptionCommunityEventsArgs) =>
        ({ ...event, communityId: toId('community', communityId) }) as CommunityEventModel,
    },
  },
  CommunityEvent: { __resolveType: ({ kind }) => TYPES[kind] },
  CommunityChanged: present,
  ChannelsChanged: present,
  RolesChanged: present,
  MemberChanged: {
    ...present,
    member: async ({ communityId, userId }, _args, { chat }) => (await chat.members.find(communityId, [userId])).get(userId) ?? null,
  },
};
