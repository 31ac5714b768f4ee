import { setTimeout as sleep } from 'node:timers/promises';
import type { BackgroundTask } from './background.ts';

/** What a loop does and how often. */
export interface PeriodicWork {
  /** Milliseconds between the end of one round and the start of the next. */
  readonly intervalMs: number;
  readonly runOnce: () => Promise<number>;
  /** Told about a failed round; the next one comes all the same. */
  readonly onFailure: (error: unknown) => void;
}

/** A background task that works at once and then once per interval. */
export function periodicTask({ intervalMs, runOnce, onFailure }: PeriodicWork): BackgroundTask {
  return {
    runOnce,
    async run(signal) {
      while (!signal.aborted) {
        await runOnce().catch(onFailure);
        await sleep(intervalMs, undefined, { signal }).catch(() => undefined);
      }
    },
  };
}
