import { setTimeout as sleep } from 'node:timers/promises';
import { abortSignalOf } from '../cancellation.ts';
import { type CallMeta, withDeadline } from '../port.ts';
import type { Passage } from './breaker.ts';
import { notSent } from './not-sent.ts';
import { mayRepeat, verdictOf } from './verdict.ts';

/** One call that a breaker has let through. */
export interface Attempt<Answer> {
  readonly passage: Passage;
  readonly meta: CallMeta;
  /** Time for one try. Milliseconds. */
  readonly tryMs: number;
  /** Sends it. @param meta with the deadline of this try */
  send(meta: CallMeta): Promise<Answer>;
  /** Asks for leave to send it a second time. */
  takeRetry(): boolean;
}

/** Times and chance for attempts. */
export interface AttemptOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Milliseconds that only ever rise. */
  readonly elapsed: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** The longest pause before a repetition; a random part of it, so that callers do not come back together. Milliseconds. @see reliability.md 4 */
const MAX_PAUSE_MS = 50;
/** Part of its time that a try must have had for its lateness to be held against the subgraph. */
const FAIR_SHARE = 0.5;

/** Waits a random while, unless nobody waits for the answer any more or there would be no time left for it. */
async function pause({ deadlineAt, signal }: CallMeta, { now, random }: AttemptOptions): Promise<void> {
  const pauseMs = random() * MAX_PAUSE_MS;
  if (now() + pauseMs >= deadlineAt) throw notSent.late();
  await sleep(pauseMs, undefined, { signal: abortSignalOf(signal) }).catch(() => {
    throw notSent.cancelled();
  });
}

/**
 * Sends a call, a second time where that helps and is allowed, and settles its passage with what the last try says about the subgraph.
 * A probe is one try.
 */
export async function attempt<Answer>(call: Attempt<Answer>, options: AttemptOptions): Promise<Answer> {
  const { passage, meta, tryMs } = call;
  const { now, elapsed } = options;
  let givenMs = 0;
  const tryOnce = () => {
    const startedAt = now();
    givenMs = Math.min(tryMs, meta.deadlineAt - startedAt);
    return call.send(withDeadline(meta, startedAt + givenMs));
  };
  const tryAgain = async (failure: unknown) => {
    if (passage.isProbe || !mayRepeat(failure) || !call.takeRetry()) throw failure;
    await pause(meta, options);
    return tryOnce();
  };
  try {
    const answer = await tryOnce().catch(tryAgain);
    passage.settle('well', elapsed());
    return answer;
  } catch (failure) {
    passage.settle(verdictOf(failure, givenMs >= tryMs * FAIR_SHARE), elapsed());
    throw failure;
  }
}
