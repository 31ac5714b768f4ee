import type { ChannelId, ScopeId } from '../../domain/channel.ts';
import type { NotificationLevel } from '../../domain/channel-notifications.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import type { AttachmentId, UploadId } from '../../domain/message/attachment.ts';
import type { Mentions } from '../../domain/message/mentions.ts';
import type { MessageId, MessageView, TrackMoment } from '../../domain/message/message.ts';
import type { PollDraft } from '../../domain/poll.ts';
import type { Page, Slice } from '@veza/kernel';

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
  /** What of it the person wants to hear of now. */
  readonly level: NotificationLevel;
}

/** Everything read. */
export const NOTHING_UNREAD: UnreadCounts = Object.freeze({ unread: 0, mentions: 0, level: 'ALL' });

/** Counters that follow from heads and read marks. */
export interface UnreadReader {
  /** By channel; a channel without a log has no entry. */
  count(userId: UserId, channelIds: readonly ChannelId[]): Promise<ReadonlyMap<ChannelId, UnreadCounts>>;
  /** Threads that the person has joined. */
  joinedThreads(userId: UserId, communityIds: readonly CommunityId[]): Promise<ReadonlyMap<CommunityId, readonly ChannelId[]>>;
}

/** A file of a message about to be sent: an upload that becomes an attachment. */
export interface DraftAttachment {
  readonly id: AttachmentId;
  readonly uploadId: UploadId;
}

/** A message about to be sent. */
export interface MessageDraft extends NonceKey {
  readonly id: MessageId;
  readonly content: string;
  readonly replyToId: MessageId | null;
  readonly trackMoment: TrackMoment | null;
  readonly attachments: readonly DraftAttachment[];
  /** What it asks; null when it asks nothing. */
  readonly poll: PollDraft | null;
  readonly mentions: Mentions;
  readonly createdAt: Date;
  /** What the channel's permissions change with, and the epoch under which the author was allowed to send. */
  readonly scopeId: ScopeId;
  readonly accessEpoch: number;
  /** Seconds to the author's message before; 0 = no slow mode for them. */
  readonly slowModeSeconds: number;
}

/** What came of a send. Only SENT wrote anything; UPLOAD_TAKEN: one of its files came with another message meanwhile. */
export type SendOutcome =
  | { readonly kind: 'SENT'; readonly seq: number; readonly messageNumber: number }
  | { readonly kind: 'REPLAYED'; readonly messageId: MessageId }
  | { readonly kind: 'EPOCH_CHANGED' }
  | { readonly kind: 'UPLOAD_TAKEN' }
  | { readonly kind: 'SLOW_MODE'; readonly retryAfterMs: number };

/** Appends messages: number, row, log entry, mentions, read mark and outgoing fact in one statement. */
export interface MessageSender {
  send(draft: MessageDraft): Promise<SendOutcome>;
}

/** What a deletion did. */
export interface DeletedMessages {
  readonly messageIds: readonly MessageId[];
  /** Number of the log's last entry afterwards. */
  readonly seq: number;
}

/** Changes of messages. The channel's log is locked first. */
export interface MessageWriter {
  find(id: MessageId, channelId: ChannelId): Promise<MessageView | undefined>;
  /** Leaves tombstones of these messages of one channel, each with its entry in the log; those that are gone already are passed over. */
  deleteMany(
    messageIds: readonly MessageId[],
    deletion: Omit<MessageDeletion, 'messageId' | 'authorId'> & { readonly actorId: UserId },
  ): Promise<DeletedMessages>;
  /** False when it was there already. */
  addReaction(message: MessageView, reaction: { readonly emoji: string; readonly userId: UserId; readonly at: Date }): Promise<boolean>;
  /** False when there was none. */
  removeReaction(message: MessageView, reaction: { readonly emoji: string; readonly userId: UserId }): Promise<boolean>;
  setPinned(message: MessageView, pinnedAt: Date | null): Promise<void>;
  countPinned(channelId: ChannelId): Promise<number>;
}

/** Read marks. */
export interface ReadMarkWriter {
  /** Moves the mark forward to a message, never back. */
  advance(userId: UserId, channelId: ChannelId, through: { readonly messageNumber: number; readonly at: Date }): Promise<void>;
}

/** A new text for one's own message. */
export interface MessageEdit {
  readonly messageId: MessageId;
  readonly channelId: ChannelId;
  readonly authorId: UserId;
  readonly content: string;
  readonly mentions: Mentions;
  readonly editedAt: Date;
  /** The epoch under which the author was allowed to. */
  readonly accessEpoch: number;
}

/** One's own message that goes. */
export type MessageDeletion = Pick<MessageEdit, 'messageId' | 'channelId' | 'authorId' | 'accessEpoch'> & { readonly deletedAt: Date };

/** What came of a change. Only CHANGED wrote anything; UNCHANGED: the message was so already, or is gone. */
export type ChangeOutcome =
  | { readonly kind: 'CHANGED'; readonly seq: number }
  | { readonly kind: 'UNCHANGED' }
  | { readonly kind: 'EPOCH_CHANGED' };

/** Changes of one's own messages: row, log entry and mentions in one statement. */
export interface OwnMessageChanger {
  edit(edit: MessageEdit): Promise<ChangeOutcome>;
  /** Leaves the tombstone. */
  delete(deletion: MessageDeletion): Promise<ChangeOutcome>;
}
