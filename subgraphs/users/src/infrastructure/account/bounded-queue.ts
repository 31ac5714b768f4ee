import { err, ok, type Result } from '@veza/kernel';
import type { Overloaded } from '../../application/refusal.ts';

/** How much runs and how much waits. */
export interface QueueBounds {
  readonly running: number;
  readonly waiting: number;
}

/** Runs jobs, a few at a time, in the order in which they came. */
export type BoundedQueue = <T>(job: () => Promise<T>) => Promise<Result<T, Overloaded>>;

/** A queue that refuses with OVERLOADED what would wait behind too many others. */
export function boundedQueue({ running: slots, waiting: seats }: QueueBounds): BoundedQueue {
  let running = 0;
  const waiting: (() => void)[] = [];

  const enter = async (): Promise<void> => {
    if (running < slots) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  /** The slot goes to the next one in line, if there is one. */
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };

  return async (job) => {
    if (running >= slots && waiting.length >= seats) return err({ code: 'OVERLOADED' });
    await enter();
    try {
      return ok(await job());
    } finally {
      leave();
    }
  };
}
