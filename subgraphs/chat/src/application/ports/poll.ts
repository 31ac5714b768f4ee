import type { UserId } from '../../domain/community.ts';
import type { Message, MessageId } from '../../domain/message/message.ts';

/** Votes of people. Access is the caller's business. */
export interface PollReader {
  /** For each message the options that this person chose, in their order. */
  votesOf(userId: UserId, messageIds: readonly MessageId[]): Promise<ReadonlyMap<MessageId, readonly number[]>>;
}

/** Polls within one transaction. The channel's log is locked first. */
export interface PollWriter {
  /** Puts a choice in the place of the person's choice before, with what both count. False when it is the same. */
  choose(message: Message, userId: UserId, places: readonly number[]): Promise<boolean>;
  close(message: Message, at: Date): Promise<void>;
}
