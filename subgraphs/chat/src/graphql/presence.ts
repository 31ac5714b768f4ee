import { graphqlError } from '@veza/graphql';
import { toId } from '@veza/kernel';
import type { FollowedActivity } from '../application/presence/follow-activity.ts';
import { DEFAULT_CHOICE } from '../domain/presence.ts';
import { viewerOf, type ChatContext } from './context.ts';
import type { Resolvers } from './generated.ts';
import { userReference } from './references.ts';
import { refusals } from './refusals.ts';
import { whileConnected } from './while-connected.ts';

const TYPES = {
  TYPING: 'TypingStarted',
  PRESENCE: 'PresenceChanged',
  ACCESS_REVOKED: 'AccessRevoked',
  RESYNC_REQUIRED: 'AccessRevoked',
  FEED_MARK: 'FeedMark',
} as const satisfies Readonly<Record<FollowedActivity['kind'], string>>;

/** Places that only the gateway reads: activity of the same person and kind takes each other's place. */
const aboutSomebody = {
  user: ({ userId }: { readonly userId: Parameters<typeof userReference>[0] }) => userReference(userId),
  accessEpoch: ({ accessEpoch }: { readonly accessEpoch: number }) => String(accessEpoch),
  subject: ({ userId }: { readonly userId: string }) => userId,
};

/** Which of a person's devices asks. */
function deviceOf({ caller }: ChatContext): string {
  return caller.kind === 'user' ? caller.sessionId : '';
}

/** Who is there, and who types. */
export const presenceResolvers: Resolvers = {
  Mutation: {
    async startTyping(_root, { input: { channelId } }, context) {
      const started = await context.chat.startTyping({ userId: viewerOf(context), channelId: toId('channel', channelId) });
      return { userErrors: started.ok ? [] : refusals(started.error) };
    },
    async setPresence(_root, { input: { presence, statusText } }, context) {
      const command = { userId: viewerOf(context), deviceId: deviceOf(context), presence, statusText };
      const set = await context.chat.setPresence(command);
      return { userErrors: set.ok ? [] : refusals(set.error) };
    },
  },
  Subscription: {
    channelActivity: {
      async subscribe(_root, { channelId }, context) {
        const { chat, caller, viewerId, request } = context;
        const message = 'there is no such channel, or you cannot see it';
        if (viewerId === undefined && caller.kind !== 'service') throw graphqlError('NOT_FOUND', message);
        const command = { viewerId: viewerId ?? null, channelId: toId('channel', channelId), signal: request.signal };
        const followed = await chat.followActivity(command);
        if (!followed.ok) throw graphqlError(followed.error.code, message);
        return whileConnected(context, followed.value);
      },
      resolve: (activity: FollowedActivity) => activity,
    },
  },
  ChannelActivity: { __resolveType: ({ kind }) => TYPES[kind] },
  TypingStarted: aboutSomebody,
  PresenceChanged: aboutSomebody,
  ParticipantPresence: { user: ({ userId }) => userReference(userId) },
  Member: {
    presence: async ({ userId }, _args, { loaders }) => (await loaders.presence.load(userId)).presence,
    statusText: async ({ userId }, _args, { loaders }) => (await loaders.presence.load(userId)).statusText,
  },
  Channel: {
    async participantPresences({ channel }, _args, { loaders }) {
      const people = await loaders.participants.load(channel.id);
      return people && Promise.all(people.map(async (userId) => ({ userId, ...(await loaders.presence.load(userId)) })));
    },
  },
  Viewer: {
    async presence({ id }, _args, { chat, loaders }) {
      const { mode } = (await chat.presenceChoices.find([id])).get(id) ?? DEFAULT_CHOICE;
      return mode === 'INVISIBLE' ? mode : (await loaders.presence.load(id)).presence;
    },
    statusText: async ({ id }, _args, { chat }) => ((await chat.presenceChoices.find([id])).get(id) ?? DEFAULT_CHOICE).statusText,
  },
};
