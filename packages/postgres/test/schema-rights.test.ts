import { closeDatabase, messagingMigrations, postgresErrorOf } from '@veza/postgres';
import { testDatabase, type TestDatabase } from '@veza/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const INSUFFICIENT_PRIVILEGE = '42501';

describe('rights of a schema', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    const folders = [messagingMigrations];
    test = await testDatabase({
      schemas: [
        { schema: 'chat', folders, jobsSchema: true },
        { schema: 'users', folders },
      ],
    });
  });
  afterAll(() => test[Symbol.asyncDispose]());

  const sqlStateOf = (statement: string) =>
    test.database.execute(sql.raw(statement)).then(
      () => 'allowed',
      (error: unknown) => postgresErrorOf(error)?.code,
    );

  it('acts as the role of the schema from the first statement on', async () => {
    const [row] = await test.database.execute(sql`select current_user as role, current_schema() as schema`);
    expect(row).toEqual({ role: 'veza_chat', schema: 'chat' });
  });

  it('lets the role read and change its own rows', async () => {
    expect(await sqlStateOf(`insert into inbox (consumer, event_id) values ('chat__a', gen_random_uuid())`)).toBe('allowed');
    expect(await sqlStateOf(`update inbox set processed_at = now()`)).toBe('allowed');
    expect(await sqlStateOf(`delete from inbox`)).toBe('allowed');
  });

  it("keeps the role out of another subgraph's tables", async () => {
    expect(await sqlStateOf(`select * from users.outbox`)).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await sqlStateOf(`insert into users.inbox (consumer, event_id) values ('chat__a', gen_random_uuid())`)).toBe(
      INSUFFICIENT_PRIVILEGE,
    );
    const users = test.open('users');
    await expect(users.execute(sql`select * from chat.outbox`)).rejects.toMatchObject({ cause: { code: INSUFFICIENT_PRIVILEGE } });
    await closeDatabase(users);
  });

  it('keeps the role from changing tables and the history of migrations', async () => {
    expect(await sqlStateOf(`create table chat.extra (id int)`)).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await sqlStateOf(`drop table chat.outbox`)).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await sqlStateOf(`truncate chat.outbox`)).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await sqlStateOf(`delete from chat.schema_migration`)).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await sqlStateOf(`select * from chat.schema_migration`)).toBe('allowed');
  });

  it('lets the role make tables in its schema of jobs only where one was asked for', async () => {
    expect(await sqlStateOf(`create table chat_jobs.job (id int)`)).toBe('allowed');
    const [row] = await test.admin`select count(*)::int as count from pg_namespace where nspname = 'users_jobs'`;
    expect(row?.['count']).toBe(0);
  });

  it('makes roles that cannot log in and belong to the group', async () => {
    const rows =
      await test.admin`select rolname, rolcanlogin, pg_has_role(rolname, 'veza_subgraph', 'usage') as "inGroup" from pg_roles where rolname in ('veza_chat', 'veza_users') order by rolname`;
    expect([...rows]).toEqual([
      { rolname: 'veza_chat', rolcanlogin: false, inGroup: true },
      { rolname: 'veza_users', rolcanlogin: false, inGroup: true },
    ]);
  });
});
