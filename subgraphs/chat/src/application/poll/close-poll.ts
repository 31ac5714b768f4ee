import { type Clock, ok, type Result } from '@veza/kernel';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, notFound, notPermitted } from '../../domain/failure.ts';
import type { MessageId, MessageView } from '../../domain/message/message.ts';
import { pollClosedAt } from '../../domain/poll.ts';
import { changeMessage, type ChangeMessageDependencies } from '../message/change-message.ts';

/** Whose poll closes. */
export interface ClosePollCommand {
  readonly actorId: UserId;
  readonly messageId: MessageId;
}

/** Closes one's own poll before its time; a closed one stays as it is. Fails with NOT_FOUND (also for a message without a poll), NOT_PERMITTED. */
export function closePoll({ clock, ...dependencies }: ChangeMessageDependencies & { readonly clock: Clock }) {
  const change = changeMessage(dependencies);
  return ({ actorId, messageId }: ClosePollCommand): Promise<Result<MessageView, ChatFailure>> =>
    change({
      messageId,
      actorId,
      refuse({ poll, authorId }) {
        if (!poll) return notFound('messageId');
        return authorId === actorId ? undefined : notPermitted('messageId');
      },
      async apply({ polls }, message, { channel, accessEpoch }) {
        const occurredAt = clock();
        if (!message.poll || pollClosedAt(message.poll, occurredAt)) return ok(undefined);
        await polls.close(message, occurredAt);
        return ok({ kind: 'POLL_CHANGED', channelId: channel.id, messageId, actorId, accessEpoch, occurredAt });
      },
    });
}
