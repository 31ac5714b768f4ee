import { setMaxListeners } from 'node:events';
import type { BackgroundTask } from '@veza/kernel';

/** Loops that run beside the requests. */
export interface RunningTasks {
  /** Asks all of them to end and waits until they have. */
  stop(): Promise<void>;
}

/** Starts every loop. */
export function runTasks(tasks: readonly BackgroundTask[]): RunningTasks {
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  const running = tasks.map((task) => task.run(stopping.signal));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
