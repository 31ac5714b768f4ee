import { err, ok, type Result } from '@veza/kernel';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, notFound, stateNotAllowed } from '../../domain/failure.ts';
import type { ScheduledMessage, ScheduledMessageId } from '../../domain/scheduled-message.ts';
import { type ScheduledDependencies, scheduleRefusal } from './schedule-message.ts';

/** What is to change; undefined = as it is. */
export interface UpdateScheduledMessageCommand {
  readonly authorId: UserId;
  readonly scheduledMessageId: ScheduledMessageId;
  readonly content?: string | undefined;
  readonly sendAt?: Date | undefined;
}

/**
 * Changes text or time of one's own scheduled message; one that failed waits again, for which its time must lie ahead.
 * Fails with NOT_FOUND (also once it is sent), STATE_NOT_ALLOWED (it is being sent), INVALID.
 */
export function updateScheduledMessage({ unitOfWork, clock, limits }: ScheduledDependencies) {
  return ({
    authorId,
    scheduledMessageId,
    content,
    sendAt,
  }: UpdateScheduledMessageCommand): Promise<Result<ScheduledMessage, ChatFailure>> =>
    unitOfWork(async ({ scheduled }): Promise<Result<ScheduledMessage, ChatFailure>> => {
      const found = await scheduled.find(scheduledMessageId, authorId);
      if (!found) return err(notFound('scheduledMessageId'));
      if (found.isBeingSent) return err(stateNotAllowed('It is being sent.', 'scheduledMessageId'));
      const { message } = found;
      const changed: ScheduledMessage = {
        ...message,
        content: content ?? message.content,
        sendAt: sendAt ?? message.sendAt,
        failure: null,
      };
      const refused = scheduleRefusal(changed, { limits, now: clock() });
      if (refused) return err(refused);
      await scheduled.update(changed);
      return ok(changed);
    });
}
