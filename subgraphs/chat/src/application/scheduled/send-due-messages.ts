import type { Clock } from '@veza/kernel';
import type { ChatFailure } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import { nextAttempt, type ScheduledMessage } from '../../domain/scheduled-message.ts';
import type { SendMessage } from '../message/send-message.ts';
import type { ScheduledMessageQueue } from '../ports/scheduled-message.ts';

interface Dependencies {
  readonly queue: ScheduledMessageQueue;
  readonly sendMessage: SendMessage;
  readonly clock: Clock;
  readonly limits: Pick<ChatLimits, 'nonceDays'>;
  /** Hears of a message whose send broke off; it is tried again a minute later, and holds up no other. */
  readonly onFailure: (error: unknown) => void;
}

/** Messages that are taken at once. */
const BATCH = 20;
const DAY_MS = 86_400_000;

/**
 * Sends what is due, each message with the rights that its author has now, and answers how many were sent. Under the id as nonce: what was sent
 * before a crash and not noted is answered as sent then, so that each is sent once. A refusal is noted; slow mode and rates are waited for.
 */
export function sendDueMessages({ queue, sendMessage, clock, limits, onFailure }: Dependencies) {
  const refuse = (message: ScheduledMessage, failure: ChatFailure): Promise<void> => {
    const again = nextAttempt(failure, { sendAt: message.sendAt, now: clock() });
    if (again) return queue.postpone(message.id, again);
    return queue.markFailed(message.id, failure.code === 'RATE_LIMITED' ? 'LIMIT_REACHED' : failure.code);
  };

  const send = async (message: ScheduledMessage): Promise<number> => {
    const { id, authorId, channelId, content, replyToId } = message;
    const sent = await sendMessage({ authorId, channelId, nonce: id, content, replyToId, trackMoment: null });
    await (sent.ok ? queue.markSent(id) : refuse(message, sent.error));
    return sent.ok ? 1 : 0;
  };

  const sendOrTell = (message: ScheduledMessage): Promise<number> =>
    send(message).catch((error: unknown) => {
      onFailure(error);
      return 0;
    });

  return async (): Promise<number> => {
    await queue.forgetSent(new Date(clock().getTime() - limits.nonceDays * DAY_MS));
    let sent = 0;
    for (let due = await queue.claim(clock(), BATCH); due.length > 0; due = await queue.claim(clock(), BATCH))
      for (const message of due) sent += await sendOrTell(message);
    return sent;
  };
}
