import type { Result } from './result.ts';

/**
 * One transaction around a whole use case: commits on `ok`, rolls back on `err` or a throw,
 * and repeats the function up to 3 times when the database asks for it. So the function holds no effect outside the database.
 */
export type UnitOfWork<Repositories> = <T, F>(work: (repositories: Repositories) => Promise<Result<T, F>>) => Promise<Result<T, F>>;
