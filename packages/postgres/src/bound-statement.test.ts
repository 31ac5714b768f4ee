import { PgDialect } from 'drizzle-orm/pg-core';
import { expect, it } from 'vitest';
import { boundStatement } from './bound-statement.ts';

it('binds each place of a statement to its value, wherever it stands', () => {
  const { sql, params } = new PgDialect().sqlToQuery(
    boundStatement('select $2::int, $1::text, $10, $3', ['a', 2, null, 4, 5, 6, 7, 8, 9, 'j']),
  );
  expect([sql, params]).toEqual(['select $1::int, $2::text, $3, $4', [2, 'a', 'j', null]]);
});
