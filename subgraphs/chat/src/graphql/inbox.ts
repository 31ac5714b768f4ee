import { graphqlError } from '@veza/graphql';
import type { InboxEvent } from '../application/inbox/inbox-event.ts';
import { viewerOf } from './context.ts';
import type { Resolvers } from './generated.ts';
import type { CommunityModel } from './models.ts';
import { selectedFields } from './selected-fields.ts';
import { whileConnected } from './while-connected.ts';

const TYPES = {
  UNREAD_CHANGED: 'UnreadChanged',
  MENTIONED: 'Mentioned',
  MEMBERSHIP_CHANGED: 'MembershipChanged',
  RESYNC_REQUIRED: 'ResyncRequired',
} as const satisfies Readonly<Record<InboxEvent['kind'], string>>;

/** What may be asked of a community that the viewer is no member of. */
const TOLD_TO_ALL: ReadonlySet<string> = new Set(['__typename', 'id', 'name']);

/** The inbox: what reaches the viewer wherever they look. */
export const inboxResolvers: Resolvers = {
  Subscription: {
    inboxEvents: {
      async subscribe(_root, { after }, context) {
        const { chat, request } = context;
        const followed = await chat.followInbox({ viewerId: viewerOf(context), after: after ?? undefined, signal: request.signal });
        if (!followed.ok) throw graphqlError(followed.error.code, 'this cursor is not one of your inbox');
        return whileConnected(context, followed.value);
      },
      resolve: (event: InboxEvent) => event,
    },
  },
  Viewer: { inboxCursor: ({ id }, _args, { chat }) => chat.findInboxCursor(id) },
  InboxEvent: { __resolveType: ({ kind }) => TYPES[kind] },
  MembershipChanged: {
    async community({ communityId }, _args, { chat, loaders }, info) {
      const seen = await loaders.community.load(communityId);
      if (seen) return seen;
      const mayBeTold = [...selectedFields(info)].every((name) => TOLD_TO_ALL.has(name));
      const known = mayBeTold ? await chat.communityName(communityId) : undefined;
      if (!known) throw graphqlError('NOT_FOUND', 'you are no member of this community');
      // Nothing but these two fields is read of it.
      return { community: known } as CommunityModel;
    },
  },
};
