import type { Slice } from '@veza/kernel';
import { type SQL, sql } from 'drizzle-orm';

/** The `where` and `order by` of one page. */
export interface Keyset {
  readonly condition: SQL;
  readonly order: SQL;
}

/**
 * Keyset paging over columns whose combination is unique: no offset, so rows that come or go between pages neither repeat nor hide others.
 * Rows come in the direction of travel; fetch `size + 1` and hand them to `pageOf`.
 * @param columns sort columns, all in the same order; the last one makes the order total
 * @param valuesOf values of a place, one for each column, cast to its type
 */
export function keyset<Place>(
  slice: Slice<Place>,
  columns: readonly SQL[],
  valuesOf: (place: Place) => readonly SQL[],
  listOrder: 'ascending' | 'descending' = 'ascending',
): Keyset {
  const row = (parts: readonly SQL[]) => sql`(${sql.join([...parts], sql`, `)})`;
  const [beyond, within] = listOrder === 'ascending' ? [sql`>`, sql`<`] : [sql`<`, sql`>`];
  const after = slice.after === undefined ? sql`true` : sql`${row(columns)} ${beyond} ${row(valuesOf(slice.after))}`;
  const before = slice.before === undefined ? sql`true` : sql`${row(columns)} ${within} ${row(valuesOf(slice.before))}`;
  const direction = (slice.direction === 'forward') === (listOrder === 'ascending') ? sql`asc` : sql`desc`;
  const order = sql.join(
    columns.map((column) => sql`${column} ${direction}`),
    sql`, `,
  );
  return { condition: sql`${after} and ${before}`, order };
}
