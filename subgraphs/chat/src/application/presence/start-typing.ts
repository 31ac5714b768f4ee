import { type Clock, err, ok, type Result } from '@veza/kernel';
import { canView } from '../../domain/channel-access.ts';
import { type ChannelId, hasLog } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, notFound } from '../../domain/failure.ts';
import { sendRefusal } from '../message/send-refusal.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ActivityBus, PresenceChoiceReader, TypingGate } from '../ports/presence.ts';
import type { RateTaker } from '../rates.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly choices: PresenceChoiceReader;
  readonly typing: TypingGate;
  readonly activity: ActivityBus;
  readonly takeRate: RateTaker;
  readonly clock: Clock;
}

/** Who types where. */
export interface StartTypingCommand {
  readonly userId: UserId;
  readonly channelId: ChannelId;
}

/** Milliseconds that somebody is taken to be typing. */
const TYPING_MS = 10_000;

/**
 * Tells those who look at a channel that somebody types there, for 10 seconds and at most once in 8. Who is invisible types unseen.
 * Needs what sending needs. Fails with NOT_FOUND, NOT_PERMITTED, TIMED_OUT, BLOCKED, CHANNEL_LOCKED, INVALID (a category),
 * RATE_LIMITED.
 */
export function startTyping({ access, choices, typing, activity, takeRate, clock }: Dependencies) {
  return async ({ userId, channelId }: StartTypingCommand): Promise<Result<null, ChatFailure>> => {
    const standing = (await access.channels(userId, [channelId])).get(channelId);
    if (!canView(standing)) return err(notFound('channelId'));
    if (!hasLog(standing.channel)) return err(invalid('a category holds no messages', 'channelId'));
    const refused = sendRefusal(standing, 'channelId') ?? (await takeRate('typing', userId));
    if (refused) return err(refused);
    if ((await choices.find([userId])).get(userId)?.mode === 'INVISIBLE') return ok(null);
    const isNews = await typing.pass(channelId, userId);
    if (isNews) activity.publish(channelId, { kind: 'TYPING', userId, expiresAt: new Date(clock().getTime() + TYPING_MS) });
    return ok(null);
  };
}
