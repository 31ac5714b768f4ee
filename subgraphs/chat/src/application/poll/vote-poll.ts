import { type Clock, ok, type Result } from '@veza/kernel';
import type { ChannelAccess } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, notFound, stateNotAllowed, timedOut } from '../../domain/failure.ts';
import type { MessageId, MessageView } from '../../domain/message/message.ts';
import { choiceRefusal, pollClosedAt } from '../../domain/poll.ts';
import { changeMessage, type ChangeMessageDependencies } from '../message/change-message.ts';
import type { RateTaker } from '../rates.ts';

interface Dependencies extends ChangeMessageDependencies {
  readonly takeRate: RateTaker;
  readonly clock: Clock;
}

/** What somebody chooses. */
export interface VotePollCommand {
  readonly actorId: UserId;
  readonly messageId: MessageId;
  /** Places of options, from 0; none takes the choice back. */
  readonly places: readonly number[];
}

/**
 * Puts a person's choice in the place of the one before; the same again changes nothing. Whoever reads the poll may, unless in a time-out.
 * Fails with NOT_FOUND (also for a message without a poll), INVALID, STATE_NOT_ALLOWED (closed), TIMED_OUT, RATE_LIMITED.
 */
export function votePoll({ takeRate, clock, ...dependencies }: Dependencies) {
  const change = changeMessage(dependencies);
  return async ({ actorId, messageId, places }: VotePollCommand): Promise<Result<MessageView, ChatFailure>> => {
    const limited = await takeRate('change', actorId);
    if (limited) return { ok: false, error: limited };
    return change({
      messageId,
      actorId,
      refuse({ poll }, { timedOutUntil }: ChannelAccess) {
        if (!poll) return notFound('messageId');
        if (timedOutUntil) return timedOut(timedOutUntil, 'messageId');
        if (pollClosedAt(poll, clock())) return stateNotAllowed('The poll is closed.', 'messageId');
        return choiceRefusal(poll, places);
      },
      async apply({ polls }, message, { channel, accessEpoch }) {
        if (!(await polls.choose(message, actorId, places))) return ok(undefined);
        return ok({ kind: 'POLL_CHANGED', channelId: channel.id, messageId, actorId, accessEpoch, occurredAt: clock() });
      },
    });
  };
}
