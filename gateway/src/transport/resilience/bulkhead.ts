import { setMaxListeners } from 'node:events';
import type { Cancellation } from '../cancellation.ts';

/** How many calls there may be at once. */
export interface BulkheadSettings {
  readonly running: number;
  readonly queued: number;
}

/** How the wait for a place ended. `full`: it did not begin. */
export type Admission = 'entered' | 'full' | 'late' | 'cancelled';

/** How long a call can wait. */
export interface Patience {
  readonly remainingMs: number;
  readonly signal: Cancellation;
}

/** Keeps one subgraph from taking all of the gateway's memory and connections. */
export interface Bulkhead {
  readonly running: number;
  readonly queued: number;
  /** Takes a place that is free, without waiting. */
  tryEnter(): boolean;
  /** Waits in line for a place. Whoever has entered leaves again. */
  enter(patience: Patience): Promise<Admission>;
  leave(): void;
}

/** Places for so many calls, and a line before them: first come, first served. */
export function bulkhead({ running: maxRunning, queued: maxQueued }: BulkheadSettings): Bulkhead {
  const waiting = new Set<(admission: Admission) => void>();
  let running = 0;

  const tryEnter = () => {
    if (running >= maxRunning) return false;
    running += 1;
    return true;
  };
  const queue = ({ remainingMs, signal }: Patience) =>
    new Promise<Admission>((resolve) => {
      const settle = (admission: Admission) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', cancel);
        waiting.delete(settle);
        resolve(admission);
      };
      const cancel = () => settle('cancelled');
      const timer = setTimeout(() => settle('late'), remainingMs);
      if (signal instanceof AbortSignal) setMaxListeners(0, signal);
      signal.addEventListener('abort', cancel);
      waiting.add(settle);
    });

  return {
    get running() {
      return running;
    },
    get queued() {
      return waiting.size;
    },
    tryEnter,
    async enter(patience) {
      if (tryEnter()) return 'entered';
      if (waiting.size >= maxQueued) return 'full';
      return patience.signal.aborted ? 'cancelled' : queue(patience);
    },
    leave() {
      const [first] = waiting;
      if (first) first('entered');
      else running -= 1;
    },
  };
}
