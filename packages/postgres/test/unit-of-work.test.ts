import { err, ok } from '@veza/kernel';
import { inbox, isUniqueViolation, messagingMigrations, postgresUnitOfWork, type Transaction } from '@veza/postgres';
import { sequentialUuids, testDatabase, type TestDatabase } from '@veza/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const newUuid = sequentialUuids();

describe('postgresUnitOfWork', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase({ schema: 'chat', folders: [messagingMigrations] });
  });
  afterAll(() => test[Symbol.asyncDispose]());

  const insert = (tx: Transaction, eventId: string) => tx.insert(inbox).values({ consumer: 'chat__test', eventId });
  const has = async (eventId: string) => (await test.admin`select 1 from inbox where event_id = ${eventId}`).length === 1;
  const open = (onCommit?: () => void) => postgresUnitOfWork(test.database, (tx) => ({ tx }), onCommit ? { onCommit } : {});

  it('commits on ok and then tells', async () => {
    const id = newUuid();
    let commits = 0;
    const result = await open(() => (commits += 1))(async ({ tx }) => {
      await insert(tx, id);
      expect(commits).toBe(0);
      return ok('done');
    });
    expect([result, await has(id), commits]).toEqual([ok('done'), true, 1]);
  });

  it('rolls back on err, and passes the failure on', async () => {
    const id = newUuid();
    let commits = 0;
    const result = await open(() => (commits += 1))(async ({ tx }) => {
      await insert(tx, id);
      return err({ code: 'LIMIT_REACHED' });
    });
    expect([result, await has(id), commits]).toEqual([err({ code: 'LIMIT_REACHED' }), false, 0]);
  });

  it('rolls back on a throw, and throws it on', async () => {
    const id = newUuid();
    const bug = new TypeError('a bug');
    const work = open()(async ({ tx }) => {
      await insert(tx, id);
      throw bug;
    });
    await expect(work).rejects.toBe(bug);
    expect(await has(id)).toBe(false);
  });

  it('throws a violated constraint once, by its name', async () => {
    const id = newUuid();
    let runs = 0;
    const work = open()(async ({ tx }) => {
      runs += 1;
      await insert(tx, id);
      await insert(tx, id);
      return ok(undefined);
    });
    expect(isUniqueViolation(await work.catch((error: unknown) => error), 'inbox_pkey')).toBe(true);
    expect(runs).toBe(1);
  });

  it('runs again after a serialisation failure, and only the last run counts', async () => {
    const ids = [newUuid(), newUuid(), newUuid()];
    let runs = 0;
    const result = await open()(async ({ tx }) => {
      const id = ids[runs]!;
      runs += 1;
      await insert(tx, id);
      if (runs < 3) await tx.execute(sql`do $$ begin raise exception 'again' using errcode = '40001'; end $$`);
      return ok(id);
    });
    expect(result).toEqual(ok(ids[2]));
    expect(await Promise.all(ids.map(has))).toEqual([false, false, true]);
  });

  it('gives up after the third repeat', async () => {
    let runs = 0;
    const work = open()(async ({ tx }) => {
      runs += 1;
      await tx.execute(sql`do $$ begin raise exception 'again' using errcode = '40P01'; end $$`);
      return ok(undefined);
    });
    await expect(work).rejects.toMatchObject({ cause: { code: '40P01' } });
    expect(runs).toBe(4);
  });

  it('resolves a real deadlock of two units', async () => {
    const [first, second] = [newUuid(), newUuid()];
    await test.database.insert(inbox).values([first, second].map((eventId) => ({ consumer: 'chat__lock', eventId })));
    const touch = (tx: Transaction, id: string) => tx.execute(sql`update inbox set processed_at = now() where event_id = ${id}`);
    const started = { count: 0 };
    const both = (ids: readonly string[]) =>
      open()(async ({ tx }) => {
        await touch(tx, ids[0]!);
        started.count += 1;
        const deadline = performance.now() + 1_000;
        while (started.count < 2 && performance.now() < deadline) await tx.execute(sql`select pg_sleep(0.01)`);
        await touch(tx, ids[1]!);
        return ok(undefined);
      });
    expect(await Promise.all([both([first, second]), both([second, first])])).toEqual([ok(undefined), ok(undefined)]);
  });

  it('runs again when its connection is cut before the commit', async () => {
    const id = newUuid();
    let runs = 0;
    const result = await open()(async ({ tx }) => {
      runs += 1;
      await insert(tx, id);
      const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      if (runs === 1) await test.admin`select pg_terminate_backend(${row!.pid})`;
      await tx.execute(sql`select 1`);
      return ok(runs);
    });
    expect([result, await has(id)]).toEqual([ok(2), true]);
  });

  it('ends a statement that takes too long', async () => {
    const impatient = test.open('chat', { statementTimeoutMs: 50 });
    await expect(impatient.execute(sql`select pg_sleep(5)`)).rejects.toMatchObject({ cause: { code: '57014' } });
  });
});
