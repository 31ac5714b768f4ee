import { type SQL, sql } from 'drizzle-orm';
import type { StatementValue } from './prepared-statement.ts';

/** A statement of a hot path with its values, for the rarer case that it runs inside a transaction. @param text SQL with `$1`, `$2` … */
export function boundStatement(text: string, values: readonly StatementValue[]): SQL {
  const parts = text.split(/\$(\d+)/);
  return sql.join(parts.map((part, index) => (index % 2 === 0 ? sql.raw(part) : sql`${values[Number(part) - 1] ?? null}`)));
}
