import { type Cancellation, canceller } from '../../../transport/cancellation.ts';
import { type SubgraphAnswer, SubgraphFailure } from '../../../transport/port.ts';
import type { Outcome } from './dispatch.ts';
import type { OnEnd, Presence } from './presence.ts';

/** Gives each of several waiters an answer of its own. No two share an object that may be changed. */
export type Divide<Need> = (answer: SubgraphAnswer, needs: readonly Need[]) => readonly Outcome[];

/** Told what one waiter waited for, or why it is not there. */
export type TakeOutcome = (outcome: Outcome) => void;

/** One call to a subgraph that several runs may wait for. It is given up when the last of them is gone. */
export interface SharedCall<Need> {
  /** Aborts when nobody waits any more. */
  readonly signal: Cancellation;
  /** Whether somebody waits. */
  readonly isWanted: () => boolean;
  /** Tells `take` once: the part of the answer that a waiter needs, or why there is none. */
  wait(need: Need, presence: Presence, take: TakeOutcome): void;
  /** Hands the answer out. */
  settle(outcome: Outcome): void;
}

interface Waiter<Need> {
  readonly need: Need;
  readonly presence: Presence;
  readonly leave: OnEnd;
  readonly take: TakeOutcome;
}

/** A call that is not sent yet. @param onAbandoned told when the last waiter is gone before the answer is there */
export function sharedCall<Need>(divide: Divide<Need>, onAbandoned: () => void): SharedCall<Need> {
  const waiters = new Set<Waiter<Need>>();
  const abandonment = canceller();

  return {
    signal: abandonment,
    isWanted: () => waiters.size > 0,
    wait(need, presence, take) {
      const ended = presence.ended();
      if (ended) return take(ended);
      const leave = (reason: SubgraphFailure) => {
        waiters.delete(waiter);
        take(reason);
        if (waiters.size > 0) return;
        onAbandoned();
        abandonment.abort();
      };
      const waiter: Waiter<Need> = { need, presence, leave, take };
      waiters.add(waiter);
      return presence.onEnd(leave);
    },
    settle(outcome) {
      const all = [...waiters];
      waiters.clear();
      const outcomes =
        outcome instanceof SubgraphFailure
          ? undefined
          : divide(
              outcome,
              all.map(({ need }) => need),
            );
      for (const [index, { presence, leave, take }] of all.entries()) {
        presence.forget(leave);
        take(outcomes ? outcomes[index]! : outcome);
      }
    },
  };
}
