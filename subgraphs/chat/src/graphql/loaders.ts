import DataLoader from 'dataloader';
import type { Chat } from '../application/chat.ts';
import { NOTHING_UNREAD, type UnreadCounts } from '../application/ports/message.ts';
import { type ChannelNotifications, DEFAULT_NOTIFICATIONS } from '../domain/channel-notifications.ts';
import type { Shown } from '../application/presence/show-presence.ts';
import type { ChannelId } from '../domain/channel.ts';
import type { ChannelAccess, CommunityAccess } from '../domain/channel-access.ts';
import type { CommunityId, Role, RoleId, UserId } from '../domain/community.ts';
import type { MessageId, MessageView } from '../domain/message/message.ts';
import type { ChannelOverwrite } from '../domain/overwrite.ts';
import type { UserCard } from '../domain/user-card.ts';
import type { PartyPlayback } from '../domain/party-playback.ts';

/** One batch per kind of thing and turn; answers are kept for the request. */
export interface ChatLoaders {
  readonly community: DataLoader<CommunityId, CommunityAccess | null>;
  readonly channel: DataLoader<ChannelId, ChannelAccess | null>;
  readonly message: DataLoader<MessageId, MessageView | null>;
  readonly role: DataLoader<RoleId, Role | null>;
  readonly channelsOf: DataLoader<CommunityId, readonly ChannelAccess[]>;
  readonly rolesOf: DataLoader<CommunityId, readonly Role[]>;
  readonly channelUnread: DataLoader<ChannelId, UnreadCounts>;
  readonly communityUnread: DataLoader<CommunityId, UnreadCounts>;
  readonly notifications: DataLoader<ChannelId, ChannelNotifications>;
  /** Emoji that the viewer put under a message. */
  readonly reacted: DataLoader<MessageId, ReadonlySet<string>>;
  /** Anybody's card, whoever asks; undefined while it cannot be told. */
  readonly userCard: DataLoader<UserId, UserCard | undefined>;
  /** Options that the viewer chose in a message's poll. */
  readonly pollVotes: DataLoader<MessageId, readonly number[]>;
  readonly playback: DataLoader<ChannelId, PartyPlayback | null>;
  /** What others see of somebody, whoever asks. */
  readonly presence: DataLoader<UserId, Shown>;
  /** Who is in a conversation; null for a channel of a community. */
  readonly participants: DataLoader<ChannelId, readonly UserId[] | null>;
  /** Of channels whose visibility was decided before. */
  readonly overwrites: DataLoader<ChannelId, readonly ChannelOverwrite[]>;
  /** Forgets everything: after a mutation the next answers are read anew. */
  clear(): void;
}

/** Loaders that see with one person's eyes. Without a person everything is absent. */
export function chatLoaders(chat: Chat, viewerId: UserId | undefined): ChatLoaders {
  /** A batch that only a person gets answers from. */
  const forViewer = <Key, Value>(nothing: Value, load: (viewerId: UserId, keys: readonly Key[]) => Promise<readonly Value[]>) =>
    new DataLoader<Key, Value>((keys) => (viewerId === undefined ? Promise.resolve(keys.map(() => nothing)) : load(viewerId, keys)));

  const loaders = {
    community: forViewer<CommunityId, CommunityAccess | null>(null, chat.findCommunities),
    channel: forViewer<ChannelId, ChannelAccess | null>(null, chat.findChannels),
    message: forViewer<MessageId, MessageView | null>(null, chat.findMessages),
    role: forViewer<RoleId, Role | null>(null, chat.findRoles),
    channelsOf: forViewer<CommunityId, readonly ChannelAccess[]>([], chat.listChannels),
    rolesOf: forViewer<CommunityId, readonly Role[]>([], async (_viewer, ids) => {
      const roles = await chat.communities.rolesOf(ids);
      return ids.map((id) => roles.get(id) ?? []);
    }),
    channelUnread: forViewer<ChannelId, UnreadCounts>(NOTHING_UNREAD, chat.countUnread.inChannels),
    communityUnread: forViewer<CommunityId, UnreadCounts>(NOTHING_UNREAD, chat.countUnread.inCommunities),
    notifications: forViewer<ChannelId, ChannelNotifications>(DEFAULT_NOTIFICATIONS, chat.findChannelNotifications),
    reacted: forViewer<MessageId, ReadonlySet<string>>(new Set(), async (viewer, ids) => {
      const reacted = await chat.messages.reactedBy(viewer, ids);
      return ids.map((id) => reacted.get(id) ?? new Set<string>());
    }),
    pollVotes: forViewer<MessageId, readonly number[]>([], async (viewer, ids) => {
      const votes = await chat.pollVotesOf(viewer, ids);
      return ids.map((id) => votes.get(id) ?? []);
    }),
    playback: forViewer<ChannelId, PartyPlayback | null>(null, async (_viewer, ids) => {
      const playback = await chat.playback.find(ids);
      return ids.map((id) => playback.get(id) ?? null);
    }),
    userCard: new DataLoader<UserId, UserCard | undefined>(async (ids) => {
      const cards = await chat.users.find(ids);
      return ids.map((id) => cards.get(id));
    }),
    presence: new DataLoader<UserId, Shown>((ids) => chat.showPresence(ids)),
    participants: forViewer<ChannelId, readonly UserId[] | null>(null, async (_viewer, ids) => {
      const people = await chat.conversations.participants(ids);
      return ids.map((id) => people.get(id) ?? null);
    }),
    overwrites: forViewer<ChannelId, readonly ChannelOverwrite[]>([], async (_viewer, ids) => {
      const overwrites = await chat.overwrites.find(ids);
      return ids.map((id) => overwrites.get(id) ?? []);
    }),
  };
  return {
    ...loaders,
    clear() {
      for (const loader of Object.values(loaders)) loader.clearAll();
    },
  };
}
