import type { Page, UnitOfWork } from '@veza/kernel';
import type { EventRecorder } from '@veza/messaging';
import type { ChatEvents } from '@veza/schema/events';
import type { Channel, ChannelId } from '../domain/channel.ts';
import type { ChannelAccess, CommunityAccess, LogHead } from '../domain/channel-access.ts';
import type { ChannelEvent } from '../domain/event/channel-event.ts';
import type { Community, CommunityId, Member, Role, RoleId, UserId } from '../domain/community.ts';
import type { Invite } from '../domain/invite.ts';
import type { MessageId, MessageView, TrackMoment } from '../domain/message/message.ts';
import type { PartyPlayback } from '../domain/party-playback.ts';
import type { TrackCard, TrackId } from '../domain/track-card.ts';
import type { Slice } from './slice.ts';

/** What a member may see and do. Answers for any number of ids in one statement; whoever is no member gets no entry. */
export interface AccessReader {
  channels(viewerId: UserId, channelIds: readonly ChannelId[]): Promise<ReadonlyMap<ChannelId, ChannelAccess>>;
  communities(viewerId: UserId, communityIds: readonly CommunityId[]): Promise<ReadonlyMap<CommunityId, CommunityAccess>>;
}

/** Communities and what belongs to them. Access is the caller's business, except where a viewer is named. */
export interface CommunityReader {
  findIdBySlug(slug: string): Promise<CommunityId | undefined>;
  /** Communities of a person by the time of joining. */
  listJoined(viewerId: UserId, slice: Slice<JoinPlace<CommunityId>>): Promise<Page<CommunityAccess>>;
  /** Members by the time of joining. */
  listMembers(communityId: CommunityId, slice: Slice<JoinPlace<UserId>>): Promise<Page<Member>>;
  /** Channels of each community, by position. */
  channelsOf(communityIds: readonly CommunityId[]): Promise<ReadonlyMap<CommunityId, readonly ChannelId[]>>;
  /** Roles of each community, the everyone-role first. */
  rolesOf(communityIds: readonly CommunityId[]): Promise<ReadonlyMap<CommunityId, readonly Role[]>>;
  findRoles(roleIds: readonly RoleId[]): Promise<ReadonlyMap<RoleId, Role>>;
}

/** Place in a list that is ordered by joining: the instant, then the id. */
export interface JoinPlace<Id extends string> {
  readonly joinedAt: Date;
  readonly id: Id;
}

/** Messages as they are now. Access is the caller's business. */
export interface MessageReader {
  /** @param channelId looks in this channel only, which is much cheaper: messages are partitioned by channel */
  findMany(ids: readonly MessageId[], channelId?: ChannelId): Promise<ReadonlyMap<MessageId, MessageView>>;
  findByNonce(key: NonceKey): Promise<MessageView | undefined>;
  /** A channel's messages by `messageNumber`, tombstones included. */
  list(channelId: ChannelId, slice: Slice<number>): Promise<Page<MessageView>>;
  /** Pinned messages, oldest message first. */
  listPinned(channelId: ChannelId): Promise<readonly MessageView[]>;
  /** For each message the emoji that this person put under it. */
  reactedBy(userId: UserId, ids: readonly MessageId[]): Promise<ReadonlyMap<MessageId, ReadonlySet<string>>>;
}

/** Sends of one author in one channel are told apart by the nonce. */
export interface NonceKey {
  readonly channelId: ChannelId;
  readonly authorId: UserId;
  readonly nonce: string;
}

/** Unread messages and mentions of one person in one channel. */
export interface UnreadCounts {
  readonly unread: number;
  readonly mentions: number;
}

/** Counters that follow from heads and read marks. */
export interface UnreadReader {
  /** By channel; a channel without a log has no entry. */
  count(userId: UserId, channelIds: readonly ChannelId[]): Promise<ReadonlyMap<ChannelId, UnreadCounts>>;
}

/** Party playback by channel; no entry before the first sync. */
export interface PlaybackReader {
  find(channelIds: readonly ChannelId[]): Promise<ReadonlyMap<ChannelId, PartyPlayback>>;
}

/** Where a channel's log stands, and what of it is kept. */
export interface ChannelHead extends LogHead {
  /** Entries up to and including this number are gone. */
  readonly floorSeq: number;
  readonly accessEpoch: number;
}

/** The durable, gapless log of every channel: the truth behind the live feed. */
export interface ChannelLog {
  /** By channel; a channel without a log has no entry. Read from the primary. */
  heads(channelIds: readonly ChannelId[]): Promise<ReadonlyMap<ChannelId, ChannelHead>>;
  /** Up to `limit` entries after `afterSeq`, in order, joined with what their messages are now. */
  read(channelId: ChannelId, afterSeq: number, limit: number): Promise<readonly ChannelEvent[]>;
}

/** A message about to be sent. */
export interface MessageDraft extends NonceKey {
  readonly id: MessageId;
  readonly content: string;
  readonly replyToId: MessageId | null;
  readonly trackMoment: TrackMoment | null;
  /** People named; those outside the community are text and dropped on the way in. */
  readonly mentions: readonly UserId[];
  readonly createdAt: Date;
  /** The community, and the epoch under which the author was allowed to send. */
  readonly communityId: CommunityId;
  readonly accessEpoch: number;
  /** Seconds to the author's message before; 0 = no slow mode for them. */
  readonly slowModeSeconds: number;
}

/** What came of a send. Only SENT wrote anything. */
export type SendOutcome =
  | { readonly kind: 'SENT'; readonly seq: number }
  | { readonly kind: 'REPLAYED'; readonly messageId: MessageId }
  | { readonly kind: 'EPOCH_CHANGED' }
  | { readonly kind: 'SLOW_MODE'; readonly retryAfterMs: number };

/** Appends messages: number, row, log entry, mentions, read mark and outgoing fact in one statement. */
export interface MessageSender {
  send(draft: MessageDraft): Promise<SendOutcome>;
}

/** An entry about to be logged; its number comes from the log. */
export type LogEntry = {
  readonly actorId: UserId;
  readonly accessEpoch: number;
  readonly occurredAt: Date;
  readonly channelId: ChannelId;
} & (
  | { readonly kind: 'MESSAGE_EDITED' | 'MESSAGE_DELETED' | 'PIN_CHANGED'; readonly messageId: MessageId }
  | { readonly kind: 'REACTIONS_CHANGED'; readonly messageId: MessageId; readonly emoji: string; readonly added: boolean }
  | { readonly kind: 'PLAYBACK_SYNCED'; readonly playback: PartyPlayback }
);

/** Changes of a channel within one transaction, in log order. */
export interface ChannelWriter {
  /** Locks the channel's log until the transaction ends; false when permissions changed since `accessEpoch`. */
  lock(channelId: ChannelId, accessEpoch: number): Promise<boolean>;
  /** Appends an entry to a locked log and answers its number. */
  append(entry: LogEntry): Promise<number>;
}

/** Changes of messages. The channel's log is locked first. */
export interface MessageWriter {
  find(id: MessageId, channelId: ChannelId): Promise<MessageView | undefined>;
  edit(
    message: MessageView,
    change: { readonly content: string; readonly mentions: readonly UserId[]; readonly editedAt: Date; readonly communityId: CommunityId },
  ): Promise<void>;
  /** Leaves the tombstone: no content, moment, mentions, reactions or pin. */
  delete(message: MessageView, deletedAt: Date): Promise<void>;
  /** False when it was there already. */
  addReaction(message: MessageView, reaction: { readonly emoji: string; readonly userId: UserId; readonly at: Date }): Promise<boolean>;
  /** False when there was none. */
  removeReaction(message: MessageView, reaction: { readonly emoji: string; readonly userId: UserId }): Promise<boolean>;
  setPinned(message: MessageView, pinnedAt: Date | null): Promise<void>;
  countPinned(channelId: ChannelId): Promise<number>;
}

/** Listening parties. The channel's log is locked first. */
export interface PlaybackWriter {
  /** The host, unless there is none or they have left the community. */
  presentHost(channelId: ChannelId): Promise<UserId | null>;
  save(channelId: ChannelId, playback: PartyPlayback): Promise<void>;
}

/** Communities within one transaction. */
export interface CommunityWriter {
  /** False when the slug is taken. Makes the scope, the everyone-role and the owner's membership too. */
  create(community: Community, options: { readonly everyone: Role; readonly createdAt: Date }): Promise<boolean>;
  /** Locks the community's permissions, raises their epoch and answers the new one; undefined when there is no such community. */
  raiseEpoch(communityId: CommunityId): Promise<number | undefined>;
  /** Locks what the person owns and has joined, then counts it. */
  countOf(userId: UserId): Promise<{ readonly owned: number; readonly joined: number }>;
  isMember(communityId: CommunityId, userId: UserId): Promise<boolean>;
  /** Adds a member, whose read marks start at the present heads. */
  addMember(communityId: CommunityId, userId: UserId, joinedAt: Date): Promise<void>;
  /** False when the person was no member. */
  removeMember(communityId: CommunityId, userId: UserId): Promise<boolean>;
}

/** Channels within one transaction. */
export interface ChannelCreator {
  /** Locks the community's channels, then counts them and tells the first free position. */
  survey(communityId: CommunityId): Promise<{ readonly count: number; readonly nextPosition: number }>;
  create(channel: Channel, createdAt: Date): Promise<void>;
}

/** Invites within one transaction. */
export interface InviteWriter {
  create(invite: Invite, options: { readonly creatorId: UserId; readonly createdAt: Date }): Promise<void>;
  count(communityId: CommunityId): Promise<number>;
  /** Community of an invite that is neither expired nor used up. */
  findOpen(code: string, now: Date): Promise<CommunityId | undefined>;
  /** Takes one use; false when it expired or was used up meanwhile. */
  use(code: string, now: Date): Promise<boolean>;
}

/** Read marks. */
export interface ReadMarkWriter {
  /** Moves the mark forward to a message, never back. */
  advance(userId: UserId, channelId: ChannelId, messageNumber: number): Promise<void>;
}

/** Everything a transaction of chat may change. */
export interface ChatRepositories {
  readonly communities: CommunityWriter;
  readonly channels: ChannelCreator;
  readonly invites: InviteWriter;
  readonly log: ChannelWriter;
  readonly messages: MessageWriter;
  readonly playback: PlaybackWriter;
  readonly readMarks: ReadMarkWriter;
  readonly events: EventRecorder<ChatEvents>;
}

export type ChatUnitOfWork = UnitOfWork<ChatRepositories>;

/** What chat knows of tracks. */
export interface TrackCatalogue {
  /** Undefined when there is no such track, or nobody could say. */
  find(trackId: TrackId): Promise<TrackCard | undefined>;
}

/** Tells the live feeds of all processes that a log has grown. At most once: the log is the truth. */
export interface ChannelHints {
  publish(channelId: ChannelId, event: ChannelEvent): void;
}
