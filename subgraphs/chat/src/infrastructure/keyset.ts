import { type SQL, sql } from 'drizzle-orm';
import type { Slice } from '../application/slice.ts';

/** The `where` and `order by` of one page. */
export interface Keyset {
  readonly condition: SQL;
  readonly order: SQL;
}

/**
 * Keyset paging over columns whose combination is unique: no offset, so rows that come or go between pages neither repeat nor hide others.
 * Rows come in the direction of travel; fetch `size + 1` and hand them to `pageOf`.
 * @param columns sort columns, ascending; the last one makes the order total
 * @param valuesOf values of a place, one for each column, cast to its type
 */
export function keyset<Place>(slice: Slice<Place>, columns: readonly SQL[], valuesOf: (place: Place) => readonly SQL[]): Keyset {
  const row = (parts: readonly SQL[]) => sql`(${sql.join([...parts], sql`, `)})`;
  const after = slice.after === undefined ? sql`true` : sql`${row(columns)} > ${row(valuesOf(slice.after))}`;
  const before = slice.before === undefined ? sql`true` : sql`${row(columns)} < ${row(valuesOf(slice.before))}`;
  const direction = slice.direction === 'forward' ? sql`asc` : sql`desc`;
  const order = sql.join(
    columns.map((column) => sql`${column} ${direction}`),
    sql`, `,
  );
  return { condition: sql`${after} and ${before}`, order };
}
