import { type Clock, err, type NewId, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import { can } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, notFound, notPermitted } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import type { MessageId, MessageView } from '../../domain/message/message.ts';
import { changeMessage, type ChangeMessageDependencies } from './change-message.ts';

interface Dependencies extends ChangeMessageDependencies {
  readonly clock: Clock;
  readonly newId: NewId;
  readonly limits: ChatLimits;
}

/** Whether a message is to be pinned. */
export interface PinMessageCommand {
  readonly actorId: UserId;
  readonly messageId: MessageId;
  readonly pinned: boolean;
}

export type PinMessage = ReturnType<typeof pinMessage>;

/**
 * Pins a message or unpins it; the same again changes nothing. Needs PIN_MESSAGES or MANAGE_MESSAGES. Audited in communities.
 * Fails with NOT_FOUND (also for a deleted message), NOT_PERMITTED, LIMIT_REACHED.
 */
export function pinMessage({ clock, newId, limits, ...dependencies }: Dependencies) {
  const change = changeMessage(dependencies);
  return ({ actorId, messageId, pinned }: PinMessageCommand): Promise<Result<MessageView, ChatFailure>> =>
    change({
      messageId,
      actorId,
      refuse(message, access) {
        if (message.isDeleted) return notFound('messageId');
        return can(access, 'PIN_MESSAGES') || can(access, 'MANAGE_MESSAGES') ? undefined : notPermitted('messageId');
      },
      async apply({ messages, audit }, message, { channel, accessEpoch }) {
        if (message.isPinned === pinned) return ok(undefined);
        if (pinned && (await messages.countPinned(channel.id)) >= limits.pinnedMessages)
          return err({ code: 'LIMIT_REACHED', path: ['messageId'] });
        const occurredAt = clock();
        await messages.setPinned(message, pinned ? occurredAt : null);
        const about = { subjectId: messageId, userId: message.webhook ? null : message.authorId, channelId: channel.id };
        const draft = auditDraft(pinned ? 'MESSAGE_PINNED' : 'MESSAGE_UNPINNED', about);
        const { communityId } = channel;
        if (communityId) await audit.record(draft, { id: newId('audit'), communityId, actorId, reason: null, occurredAt });
        return ok({ kind: 'PIN_CHANGED', channelId: channel.id, messageId, actorId, accessEpoch, occurredAt });
      },
    });
}
