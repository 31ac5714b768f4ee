import type { Clock } from '@veza/kernel';
import { type Poll, pollClosedAt } from '../../domain/poll.ts';
import type { ChangeMessageDependencies } from '../message/change-message.ts';
import type { PollReader } from '../ports/poll.ts';
import type { RateTaker } from '../rates.ts';
import { closePoll } from './close-poll.ts';
import { votePoll } from './vote-poll.ts';

interface Dependencies extends ChangeMessageDependencies {
  readonly polls: PollReader;
  readonly takeRate: RateTaker;
  readonly clock: Clock;
}

/** Use cases of polls; they are asked with `sendMessage`. */
export function pollUseCases(deps: Dependencies) {
  return {
    votePoll: votePoll(deps),
    closePoll: closePoll(deps),
    /** By message the options that a person chose, of messages whose visibility was decided before. */
    pollVotesOf: deps.polls.votesOf,
    /** Since when a poll takes no more votes; null while it does. */
    pollClosedAt: (poll: Poll): Date | null => pollClosedAt(poll, deps.clock()),
  };
}

export type PollUseCases = ReturnType<typeof pollUseCases>;
