import { err, ok, type Result } from '@veza/kernel';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, notFound, stateNotAllowed } from '../../domain/failure.ts';
import type { ScheduledMessageId } from '../../domain/scheduled-message.ts';
import type { ScheduledDependencies } from './schedule-message.ts';

/** Whose message goes. */
export interface CancelScheduledMessageCommand {
  readonly authorId: UserId;
  readonly scheduledMessageId: ScheduledMessageId;
}

/** Takes one's own scheduled message back, or one that failed off the list. Fails with NOT_FOUND (also once it is sent), STATE_NOT_ALLOWED (it is being sent). */
export function cancelScheduledMessage({ unitOfWork }: Pick<ScheduledDependencies, 'unitOfWork'>) {
  return ({ authorId, scheduledMessageId }: CancelScheduledMessageCommand): Promise<Result<ScheduledMessageId, ChatFailure>> =>
    unitOfWork(async ({ scheduled }): Promise<Result<ScheduledMessageId, ChatFailure>> => {
      const found = await scheduled.find(scheduledMessageId, authorId);
      if (!found) return err(notFound('scheduledMessageId'));
      if (found.isBeingSent) return err(stateNotAllowed('It is being sent.', 'scheduledMessageId'));
      await scheduled.delete(scheduledMessageId);
      return ok(scheduledMessageId);
    });
}
