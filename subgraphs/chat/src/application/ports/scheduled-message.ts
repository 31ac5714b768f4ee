import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import type { ChatFailureCode } from '../../domain/failure.ts';
import type { ScheduledMessage, ScheduledMessageId } from '../../domain/scheduled-message.ts';

/** A person's messages that wait or failed. */
export interface ScheduledMessageReader {
  /** By the time of sending. */
  list(authorId: UserId): Promise<readonly ScheduledMessage[]>;
}

/** Scheduled messages within one transaction. */
export interface ScheduledMessageWriter {
  /** Locks what the person has scheduled, then counts what waits or failed. */
  countOf(authorId: UserId): Promise<number>;
  /** What was scheduled under this nonce, sent or not. */
  findByNonce(authorId: UserId, channelId: ChannelId, nonce: string): Promise<ScheduledMessage | undefined>;
  create(message: ScheduledMessage, nonce: string): Promise<void>;
  /** One's own message that waits or failed, locked. `isBeingSent`: an attempt has begun and not ended. */
  find(
    id: ScheduledMessageId,
    authorId: UserId,
  ): Promise<{ readonly message: ScheduledMessage; readonly isBeingSent: boolean } | undefined>;
  /** Takes over content and time; what failed waits again. */
  update(message: ScheduledMessage): Promise<void>;
  delete(id: ScheduledMessageId): Promise<void>;
}

/** The queue of what is to be sent. */
export interface ScheduledMessageQueue {
  /** Takes what is due, at most `limit`; whoever takes has a minute before others may. */
  claim(now: Date, limit: number): Promise<readonly ScheduledMessage[]>;
  markSent(id: ScheduledMessageId): Promise<void>;
  markFailed(id: ScheduledMessageId, failure: ChatFailureCode): Promise<void>;
  postpone(id: ScheduledMessageId, until: Date): Promise<void>;
  /** Forgets what was to be sent before an instant, and was. */
  forgetSent(before: Date): Promise<number>;
}
