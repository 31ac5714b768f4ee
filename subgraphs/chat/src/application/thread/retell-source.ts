import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import type { MessageId } from '../../domain/message/message.ts';
import { messageEvent, type MessageLogEntry } from '../log-entry.ts';
import type { ChannelHints } from '../ports/log.ts';
import type { MessageReader } from '../ports/message.ts';
import type { ChatRepositories } from '../ports/repositories.ts';

/** An entry of the parent's log that shows a message with what became of its thread. */
export interface Retold {
  readonly entry: MessageLogEntry;
  readonly seq: number;
}

/** What happened to a thread. */
export interface ThreadChange {
  readonly parentId: ChannelId;
  /** The message that the thread grew from; null when from none, which nothing is told of. */
  readonly sourceMessageId: MessageId | null;
  readonly actorId: UserId;
  readonly accessEpoch: number;
  readonly occurredAt: Date;
}

/**
 * Tells the parent's followers of the message again, whose text stays as it was: readers of the log then know the thread as a query would
 * show it. Under the community's lock, so that the epoch is the present one.
 */
export async function retellSource({ log }: ChatRepositories, change: ThreadChange): Promise<Retold | null> {
  const { parentId: channelId, sourceMessageId: messageId, actorId, accessEpoch, occurredAt } = change;
  if (messageId === null || !(await log.lock(channelId, accessEpoch))) return null;
  const entry: MessageLogEntry = { kind: 'MESSAGE_EDITED', channelId, messageId, actorId, accessEpoch, occurredAt };
  return { entry, seq: await log.append(entry) };
}

/** Hands the entry to the live feeds once it is committed. */
export async function publishRetold(
  { messages, hints }: { readonly messages: MessageReader; readonly hints: ChannelHints },
  retold: Retold | null,
): Promise<void> {
  if (!retold) return;
  const { entry, seq } = retold;
  const message = (await messages.findMany([entry.messageId], entry.channelId)).get(entry.messageId);
  if (message) hints.publish(entry.channelId, messageEvent(entry, seq, message));
}
