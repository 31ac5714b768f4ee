import type { Clock } from '@veza/kernel';
import { type CallMeta, SubgraphFailure } from '../../../transport/port.ts';

/** Told why a run waits no more. */
export type OnEnd = (reason: SubgraphFailure) => void;

/** Whether anybody still waits for the answer of a run: until its deadline is over, or its client is gone. */
export interface Presence {
  /** Why nobody waits any more; undefined while somebody does. */
  readonly ended: () => SubgraphFailure | undefined;
  /** Whether the deadline is over, whether or not the client is still there. */
  readonly isExpired: () => boolean;
  /** Calls `listener` when the deadline is over, whether or not the client is still there then. */
  readonly onExpiry: (listener: OnEnd) => void;
  /** Calls `listener` at the end, unless it is forgotten before. */
  readonly onEnd: (listener: OnEnd) => void;
  readonly forget: (listener: OnEnd) => void;
  /** The answer is made: nothing is to be told any more. */
  readonly release: () => void;
}

const ignore = () => undefined;

/** The presence of a run that asks nobody, so that nothing of it can be late. */
export const ALWAYS_PRESENT: Presence = {
  ended: ignore,
  isExpired: () => false,
  onExpiry: ignore,
  onEnd: ignore,
  forget: ignore,
  release: ignore,
};

/** The presence of one run. */
export function presenceOf({ deadlineAt, signal }: CallMeta, clock: Clock): Presence {
  const listeners = new Set<OnEnd>();
  const expiry: OnEnd[] = [];
  let reason: SubgraphFailure | undefined;
  const remainingMs = deadlineAt - clock().getTime();
  let hasExpired = remainingMs <= 0;

  const end = (why: SubgraphFailure) => {
    reason ??= why;
    for (const listener of listeners) listener(reason);
    listeners.clear();
  };
  const expire = () => {
    hasExpired = true;
    const why = new SubgraphFailure('OPERATION_TIMEOUT', 'the deadline of the operation is over');
    for (const listener of expiry) listener(why);
    end(why);
  };
  const leave = () => end(new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'nobody waits for the answer any more'));

  const timer = setTimeout(expire, remainingMs);
  if (hasExpired) expire();
  else if (signal.aborted) leave();
  else signal.addEventListener('abort', leave);

  return {
    ended: () => reason,
    isExpired: () => hasExpired,
    onExpiry: (listener) => void expiry.push(listener),
    onEnd: (listener) => void listeners.add(listener),
    forget: (listener) => void listeners.delete(listener),
    release() {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
    },
  };
}
