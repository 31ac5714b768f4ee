import { assertNever, type Clock, err, type NewId, ok, type Result } from '@veza/kernel';
import { can, canView, type ChannelAccess } from '../../domain/channel-access.ts';
import { scopeOf } from '../../domain/channel.ts';
import { type ChatFailure, invalid, notFound } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import type { MessageId, MessageView } from '../../domain/message/message.ts';
import { textLength } from '../../domain/message/text.ts';
import { EPOCH_CHANGED, type EpochChanged, withPresentAccess } from '../access-retry.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ChannelHints } from '../ports/log.ts';
import type { MessageDraft, MessageReader, MessageSender, SendOutcome } from '../ports/message.ts';
import type { TrackCatalogue } from '../ports/track.ts';
import type { RateTaker } from '../rates.ts';
import { composeMessage } from './compose-message.ts';
import type { GuardText } from '../auto-mod/guard-text.ts';
import type { ResolveMentions } from './resolve-mentions.ts';
import type { SendMessageCommand } from './send-message-command.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly messages: MessageReader;
  readonly sender: MessageSender;
  readonly tracks: TrackCatalogue;
  readonly mentionsIn: ResolveMentions;
  readonly guard: GuardText;
  readonly hints: ChannelHints;
  readonly takeRate: RateTaker;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly limits: ChatLimits;
}

/** The message, and whether it had been sent before. */
export interface SentMessage {
  readonly message: MessageView;
  readonly replayed: boolean;
}

type Outcome = Result<SentMessage, ChatFailure | EpochChanged>;
export type SendMessage = ReturnType<typeof sendMessage>;

/**
 * Appends a message at the channel's next number, together with `chat.message-sent.v1`, and tells the live feeds.
 * A repeated (author, channel, nonce) answers the first message with `replayed: true`, whatever else differs, outside all rates and slow mode.
 * Fails with NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED, SLOW_MODE, TIMED_OUT, BLOCKED, AUTOMOD_BLOCKED, TRACK_NOT_PLAYABLE, RATE_LIMITED.
 */
export function sendMessage({ access, messages, sender, tracks, mentionsIn, guard, hints, takeRate, clock, newId, limits }: Dependencies) {
  const compose = composeMessage({ messages, tracks, mentionsIn, guard, limits });

  const present = async (id: MessageId, { channelId }: MessageDraft): Promise<MessageView> => {
    const message = (await messages.findMany([id], channelId)).get(id);
    if (!message) throw new Error(`message ${id} vanished after it was sent`);
    return message;
  };

  const answer = async (draft: MessageDraft, outcome: SendOutcome): Promise<Outcome> => {
    switch (outcome.kind) {
      case 'SENT': {
        const message = await present(draft.id, draft);
        const { accessEpoch, createdAt: occurredAt } = draft;
        hints.publish(draft.channelId, { kind: 'MESSAGE_SENT', seq: outcome.seq, accessEpoch, occurredAt, message });
        return ok({ message, replayed: false });
      }
      case 'REPLAYED':
        return ok({ message: await present(outcome.messageId, draft), replayed: true });
      case 'EPOCH_CHANGED':
        return err(EPOCH_CHANGED);
      case 'SLOW_MODE':
        return err({ code: 'SLOW_MODE', path: ['channelId'], message: slowModeText(outcome.retryAfterMs) });
      default:
        return assertNever(outcome);
    }
  };

  const attempt = async (command: SendMessageCommand): Promise<Outcome> => {
    const { channelId, authorId, nonce } = command;
    const [standings, first] = await Promise.all([
      access.channels(authorId, [channelId]),
      messages.findByNonce({ channelId, authorId, nonce }),
    ]);
    const standing = standings.get(channelId);
    if (!canView(standing)) return err(notFound('channelId'));
    if (first) return ok({ message: first, replayed: true });
    const composed = await compose(command, standing);
    if (!composed.ok) return composed;

    const limited = await takeRate('send', authorId);
    if (limited) return err(limited);
    const draft: MessageDraft = {
      ...composed.value,
      id: newId('message'),
      channelId,
      authorId,
      nonce,
      scopeId: scopeOf(standing.channel),
      createdAt: clock(),
      accessEpoch: standing.accessEpoch,
      slowModeSeconds: slowModeFor(standing),
    };
    return answer(draft, await sender.send(draft));
  };

  return async (command: SendMessageCommand): Promise<Result<SentMessage, ChatFailure>> => {
    const length = textLength(command.nonce);
    if (length < 1 || length > limits.nonceLength) return err(invalid(`a nonce has 1 to ${limits.nonceLength} characters`, 'nonce'));
    return withPresentAccess<SentMessage, ChatFailure>(() => attempt(command));
  };
}

function slowModeFor(standing: ChannelAccess): number {
  return can(standing, 'BYPASS_SLOW_MODE') ? 0 : standing.channel.slowModeSeconds;
}

function slowModeText(retryAfterMs: number): string {
  return `Slow mode: the next message is possible in ${Math.ceil(retryAfterMs / 1000)} s.`;
}
