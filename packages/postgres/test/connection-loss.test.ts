import { databaseErrorCode, inbox, inTransaction, messagingMigrations } from '@veza/postgres';
import { sequentialUuids, testDatabase } from '@veza/testing';
import { sql } from 'drizzle-orm';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';

const ROWS = 5;
const STORM_MS = 2_000;

describe('lost connections', () => {
  it('never split a transaction, lose a commit, leave a query unanswered or end the process', async () => {
    await using test = await testDatabase({ schema: 'chat', folders: [messagingMigrations] });
    const database = test.open('chat', { maxConnections: 4, applicationName: 'victim' });
    const newUuid = sequentialUuids();
    const outcomes = new Map<string, string>();
    let isOver = false;
    let number = 0;

    const work = async () => {
      while (!isOver) {
        const consumer = `transaction ${(number += 1)}`;
        try {
          await inTransaction(database, async (tx) => {
            for (let row = 0; row < ROWS; row += 1) await tx.insert(inbox).values({ consumer, eventId: newUuid() });
          });
          outcomes.set(consumer, 'committed');
        } catch (error) {
          outcomes.set(consumer, databaseErrorCode(error) ?? 'a bug');
        }
      }
    };
    const storm = async () => {
      while (!isOver) {
        await test.admin`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'victim' order by random() limit 1`;
        await sleep(5);
      }
    };
    const running = [work(), work(), work(), work(), work(), work(), storm()];
    await sleep(STORM_MS);
    isOver = true;
    await Promise.all(running);

    const stored = await test.admin`select consumer, count(*)::int as rows from inbox group by consumer`;
    const rows = new Map(stored.map((row) => [row['consumer'] as string, row['rows'] as number]));
    const committed = [...outcomes].filter(([, outcome]) => outcome === 'committed').map(([consumer]) => consumer);
    expect(new Set(outcomes.values())).not.toContain('a bug');
    expect(committed.length).toBeGreaterThan(10);
    expect(committed.filter((consumer) => !rows.has(consumer))).toEqual([]);
    expect([...rows.values()].filter((count) => count !== ROWS)).toEqual([]);
    expect([...(await database.execute(sql`select 1 as one`))]).toEqual([{ one: 1 }]);
  });

  it('end a transaction whose connection the server closed, and leave the next one alone', async () => {
    await using test = await testDatabase({ schema: 'chat', folders: [messagingMigrations] });
    const database = test.open('chat', { maxConnections: 1 });
    const newUuid = sequentialUuids();
    const insert = (consumer: string) => ({ consumer, eventId: newUuid() });
    let proceed = () => {};
    const paused = new Promise<void>((resolve) => (proceed = resolve));

    const dead = database.transaction(async (tx) => {
      await tx.execute(sql`set local idle_in_transaction_session_timeout = 20`);
      await tx.insert(inbox).values(insert('dead'));
      await paused;
      await tx.insert(inbox).values(insert('dead'));
    });
    await expect(dead).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
    await database.transaction(async (tx) => {
      await tx.insert(inbox).values(insert('alive'));
      proceed();
      await sleep(20);
      await tx.insert(inbox).values(insert('alive'));
    });
    const rows = await test.admin`select consumer, count(*)::int as rows from inbox group by consumer`;
    expect([...rows]).toEqual([{ consumer: 'alive', rows: 2 }]);
  });
});
