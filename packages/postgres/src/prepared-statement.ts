import type { Database } from './database.ts';

/** A value of a prepared statement; arrays go as their literal. */
export type StatementValue = string | number | boolean | null;

/**
 * A statement for hot paths. It is parsed once for each connection, and planned anew only while that pays: later runs take one round trip
 * where others take two. Its text must never change, because every text is kept by each connection for good.
 * @param text SQL with `$1`, `$2` …
 */
export function preparedStatement<Row extends object>(
  database: Database,
  text: string,
): (values: readonly StatementValue[]) => Promise<readonly Row[]> {
  return async (values) => database.$client.unsafe<Row[]>(text, [...values], { prepare: true });
}
