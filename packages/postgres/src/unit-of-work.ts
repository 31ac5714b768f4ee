import type { Result, UnitOfWork } from '@veza/kernel';
import type { Database, Transaction } from './database.ts';
import { inTransaction } from './transaction.ts';

/** Carries an `err` result out of the transaction, so that the driver rolls back. */
class Refused extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('the unit of work answered with a failure');
    this.result = result;
  }
}

/**
 * One transaction per use case: commits on `ok`, rolls back on `err` or a throw, and runs the whole function again up to 3 times
 * on SQLSTATE 40001, 40P01 and on a connection lost before the commit.
 * @param repositories makes the use case's repositories on the open transaction
 * @param options.onCommit called after each commit, e.g. to wake the outbox relay
 */
export function postgresUnitOfWork<Repositories>(
  database: Database,
  repositories: (tx: Transaction) => Repositories,
  options: { readonly onCommit?: () => void } = {},
): UnitOfWork<Repositories> {
  return async <T, F>(work: (repositories: Repositories) => Promise<Result<T, F>>): Promise<Result<T, F>> => {
    try {
      const result = await inTransaction(database, async (tx) => {
        const answer = await work(repositories(tx));
        if (!answer.ok) throw new Refused(answer);
        return answer;
      });
      options.onCommit?.();
      return result;
    } catch (error) {
      if (error instanceof Refused) return error.result as Result<T, F>;
      throw error;
    }
  };
}
