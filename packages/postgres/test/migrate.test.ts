import { migrate, type MigrateOptions } from '@veza/postgres';
import { waitUntil } from '@veza/testing';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const serverUrl = process.env['VEZA_TEST_DATABASE_URL']!;

describe('migrate', () => {
  const database = `veza_migrate_${randomBytes(6).toString('hex')}`;
  const url = Object.assign(new URL(serverUrl), { pathname: `/${database}` }).href;
  const server = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  const sql = postgres(url, { max: 2, onnotice: () => undefined });
  let root: string;
  let schema: string;
  let count = 0;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'veza-migrations-'));
    await server`create database ${server(database)}`;
  });
  afterAll(async () => {
    await sql.end();
    await server`drop database ${server(database)} with (force)`;
    await server.end();
    await rm(root, { recursive: true });
  });
  beforeEach(() => {
    count += 1;
    schema = `sample${count}`;
  });

  const folder = async (name: string, files: Record<string, string>) => {
    const path = join(root, schema, name);
    await mkdir(path, { recursive: true });
    for (const [file, text] of Object.entries(files)) await writeFile(join(path, file), text);
    return path;
  };
  const run = (folders: string[], more: Partial<MigrateOptions> = {}) => migrate({ url, schema, folders, ...more });
  const tables = async () => {
    const rows = await sql`select table_name from information_schema.tables where table_schema = ${schema} order by 1`;
    return rows.map((row) => row['table_name'] as string);
  };

  it('applies the files of all folders by number, and each once', async () => {
    const common = await folder('common', { '0001_a.sql': 'create table a (id int);' });
    const own = await folder('own', {
      '0002_c.sql': 'alter table b add c int;',
      '0001_b.sql': 'create table b (id int);\ncreate index on b (id);',
    });
    expect(await run([common, own])).toEqual({ applied: ['common/0001_a', 'own/0001_b', 'own/0002_c'] });
    expect(await run([common, own])).toEqual({ applied: [] });
    expect(await tables()).toEqual(['a', 'b', 'schema_migration']);
  });

  it('lets several processes start at once: one migrates, the others find nothing due', async () => {
    const path = await folder('own', { '0001_a.sql': 'create table a (id int); select pg_sleep(0.1);' });
    const results = await Promise.all([run([path]), run([path]), run([path])]);
    expect(results.flatMap(({ applied }) => applied)).toEqual(['own/0001_a']);
  });

  it('leaves nothing of a failed file and keeps what came before', async () => {
    const path = await folder('own', { '0001_a.sql': 'create table a (id int);', '0002_b.sql': 'create table b (id int); select 1/0;' });
    await expect(run([path])).rejects.toMatchObject({ code: 'FAILED', message: expect.stringContaining('own/0002_b: division by zero') });
    expect(await tables()).toEqual(['a', 'schema_migration']);
    await folder('own', { '0002_b.sql': 'create table b (id int);' });
    expect(await run([path])).toEqual({ applied: ['own/0002_b'] });
  });

  it('refuses a file that was edited after it was applied, but not for its line ends', async () => {
    const path = await folder('own', { '0001_a.sql': 'create table a (\nid int);' });
    await run([path]);
    await folder('own', { '0001_a.sql': 'create table a (\r\nid int);' });
    expect(await run([path])).toEqual({ applied: [] });
    await folder('own', { '0001_a.sql': 'create table a (id bigint);' });
    await expect(run([path])).rejects.toMatchObject({ code: 'EDITED_HISTORY' });
  });

  it('refuses a schema that is newer than the code, unless the newer files are marked compatible', async () => {
    const path = await folder('own', {
      '0001_a.sql': 'create table a (id int);',
      '0002_b.sql': '-- why\n-- compatible\ncreate table b (id int);',
    });
    await run([path]);
    await rm(join(path, '0002_b.sql'));
    expect(await run([path])).toEqual({ applied: [] });
    await folder('own', { '0002_b.sql': '-- why\n-- compatible\ncreate table b (id int);', '0003_c.sql': 'drop table a;' });
    await run([path]);
    await rm(join(path, '0003_c.sql'));
    await expect(run([path])).rejects.toMatchObject({ code: 'NEWER_SCHEMA' });
  });

  it('builds an index without a transaction, and again after a run that was cut off', async () => {
    const path = await folder('own', {
      '0001_a.sql': 'create table a (id int); insert into a values (1), (1);',
      '0002_index.sql': '-- no-transaction\ncreate unique index concurrently if not exists a_id on a (id);',
    });
    await expect(run([path])).rejects.toMatchObject({ code: 'FAILED', message: expect.stringContaining('a_id') });
    await sql.unsafe(`delete from ${schema}.a where ctid = (select min(ctid) from ${schema}.a)`);
    expect(await run([path])).toEqual({ applied: ['own/0002_index'] });
    const [index] = await sql`select indisvalid from pg_index where indexrelid = ${`${schema}.a_id`}::regclass`;
    expect(index).toEqual({ indisvalid: true });
  });

  it('waits for a table that is locked, without blocking those behind it for longer than 2 seconds', async () => {
    const path = await folder('own', { '0001_a.sql': 'create table a (id int);' });
    await run([path]);
    await folder('own', { '0002_b.sql': 'alter table a add b int;' });
    let release = () => {};
    const held = sql.begin(async (tx) => {
      await tx.unsafe(`lock table ${schema}.a in access share mode`);
      await new Promise<void>((resolve) => (release = resolve));
    });
    const migration = run([path]);
    const timeouts = await waitUntil(
      async () =>
        (await sql`select 1 from pg_stat_activity where application_name = ${`veza migrate ${schema}`} and wait_event_type = 'Lock'`)
          .length,
    );
    expect(timeouts).toBe(1);
    await waitUntil(async () => (await sql`select 1 from pg_locks where not granted`).length === 0, { timeoutMs: 10_000 });
    release();
    await held;
    expect(await migration).toEqual({ applied: ['own/0002_b'] });
  });

  it('refuses names it cannot order and extensions that only one schema would see', async () => {
    const refused = { code: 'BAD_FILE' };
    await expect(run([await folder('unnumbered', { 'a.sql': '' })])).rejects.toMatchObject(refused);
    await expect(run([await folder('doubled', { '0001_a.sql': '', '0001_b.sql': '' })])).rejects.toMatchObject(refused);
    await expect(run([join(root, 'x', 'same'), join(root, 'y', 'same')])).rejects.toMatchObject(refused);
    await expect(run([await folder('private', { '0001_a.sql': 'create extension citext;' })])).rejects.toMatchObject(refused);
    const shared = await folder('shared', {
      '0001_a.sql': 'create extension if not exists citext with schema public;\ncreate table a (name citext);',
    });
    expect(await run([shared])).toEqual({ applied: ['shared/0001_a'] });
  });

  it('says what is missing when the user may not create roles', async () => {
    const name = `plain_${database}`;
    await server.unsafe(`create role ${name} login password 'secret'; grant create on database ${database} to ${name}`);
    const plain = Object.assign(new URL(url), { username: name, password: 'secret' }).href;
    await expect(run([], { url: plain })).rejects.toMatchObject({
      code: 'ROLES_NOT_ALLOWED',
      message: expect.stringContaining('createrole'),
    });
    await server.unsafe(`revoke create on database ${database} from ${name}; drop role ${name}`);
  });

  it('works for a user who is no superuser but may create roles, and who then can act as the role', async () => {
    const name = `owner_${database}`;
    await server.unsafe(`create role ${name} login createrole password 'secret'; grant create on database ${database} to ${name}`);
    await sql.unsafe(`grant veza_subgraph to ${name} with admin option`);
    const owner = Object.assign(new URL(url), { username: name, password: 'secret' }).href;
    await run([await folder('own', { '0001_a.sql': 'create table a (id int);' })], { url: owner });
    const runtime = postgres(owner, { max: 1, connection: { role: `veza_${schema}`, search_path: schema } });
    expect([...(await runtime`select current_user as role, count(*)::int from a`)]).toEqual([{ role: `veza_${schema}`, count: 0 }]);
    await runtime.end();
    await sql.unsafe(`reassign owned by ${name} to current_user; drop owned by ${name} cascade`);
    await server.unsafe(`drop owned by ${name} cascade; drop role ${name}`);
  });

  it('refuses a name that is no plain identifier', async () => {
    await expect(migrate({ url, schema: 'a; drop table b', folders: [] })).rejects.toThrow('is no name for a schema');
  });
});
