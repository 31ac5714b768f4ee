import { assertNever, type Clock, err, type NewId, ok, type Result } from '@veza/kernel';
import { can, canView, type ChannelAccess } from '../../domain/channel-access.ts';
import { scopeOf } from '../../domain/channel.ts';
import { type ChatFailure, invalid, notFound } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import type { MessageId, MessageView } from '../../domain/message/message.ts';
import { textLength } from '../../domain/message/text.ts';
import { EPOCH_CHANGED, type EpochChanged, withPresentAccess } from '../access-retry.ts';
import type { ChannelHints } from '../ports/log.ts';
import type { MessageDraft, MessageReader, MessageSender, SendOutcome } from '../ports/message.ts';
import type { UploadCatalogue } from '../ports/attachment.ts';
import type { StopTyping } from '../presence/stop-typing.ts';
import type { TrackCatalogue } from '../ports/track.ts';
import type { RateReturner, RateTaker } from '../rates.ts';
import { composeMessage } from './compose-message.ts';
import { inChannel, type TextRules } from '../auto-mod/guard-text.ts';
import type { JoinOnSend } from '../thread/join-thread.ts';
import type { RememberedAccess } from './remembered-access.ts';
import type { ResolveMentions } from './resolve-mentions.ts';
import type { SendMessageCommand } from './send-message-command.ts';
import { sentView } from './sent-view.ts';

interface Dependencies {
  readonly remembered: RememberedAccess;
  readonly messages: MessageReader;
  readonly sender: MessageSender;
  readonly tracks: TrackCatalogue;
  readonly uploads: UploadCatalogue;
  readonly mentionsIn: ResolveMentions;
  readonly rules: TextRules;
  readonly joinOnSend: JoinOnSend;
  readonly stopTyping: StopTyping;
  readonly hints: ChannelHints;
  readonly takeRate: RateTaker;
  readonly giveBackRate: RateReturner;
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
 * Fails with NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED, SLOW_MODE, TIMED_OUT, BLOCKED, AUTOMOD_BLOCKED, TRACK_NOT_PLAYABLE,
 * UPLOAD_NOT_READY, RATE_LIMITED.
 */
export function sendMessage(deps: Dependencies) {
  const { remembered, messages, sender, rules, joinOnSend, stopTyping, hints, takeRate, giveBackRate, clock, newId, limits } = deps;
  const compose = composeMessage(deps);

  const present = async (id: MessageId, { channelId }: MessageDraft): Promise<MessageView> => {
    const message = (await messages.findMany([id], channelId)).get(id);
    if (!message) throw new Error(`message ${id} vanished after it was sent`);
    return message;
  };

  const answer = async (draft: MessageDraft, outcome: SendOutcome): Promise<Outcome> => {
    switch (outcome.kind) {
      case 'SENT': {
        const message = isToldWhole(draft) ? sentView(draft, outcome) : await present(draft.id, draft);
        const { accessEpoch, createdAt: occurredAt } = draft;
        stopTyping(draft.channelId, draft.authorId);
        hints.publish(draft.channelId, { kind: 'MESSAGE_SENT', seq: outcome.seq, accessEpoch, occurredAt, message });
        return ok({ message, replayed: false });
      }
      case 'REPLAYED':
        return ok({ message: await present(outcome.messageId, draft), replayed: true });
      case 'EPOCH_CHANGED':
        return err(EPOCH_CHANGED);
      case 'UPLOAD_TAKEN':
        return err(notFound('attachmentUploadIds'));
      case 'SLOW_MODE':
        return err({ code: 'SLOW_MODE', path: ['channelId'], message: slowModeText(outcome.retryAfterMs) });
      default:
        return assertNever(outcome);
    }
  };

  /** Refuses, unless the message was sent before: what is written stays, whatever speaks against it now. */
  const refused = async (command: SendMessageCommand, refuse: () => ChatFailure | Promise<ChatFailure>): Promise<Outcome> => {
    const first = await messages.findByNonce(command);
    return first ? ok({ message: first, replayed: true }) : err(await refuse());
  };

  const send = async (draft: MessageDraft, standing: ChannelAccess): Promise<Outcome> => {
    const outcome = await sender.send(draft);
    if (outcome.kind === 'REPLAYED' || outcome.kind === 'EPOCH_CHANGED') await giveBackRate('send', draft.authorId);
    if (outcome.kind === 'SENT') await joinOnSend(standing, draft.authorId);
    return answer(draft, outcome);
  };

  /** @param refuse what becomes of a refusal, as far as access decides it */
  const attempt = async (command: SendMessageCommand, standing: ChannelAccess, refuse: typeof refused): Promise<Outcome> => {
    const { channelId, authorId, nonce } = command;
    const composed = await compose(command, standing);
    if (!composed.ok) return refuse(command, () => composed.error);
    const text = inChannel(textOf(composed.value), authorId, standing);
    const caught = await rules.catching(text);
    if (caught && text) return refuse(command, () => rules.refuse(caught, text));
    const limited = await takeRate('send', authorId);
    if (limited) return refused(command, () => limited);
    const draft: MessageDraft = {
      ...composed.value,
      id: newId('message'),
      channelId,
      authorId,
      nonce,
      attachments: (command.attachmentUploadIds ?? []).map((uploadId) => ({ id: newId('attachment'), uploadId })),
      scopeId: scopeOf(standing.channel),
      createdAt: clock(),
      accessEpoch: standing.accessEpoch,
      slowModeSeconds: slowModeFor(standing),
    };
    return send(draft, standing);
  };

  /** What is remembered may allow, because the statement notices when it is outdated; it never refuses. Files, which may be waited for, come once. */
  const attemptAsRemembered = async (command: SendMessageCommand): Promise<Outcome> => {
    if ((command.attachmentUploadIds ?? []).length > 0) return err(EPOCH_CHANGED);
    const standing = remembered.find(command.authorId, command.channelId);
    return canView(standing) ? attempt(command, standing, async () => err(EPOCH_CHANGED)) : err(EPOCH_CHANGED);
  };

  const attemptAsItIs = async (command: SendMessageCommand): Promise<Outcome> => {
    const standing = await remembered.decide(command.authorId, command.channelId);
    return canView(standing) ? attempt(command, standing, refused) : err(notFound('channelId'));
  };

  return async (command: SendMessageCommand): Promise<Result<SentMessage, ChatFailure>> => {
    const length = textLength(command.nonce);
    if (length < 1 || length > limits.nonceLength) return err(invalid(`a nonce has 1 to ${limits.nonceLength} characters`, 'nonce'));
    return withPresentAccess<SentMessage, ChatFailure>((attempts) => (attempts === 0 ? attemptAsRemembered : attemptAsItIs)(command));
  };
}

/** Whether the draft holds everything that is shown of the message. */
function isToldWhole({ replyToId, poll, attachments }: MessageDraft): boolean {
  return replyToId === null && poll === null && attachments.length === 0;
}

/** Everything that the message says in words. */
function textOf({ content, poll }: Pick<MessageDraft, 'content' | 'poll'>): string {
  return poll ? [content, poll.question, ...poll.options].join('\n') : content;
}

function slowModeFor(standing: ChannelAccess): number {
  return can(standing, 'BYPASS_SLOW_MODE') ? 0 : standing.channel.slowModeSeconds;
}

function slowModeText(retryAfterMs: number): string {
  return `Slow mode: the next message is possible in ${Math.ceil(retryAfterMs / 1000)} s.`;
}
