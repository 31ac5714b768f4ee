import { graphqlError } from '@veza/graphql';
import { toId } from '@veza/kernel';
import { MAX_VIEWERS } from '../application/feed/admit-viewers.ts';
import type { FollowedEvent } from '../application/feed/follow-channel.ts';
import type { Message } from '../domain/message/message.ts';
import type { Resolvers } from './generated.ts';
import { whileConnected } from './while-connected.ts';

const TYPES = {
  MESSAGE_SENT: 'MessageSent',
  MESSAGE_EDITED: 'MessageEdited',
  MESSAGE_DELETED: 'MessageDeleted',
  REACTIONS_CHANGED: 'ReactionsChanged',
  PIN_CHANGED: 'MessagePinChanged',
  PLAYBACK_SYNCED: 'PlaybackSynced',
  POLL_CHANGED: 'PollChanged',
  RESYNC_REQUIRED: 'ResyncRequired',
  ACCESS_REVOKED: 'AccessRevoked',
  FEED_MARK: 'FeedMark',
} as const satisfies Readonly<Record<FollowedEvent['kind'], string>>;

const MESSAGES = {
  NOT_FOUND: 'there is no such channel, or you cannot see it',
  CURSOR_INVALID: 'this cursor is not one of this channel',
} as const;

/** Places that only the gateway reads. The ends of a stream are no entries of the log and have none. */
const logEntry = { accessEpoch: ({ accessEpoch }: { readonly accessEpoch: number }) => String(accessEpoch) };
const noSubject = { subject: () => null };
const noLogEntry = { ...noSubject, seq: () => null, accessEpoch: () => null };
/** What is told of a message puts out of date what was told of it before: the gateway reads that again instead of giving it from memory. */
const aboutMessage = { ...logEntry, subject: ({ message }: { readonly message: Message }) => message.id };
/** A message that shows the one it answers is read again when that is told of, too. */
const showsMessage = { ...aboutMessage, quotes: ({ message }: { readonly message: Message }) => message.replyToId };

/** The live log of a channel, for viewers and for the gateway, which admits them itself. Events are complete: nothing is read for them. */
export const channelEventResolvers: Resolvers = {
  Query: {
    channelAdmissions(_root, { channelId, userIds }, { chat }) {
      if (userIds.length > MAX_VIEWERS) throw graphqlError('BAD_USER_INPUT', `at most ${MAX_VIEWERS} people at once`);
      return chat.admitViewers(
        toId('channel', channelId),
        userIds.map((id) => toId('user', id)),
      );
    },
  },
  ChannelAdmission: { accessEpoch: ({ accessEpoch }) => String(accessEpoch) },
  Subscription: {
    channelEvents: {
      async subscribe(_root, { channelId, after }, context) {
        const { chat, caller, viewerId, request } = context;
        if (viewerId === undefined && caller.kind !== 'service') throw graphqlError('NOT_FOUND', MESSAGES.NOT_FOUND);
        const followed = await chat.followChannel({
          viewerId: viewerId ?? null,
          channelId: toId('channel', channelId),
          after: after ?? undefined,
          signal: request.signal,
        });
        if (!followed.ok) throw graphqlError(followed.error.code, MESSAGES[followed.error.code]);
        return whileConnected(context, followed.value);
      },
      resolve: (event: FollowedEvent) => event,
    },
  },
  ChannelEvent: { __resolveType: ({ kind }) => TYPES[kind] },
  MessageSent: showsMessage,
  MessageEdited: showsMessage,
  MessageDeleted: { ...aboutMessage, messageId: ({ message }) => message.id },
  ReactionsChanged: showsMessage,
  MessagePinChanged: showsMessage,
  PollChanged: showsMessage,
  PlaybackSynced: { ...logEntry, ...noSubject },
  FeedMark: { ...logEntry, ...noSubject },
  ResyncRequired: noLogEntry,
  AccessRevoked: noLogEntry,
};
