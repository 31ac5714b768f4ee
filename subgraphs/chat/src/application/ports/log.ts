import type { LogHead } from '../../domain/channel-access.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import type { ChannelEvent } from '../../domain/event/channel-event.ts';
import type { FollowedHead, FollowedLog } from './followed-log.ts';
import type { MessageId } from '../../domain/message/message.ts';
import type { PartyPlayback } from '../../domain/party-playback.ts';

/** Where a channel's log stands, and what of it is kept. */
export type ChannelHead = FollowedHead & LogHead;

/** The durable, gapless log of every channel: the truth behind the live feed. Messages are joined as they are when it is read. */
export interface ChannelLog extends FollowedLog<ChannelId, ChannelEvent> {
  heads(channelIds: readonly ChannelId[]): Promise<ReadonlyMap<ChannelId, ChannelHead>>;
}

/** An entry about to be logged; its number comes from the log. */
export type LogEntry = {
  readonly actorId: UserId;
  readonly accessEpoch: number;
  readonly occurredAt: Date;
  readonly channelId: ChannelId;
} & (
  | { readonly kind: 'MESSAGE_EDITED' | 'MESSAGE_DELETED' | 'PIN_CHANGED' | 'POLL_CHANGED'; readonly messageId: MessageId }
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

/** Tells the live feeds of all processes that a log has grown. At most once: the log is the truth. */
export interface ChannelHints {
  publish(channelId: ChannelId, event: ChannelEvent): void;
  /** Says how far the log goes, where there are many entries at once. */
  announce(channelId: ChannelId, head: { readonly seq: number; readonly accessEpoch: number }): void;
}
