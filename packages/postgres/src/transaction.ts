import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Transaction } from './database.ts';
import { isConnectionLoss, isRetryable } from './database-error.ts';

/** Repeats after the first run. */
export const MAX_REPEATS = 3;

/**
 * Runs `work` in a transaction: commits when it resolves, rolls back when it rejects. It runs again, up to 3 times, after a serialisation
 * failure, a deadlock, or a connection that was lost before the commit was sent; so it holds no effect outside the database.
 * A connection lost during the commit is thrown: whether it took place is unknown. Waits 0 to 20, 40, 80 ms between.
 */
export async function inTransaction<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let repeats = 0; ; repeats += 1) {
    let isCommitting = false;
    try {
      return await database.transaction(async (tx) => {
        const result = await work(tx);
        isCommitting = true;
        return result;
      });
    } catch (error) {
      const mayRepeat = isRetryable(error) || (!isCommitting && isConnectionLoss(error));
      if (!mayRepeat || repeats === MAX_REPEATS) throw error;
      await sleep(Math.random() * 20 * 2 ** repeats);
    }
  }
}
