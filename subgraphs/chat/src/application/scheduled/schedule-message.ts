import { type Clock, err, type NewId, ok, type Result } from '@veza/kernel';
import { type ChannelId, hasLog } from '../../domain/channel.ts';
import { canView } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, limitReached, notFound } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import { messageContent, type MessageId } from '../../domain/message/message.ts';
import { textLength } from '../../domain/message/text.ts';
import type { ScheduledMessage } from '../../domain/scheduled-message.ts';
import { sendRefusal } from '../message/send-refusal.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';
import type { RateTaker } from '../rates.ts';

/** What use cases of scheduled messages work with. */
export interface ScheduledDependencies {
  readonly access: AccessReader;
  readonly unitOfWork: ChatUnitOfWork;
  readonly takeRate: RateTaker;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly limits: ChatLimits;
}

/** A message as its author wants it sent later. */
export interface ScheduleMessageCommand {
  readonly authorId: UserId;
  readonly channelId: ChannelId;
  /** Chosen by the client; the same again in this channel means the same message. */
  readonly nonce: string;
  readonly content: string;
  readonly replyToId: MessageId | null;
  readonly sendAt: Date;
}

/** The message, and whether it had been scheduled before. */
export interface Scheduled {
  readonly scheduledMessage: ScheduledMessage;
  readonly replayed: boolean;
}

const DAY_MS = 86_400_000;

/** Why a message cannot be kept to be sent at that time. */
export function scheduleRefusal(
  { content, sendAt }: Pick<ScheduledMessage, 'content' | 'sendAt'>,
  { limits, now }: { readonly limits: ChatLimits; readonly now: Date },
): ChatFailure | undefined {
  if (messageContent(content, { maxLength: limits.contentLength, mayBeEmpty: false }) === undefined)
    return invalid(`a message has 1 to ${limits.contentLength} characters`, 'content');
  const ahead = sendAt.getTime() - now.getTime();
  if (ahead > 0 && ahead <= limits.scheduleDays * DAY_MS) return undefined;
  return invalid(`a message is sent within the next ${limits.scheduleDays} days`, 'sendAt');
}

/**
 * Keeps a message to be sent at a later time, with the rights that its author has then. Needs the right to send now, too.
 * A repeated (author, channel, nonce) answers the first one with `replayed: true`.
 * Fails with NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED, TIMED_OUT, BLOCKED, CHANNEL_LOCKED, RATE_LIMITED.
 */
export function scheduleMessage({ access, unitOfWork, takeRate, clock, newId, limits }: ScheduledDependencies) {
  const refusal = async (command: ScheduleMessageCommand): Promise<ChatFailure | undefined> => {
    const { authorId, channelId, nonce } = command;
    const length = textLength(nonce);
    if (length < 1 || length > limits.nonceLength) return invalid(`a nonce has 1 to ${limits.nonceLength} characters`, 'nonce');
    const standing = (await access.channels(authorId, [channelId])).get(channelId);
    if (!canView(standing)) return notFound('channelId');
    if (!hasLog(standing.channel)) return invalid('a category holds no messages', 'channelId');
    return sendRefusal(standing, 'channelId') ?? (await takeRate('change', authorId));
  };

  return async (command: ScheduleMessageCommand): Promise<Result<Scheduled, ChatFailure>> => {
    const refused = await refusal(command);
    if (refused) return err(refused);
    const { nonce, ...given } = command;
    return unitOfWork(async ({ scheduled }): Promise<Result<Scheduled, ChatFailure>> => {
      const count = await scheduled.countOf(command.authorId);
      const first = await scheduled.findByNonce(command.authorId, command.channelId, nonce);
      if (first) return ok({ scheduledMessage: first, replayed: true });
      const createdAt = clock();
      const unfit = scheduleRefusal(command, { limits, now: createdAt });
      if (unfit) return err(unfit);
      if (count >= limits.scheduledMessages) return err(limitReached('channelId'));
      const scheduledMessage: ScheduledMessage = { ...given, id: newId('scheduled'), createdAt, failure: null };
      await scheduled.create(scheduledMessage, nonce);
      return ok({ scheduledMessage, replayed: false });
    });
  };
}
