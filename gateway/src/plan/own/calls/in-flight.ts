import type { Asker } from './asker.ts';
import type { Order } from './order.ts';

/** Age up to which a call is joined, so that nobody is answered from the past. Milliseconds. @see gateway.md 4.4 */
export const JOIN_WINDOW_MS = 20;

/** How much earlier than its own deadline a run may be given up by the deadline of a call that it joins. Milliseconds. */
const DEADLINE_TOLERANCE_MS = 500;

/** When a call left. */
export interface Departure {
  readonly place: number;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Epoch milliseconds at which the call is given up. */
  readonly deadlineAt: number;
}

/** Whether a run may take its answer from a call that has left already. */
export type MayJoin = (departure: Departure, asker: Asker) => boolean;

/**
 * Rules of joining: the call is at most 20 ms old, left after the last answered mutation of the same person and after the event that
 * is being joined, and waits about as long as the run itself would.
 * @param now epoch milliseconds
 */
export function joining(order: Order, now: () => number): MayJoin {
  return ({ place, startedAt, deadlineAt }, { since, scope, meta }) =>
    place > since &&
    place > order.lastWrite(scope.writer) &&
    now() - startedAt <= JOIN_WINDOW_MS &&
    meta.deadlineAt - deadlineAt <= DEADLINE_TOLERANCE_MS;
}

/** Calls that have left and are not answered yet, by what they ask. */
export interface InFlight<Call extends Departure> {
  /** The call that asks the same and may be joined. */
  find(key: string, asker: Asker): Call | undefined;
  /** Takes the place of an older call for the same. */
  add(key: string, call: Call): void;
  remove(key: string, call: Call): void;
  readonly size: () => number;
}

/** An empty map. */
export function inFlight<Call extends Departure>(mayJoin: MayJoin): InFlight<Call> {
  const calls = new Map<string, Call>();
  return {
    find(key, asker) {
      const call = calls.get(key);
      return call && mayJoin(call, asker) ? call : undefined;
    },
    add: (key, call) => void calls.set(key, call),
    remove(key, call) {
      if (calls.get(key) === call) calls.delete(key);
    },
    size: () => calls.size,
  };
}
