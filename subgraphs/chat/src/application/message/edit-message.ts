import { type Clock, err, ok, type Result } from '@veza/kernel';
import { can, type ChannelAccess } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { blocked, type ChatFailure, invalid, notFound, notPermitted } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import { messageContent, type MessageId, type MessageView } from '../../domain/message/message.ts';
import { EPOCH_CHANGED, type EpochChanged, withPresentAccess } from '../access-retry.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ChannelHints } from '../ports/log.ts';
import type { MessageReader, OwnMessageChanger } from '../ports/message.ts';
import type { RateTaker } from '../rates.ts';
import { type GuardText, inChannel } from '../auto-mod/guard-text.ts';
import type { ResolveMentions } from './resolve-mentions.ts';
import { visibleMessage } from './visible-message.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly messages: MessageReader;
  readonly changer: OwnMessageChanger;
  readonly hints: ChannelHints;
  readonly mentionsIn: ResolveMentions;
  readonly guard: GuardText;
  readonly takeRate: RateTaker;
  readonly clock: Clock;
  readonly limits: ChatLimits;
}

/** The new text of a message. */
export interface EditMessageCommand {
  readonly actorId: UserId;
  readonly messageId: MessageId;
  readonly content: string;
}

type Outcome = Result<MessageView, ChatFailure | EpochChanged>;
export type EditMessage = ReturnType<typeof editMessage>;

/**
 * Replaces the text of one's own message; the same text again changes nothing. Needs SEND_MESSAGES. The last of several edits wins, in log order.
 * Names that are new in the text count as mentions and call nobody.
 * Fails with NOT_FOUND (also for a deleted message), NOT_PERMITTED, BLOCKED, INVALID, LIMIT_REACHED, AUTOMOD_BLOCKED, RATE_LIMITED.
 */
export function editMessage({ access, messages, changer, hints, mentionsIn, guard, takeRate, clock, limits }: Dependencies) {
  const present = async ({ id, channelId }: MessageView): Promise<MessageView> => {
    const message = (await messages.findMany([id], channelId)).get(id);
    if (!message) throw new Error(`message ${id} vanished after its change`);
    return message;
  };

  const write = async (found: MessageView, standing: ChannelAccess, content: string): Promise<Outcome> => {
    const mentions = await mentionsIn(content, standing, found.authorId);
    if (!mentions.ok) return mentions;
    const caught = await guard(inChannel(content, found.authorId, standing));
    if (caught) return err(caught);
    const { id: messageId, channelId, authorId } = found;
    const { accessEpoch } = standing;
    const editedAt = clock();
    const outcome = await changer.edit({ messageId, channelId, authorId, content, mentions: mentions.value, editedAt, accessEpoch });
    if (outcome.kind === 'EPOCH_CHANGED') return err(EPOCH_CHANGED);
    const message = await present(found);
    if (outcome.kind === 'UNCHANGED') return message.isDeleted ? err(notFound('messageId')) : ok(message);
    hints.publish(channelId, { kind: 'MESSAGE_EDITED', seq: outcome.seq, accessEpoch, occurredAt: editedAt, message });
    return ok(message);
  };

  const attempt = async ({ actorId, messageId, content: text }: EditMessageCommand): Promise<Outcome> => {
    const found = await visibleMessage({ access, messages }, { actorId, messageId });
    const refused = found ? refusal(found.message, found.standing, actorId) : notFound('messageId');
    if (!found || refused) return err(refused ?? notFound('messageId'));
    const { message, standing } = found;
    const mayBeEmpty = message.trackMoment !== null || message.poll !== null || message.attachments.length > 0;
    const content = messageContent(text, { maxLength: limits.contentLength, mayBeEmpty });
    if (content === undefined) return err(invalid(`a message has 1 to ${limits.contentLength} characters`, 'content'));
    return content === message.content ? ok(message) : write(message, standing, content);
  };

  return async (command: EditMessageCommand): Promise<Result<MessageView, ChatFailure>> => {
    const limited = await takeRate('change', command.actorId);
    return limited ? err(limited) : withPresentAccess<MessageView, ChatFailure>(() => attempt(command));
  };
}

function refusal(message: MessageView, access: ChannelAccess, actorId: UserId): ChatFailure | undefined {
  if (message.isDeleted) return notFound('messageId');
  if (message.authorId !== actorId) return notPermitted('messageId');
  if (can(access, 'SEND_MESSAGES')) return undefined;
  return access.isBlocked ? blocked('messageId') : notPermitted('messageId');
}
