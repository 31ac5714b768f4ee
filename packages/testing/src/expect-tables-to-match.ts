import type { Database } from '@veza/postgres';
import { getTableName, is, sql } from 'drizzle-orm';
import { CasingCache } from 'drizzle-orm/casing';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { expect } from 'vitest';

interface CatalogueColumn extends Record<string, unknown> {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly isNotNull: boolean;
}

/**
 * Compares drizzle tables with the live catalogue of the database's schema: same columns, same SQL types, same nullability.
 * @param tables the tables of `tables.ts`, e.g. `import * as tables`; what is no table is passed over
 */
export async function expectTablesToMatch(database: Database, tables: Readonly<Record<string, unknown>>): Promise<void> {
  const mirrored = Object.values(tables).filter((table): table is PgTable => is(table, PgTable));
  expect(mirrored.length, 'tables to compare').toBeGreaterThan(0);
  const rows = await database.execute<CatalogueColumn>(sql`
    select relname as "table", attname as "column", format_type(atttypid, atttypmod) as "type", attnotnull as "isNotNull"
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped`);
  for (const table of mirrored) {
    const name = getTableName(table);
    const live = rows.filter((row) => row.table === name);
    expect(describeColumns(live), `columns of ${name}: the catalogue against tables.ts`).toEqual(describeColumns(mirrorOf(table)));
  }
}

function mirrorOf(table: PgTable): readonly Pick<CatalogueColumn, 'column' | 'type' | 'isNotNull'>[] {
  const casing = new CasingCache('snake_case');
  return getTableConfig(table).columns.map((column) => ({
    column: casing.getColumnCasing(column),
    type: catalogueType(column.getSQLType()),
    isNotNull: column.notNull,
  }));
}

function describeColumns(columns: readonly Pick<CatalogueColumn, 'column' | 'type' | 'isNotNull'>[]): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map(({ column, type, isNotNull }) => [column, `${type}${isNotNull ? ' not null' : ''}`]));
}

/** drizzle's word for a type as `format_type` prints it. */
function catalogueType(type: string): string {
  return type
    .replace(/^timestamp \((\d)\) with time zone/, 'timestamp($1) with time zone')
    .replace(/^timestamp \((\d)\)(?! with)/, 'timestamp($1) without time zone')
    .replace(/^varchar/, 'character varying')
    .replace(/^char\b/, 'character')
    .replace(/^serial/, 'integer')
    .replace(/^bigserial/, 'bigint');
}
