import { type Clock, ok, type Result } from '@veza/kernel';
import { can } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, notPermitted } from '../../domain/failure.ts';
import type { MessageId, MessageView } from '../../domain/message/message.ts';
import { changeMessage, type ChangeMessageDependencies } from './change-message.ts';

interface Dependencies extends ChangeMessageDependencies {
  readonly clock: Clock;
}

/** Who deletes what. */
export interface DeleteMessageCommand {
  readonly actorId: UserId;
  readonly messageId: MessageId;
}

export type DeleteMessage = ReturnType<typeof deleteMessage>;

/**
 * Leaves of a message only its tombstone. Its author may, and whoever has MANAGE_MESSAGES; a deleted message stays deleted without a further entry.
 * Fails with NOT_FOUND, NOT_PERMITTED.
 */
export function deleteMessage({ clock, ...dependencies }: Dependencies) {
  const change = changeMessage(dependencies);
  return ({ actorId, messageId }: DeleteMessageCommand): Promise<Result<MessageView, ChatFailure>> =>
    change({
      messageId,
      actorId,
      refuse: (message, access) => (message.authorId === actorId || can(access, 'MANAGE_MESSAGES') ? undefined : notPermitted('messageId')),
      async apply({ messages }, message, { channel, accessEpoch }) {
        if (message.isDeleted) return ok(undefined);
        const deletedAt = clock();
        await messages.delete(message, deletedAt);
        return ok({ kind: 'MESSAGE_DELETED', channelId: channel.id, messageId, actorId, accessEpoch, occurredAt: deletedAt });
      },
    });
}
