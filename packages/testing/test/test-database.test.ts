import { messagingMigrations } from '@veza/postgres';
import { expectTablesToMatch, testDatabase } from '@veza/testing';
import { sql } from 'drizzle-orm';
import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe('testDatabase', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'veza-sample-'));
    await writeFile(join(folder, '0001_sample.sql'), 'create table sample (id uuid primary key, user_name text not null, note text);');
  });
  afterAll(() => rm(folder, { recursive: true }));
  const insert = sql`insert into sample (id, user_name) values (gen_random_uuid(), 'ada')`;

  it('gives every caller an empty database of its own, also at the same moment', async () => {
    const databases = await Promise.all([1, 2, 3].map(() => testDatabase({ schema: 'sample', folders: [folder] })));
    await databases[0]!.database.execute(insert);
    const counts = await Promise.all(databases.map(async ({ admin }) => (await admin`select * from sample`).length));
    expect(counts).toEqual([1, 0, 0]);
    await Promise.all(databases.map((database) => database[Symbol.asyncDispose]()));
  });

  it('is gone after it was disposed, with its connections', async () => {
    const test = await testDatabase({ schema: 'sample', folders: [folder] });
    await test.database.execute(insert);
    await test[Symbol.asyncDispose]();
    const late = postgres(test.url, { max: 1 });
    await expect(late`select 1`).rejects.toMatchObject({ code: '3D000' });
    await late.end();
  });

  it('holds several schemas, each opened as its role', async () => {
    await using test = await testDatabase({
      schemas: [
        { schema: 'sample', folders: [messagingMigrations, folder] },
        { schema: 'event_log', folders: [messagingMigrations] },
      ],
    });
    const whoAmI = sql`select current_user as role, current_schema() as schema`;
    expect([...(await test.database.execute(whoAmI))]).toEqual([{ role: 'veza_sample', schema: 'sample' }]);
    expect([...(await test.open('event_log').execute(whoAmI))]).toEqual([{ role: 'veza_event_log', schema: 'event_log' }]);
  });

  it('follows the migrations when they change', async () => {
    const other = await mkdtemp(join(tmpdir(), 'veza-sample-'));
    await writeFile(join(other, '0001_a.sql'), 'create table a (id int);');
    await (await testDatabase({ schema: 'changing', folders: [other] }))[Symbol.asyncDispose]();
    await writeFile(join(other, '0001_a.sql'), 'create table a (id int, more int);');
    await using test = await testDatabase({ schema: 'changing', folders: [other] });
    expect(await test.admin`select more from a`).toEqual([]);
    await rm(other, { recursive: true });
  });

  it('tells what differs between tables.ts and the catalogue', async () => {
    await using test = await testDatabase({ schema: 'sample', folders: [folder] });
    const match = (table: unknown) => expectTablesToMatch(test.database, { table, notATable: 1 });
    await match(pgTable('sample', { id: uuid().primaryKey(), userName: text().notNull(), note: text() }));
    const different = [
      pgTable('sample', { id: uuid().primaryKey(), userName: text().notNull() }), // a column is missing
      pgTable('sample', { id: uuid().primaryKey(), userName: text(), note: text() }), // nullability
      pgTable('sample', { id: uuid().primaryKey(), userName: integer().notNull(), note: text() }), // type
      pgTable('sample', { id: uuid().primaryKey(), username: text().notNull(), note: text() }), // name
      pgTable('samples', { id: uuid().primaryKey() }), // table
    ];
    for (const table of different) await expect(match(table)).rejects.toThrow('the catalogue against tables.ts');
    await expect(expectTablesToMatch(test.database, {})).rejects.toThrow('tables to compare');
  });
});
