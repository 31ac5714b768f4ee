import { type Clock, err, ok, type Result } from '@veza/kernel';
import { can, type ChannelAccess } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, notFound, notPermitted } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import { mentionedUsers } from '../../domain/message/mentions.ts';
import { messageContent, type MessageId, type MessageView } from '../../domain/message/message.ts';
import type { RateTaker } from '../rates.ts';
import { changeMessage, type ChangeMessageDependencies } from './change-message.ts';

interface Dependencies extends ChangeMessageDependencies {
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

export type EditMessage = ReturnType<typeof editMessage>;

/**
 * Replaces the text of one's own message; the same text again changes nothing. Needs SEND_MESSAGES. The last of several edits wins, in log order.
 * Fails with NOT_FOUND (also for a deleted message), NOT_PERMITTED, INVALID, LIMIT_REACHED, RATE_LIMITED.
 */
export function editMessage({ takeRate, clock, limits, ...dependencies }: Dependencies) {
  const change = changeMessage(dependencies);
  return async ({ actorId, messageId, content: text }: EditMessageCommand): Promise<Result<MessageView, ChatFailure>> => {
    const limited = await takeRate('change', actorId);
    if (limited) return err(limited);
    const mentions = mentionedUsers(text);
    if (mentions.length > limits.mentions) return err({ code: 'LIMIT_REACHED', path: ['content'] });

    return change({
      messageId,
      actorId,
      refuse: (message, access) => refusal(message, access, actorId),
      async apply({ messages }, message, { channel, accessEpoch }) {
        const content = messageContent(text, { maxLength: limits.contentLength, mayBeEmpty: message.trackMoment !== null });
        if (content === undefined) return err(invalid(`a message has 1 to ${limits.contentLength} characters`, 'content'));
        if (content === message.content) return ok(undefined);
        const editedAt = clock();
        await messages.edit(message, { content, mentions, editedAt, communityId: channel.communityId });
        return ok({ kind: 'MESSAGE_EDITED', channelId: channel.id, messageId, actorId, accessEpoch, occurredAt: editedAt });
      },
    });
  };
}

function refusal(message: MessageView, access: ChannelAccess, actorId: UserId): ChatFailure | undefined {
  if (message.isDeleted) return notFound('messageId');
  return message.authorId === actorId && can(access, 'SEND_MESSAGES') ? undefined : notPermitted('messageId');
}
