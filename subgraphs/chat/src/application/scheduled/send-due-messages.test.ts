import { err, ok } from '@veza/kernel';
import { describe, expect, it } from 'vitest';
import type { ScheduledMessage } from '../../domain/scheduled-message.ts';
import { fakeChannelId, fakeMessage, fakeUserId } from '../feed/fakes/fake-message.ts';
import type { SendMessage } from '../message/send-message.ts';
import type { ScheduledMessageQueue } from '../ports/scheduled-message.ts';
import { sendDueMessages } from './send-due-messages.ts';

const now = new Date(1_000_000);
const due = (content: string): ScheduledMessage => ({
  id: `scheduled_${content}`,
  channelId: fakeChannelId,
  authorId: fakeUserId,
  content,
  replyToId: null,
  sendAt: now,
  createdAt: now,
  failure: null,
});

/** A queue that holds these messages, and tells what became of each. */
function queueOf(...messages: readonly ScheduledMessage[]) {
  const told: string[] = [];
  const waiting = [...messages];
  const queue: ScheduledMessageQueue = {
    claim: async (_now, limit) => waiting.splice(0, limit),
    markSent: async (id) => void told.push(`sent ${id}`),
    markFailed: async (id, failure) => void told.push(`failed ${id} ${failure}`),
    postpone: async (id, until) => void told.push(`postponed ${id} ${until.getTime()}`),
    forgetSent: async () => 0,
  };
  return { queue, told };
}

const sendMessage: SendMessage = async ({ content }) => {
  if (content === 'broken') throw new Error('the database is away');
  if (content === 'fast') return err({ code: 'RATE_LIMITED', retryAfterMs: 50 });
  if (content === 'forbidden') return err({ code: 'NOT_PERMITTED', path: ['channelId'] });
  return ok({ message: fakeMessage(1), replayed: false });
};

describe('sendDueMessages', () => {
  it('notes what became of each message, and lets none hold up another', async () => {
    const { queue, told } = queueOf(due('broken'), due('forbidden'), due('fast'), due('fine'));
    const failures: unknown[] = [];
    const run = sendDueMessages({
      queue,
      sendMessage,
      clock: () => now,
      limits: { nonceDays: 7 },
      onFailure: (error) => failures.push(error),
    });
    expect(await run()).toBe(1);
    expect(told).toEqual(['failed scheduled_forbidden NOT_PERMITTED', 'postponed scheduled_fast 1000050', 'sent scheduled_fine']);
    expect(failures).toEqual([new Error('the database is away')]);
  });
});
