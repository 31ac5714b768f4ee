import { setTimeout as sleep } from 'node:timers/promises';
import { isRetryable } from './database-error.ts';

/** Repeats after the first run. */
export const MAX_REPEATS = 3;

/** Runs `work` again, up to 3 times, while Postgres reports a serialisation failure or a deadlock. Waits 0 to 20, 40, 80 ms between. */
export async function repeatOnConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let repeats = 0; ; repeats += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isRetryable(error) || repeats === MAX_REPEATS) throw error;
      await sleep(Math.random() * 20 * 2 ** repeats);
    }
  }
}
