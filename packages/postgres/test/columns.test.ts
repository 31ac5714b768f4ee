import { amountMinor, bigintNumber, bytes, citext, type Database, instant, openDatabase, typeId } from '@veza/postgres';
import { sequentialIds, testDatabase, type TestDatabase } from '@veza/testing';
import { eq, inArray } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const sample = pgTable('sample', {
  id: typeId('channel').primaryKey(),
  ownerId: typeId('user'),
  renamedId: typeId('user', 'other_id'),
  memberIds: typeId('user').array(),
  createdAt: instant().notNull(),
  content: bytes().notNull(),
  userName: citext().notNull(),
  byteSize: bigintNumber().notNull(),
  amount: amountMinor().notNull(),
  note: text(),
});

const SQL = `create extension if not exists citext with schema public;
create table sample (id uuid primary key, owner_id uuid, other_id uuid, member_ids uuid[], created_at timestamptz(3) not null, content bytea not null,
  user_name citext not null, byte_size bigint not null, amount bigint not null, note text);`;

describe('columns', () => {
  let folder: string;
  let test: TestDatabase;
  let database: Database;
  const newId = sequentialIds();
  const row = () => ({
    id: newId('channel'),
    ownerId: newId('user'),
    renamedId: newId('user'),
    memberIds: [newId('user'), newId('user')],
    createdAt: new Date('2026-03-01T12:34:56.789Z'),
    content: Uint8Array.from([0, 1, 254, 255]),
    userName: 'Ada',
    byteSize: Number.MAX_SAFE_INTEGER,
    amount: 9_223_372_036_854_775_807n,
    note: null,
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'veza-columns-'));
    await writeFile(join(folder, '0001_sample.sql'), SQL);
    test = await testDatabase({ schema: 'columns', folders: [folder] });
    database = test.database;
  });
  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  it('bring back what was stored, in the types of TypeScript', async () => {
    const stored = row();
    await database.insert(sample).values(stored);
    const [read] = await database.select().from(sample).where(eq(sample.id, stored.id));
    expect({ ...read!, content: Uint8Array.from(read!.content) }).toEqual(stored);
    expect(read!.createdAt).toBeInstanceOf(Date);
  });

  it('keep null', async () => {
    const stored = { ...row(), ownerId: null, renamedId: null, memberIds: null };
    await database.insert(sample).values(stored);
    const [read] = await database.select().from(sample).where(eq(sample.id, stored.id));
    expect(read).toMatchObject({ ownerId: null, renamedId: null, memberIds: null, note: null });
  });

  it('find no row for an id that is malformed or of another kind', async () => {
    const stored = row();
    await database.insert(sample).values(stored);
    const ids = ['channel_x' as const, stored.id.replace('channel', 'message') as 'channel_', `channel_${'z'.repeat(26)}` as const];
    expect(await database.select().from(sample).where(inArray(sample.id, ids))).toEqual([]);
  });

  it('compare names without regard to case', async () => {
    const stored = { ...row(), userName: 'Grace' };
    await database.insert(sample).values(stored);
    expect(await database.select({ id: sample.id }).from(sample).where(eq(sample.userName, 'gRACE'))).toEqual([{ id: stored.id }]);
  });

  it('come from a pool that refuses names that are no identifiers', () => {
    expect(() => openDatabase({ url: test.url, schema: 'x"; --' })).toThrow('is no name for a schema');
  });
});
