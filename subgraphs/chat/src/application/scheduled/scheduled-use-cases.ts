import type { ScheduledMessageReader } from '../ports/scheduled-message.ts';
import { cancelScheduledMessage } from './cancel-scheduled-message.ts';
import { type ScheduledDependencies, scheduleMessage } from './schedule-message.ts';
import { updateScheduledMessage } from './update-scheduled-message.ts';

/** Use cases of messages that are sent later. */
export function scheduledUseCases(deps: ScheduledDependencies & { readonly scheduledMessages: ScheduledMessageReader }) {
  return {
    scheduleMessage: scheduleMessage(deps),
    updateScheduledMessage: updateScheduledMessage(deps),
    cancelScheduledMessage: cancelScheduledMessage(deps),
    /** One's own that wait or failed, by the time of sending. */
    listScheduledMessages: deps.scheduledMessages.list,
  };
}

export type ScheduledUseCases = ReturnType<typeof scheduledUseCases>;
