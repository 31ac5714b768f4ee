import { MAX_EVENT_BYTES, messagingMigrations, outboxLagSeconds, outboxRelay, postgresOutbox, type Transaction } from '@veza/postgres';
import { silentLog } from '@veza/telemetry';
import { fixedClock, sequentialUuids, testDatabase, type TestDatabase, waitUntil } from '@veza/testing';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { recordingEventLog } from './recording-event-log.ts';

interface SampleEvents {
  readonly 'chat.message-sent.v1': { readonly text: string };
}

const clock = fixedClock();
const newEventId = sequentialUuids();

describe('outboxRelay', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase({ schema: 'chat', folders: [messagingMigrations] });
  });
  afterEach(() => test.admin`delete from outbox`);
  afterAll(() => test[Symbol.asyncDispose]());

  const recorder = (tx: Transaction) => postgresOutbox<SampleEvents>(tx, { clock, newEventId });
  const record = (tx: Transaction, key: string, revision = 1) =>
    recorder(tx).record('chat.message-sent.v1', key, revision, { text: 'hello' });
  const open = (log = silentLog) => {
    const recording = recordingEventLog();
    return { ...recording, relay: outboxRelay({ database: test.database, eventLog: recording.eventLog, subgraph: 'chat', log }) };
  };

  it('publishes what a committed transaction recorded, whole', async () => {
    const { relay, appended } = open();
    await test.database.transaction(async (tx) => {
      const events = postgresOutbox<SampleEvents>(tx, {
        clock,
        newEventId: () => '00000000-0000-7000-8000-0000000000ff',
        actorId: 'user_a',
        requestId: 'r1',
      });
      await events.record('chat.message-sent.v1', 'channel_a', 7, { text: 'hé "q"' });
    });
    expect(await relay.runOnce()).toBe(1);
    expect(await relay.runOnce()).toBe(0);
    expect(appended).toEqual([
      {
        id: '00000000-0000-7000-8000-0000000000ff',
        topic: 'chat.message-sent.v1',
        key: 'channel_a',
        revision: 7,
        occurredAt: '2026-01-01T00:00:00.000Z',
        actorId: 'user_a',
        requestId: 'r1',
        data: { text: 'hé "q"' },
      },
    ]);
  });

  it('publishes nothing of a transaction that rolled back', async () => {
    const { relay, appended } = open();
    const work = test.database.transaction(async (tx) => {
      await record(tx, 'channel_a');
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect([await relay.runOnce(), appended]).toEqual([0, []]);
  });

  it('skips no row when transactions commit in another order than they took their numbers', async () => {
    const { relay, appended } = open();
    let commitFirst = () => {};
    let firstHasItsNumber = () => {};
    const numbered = new Promise<void>((resolve) => (firstHasItsNumber = resolve));
    const first = test.database.transaction(async (tx) => {
      await record(tx, 'slow');
      firstHasItsNumber();
      await new Promise<void>((resolve) => (commitFirst = resolve));
    });
    await numbered;
    await test.database.transaction((tx) => record(tx, 'fast'));
    expect(await relay.runOnce()).toBe(1);
    commitFirst();
    await first;
    expect(await relay.runOnce()).toBe(1);
    expect(appended.map(({ key }) => key)).toEqual(['fast', 'slow']);
    const ids = await test.admin`select key from outbox order by id`;
    expect(ids.map((row) => row['key'] as string)).toEqual(['slow', 'fast']);
  });

  it('takes at most 200 rows a round, in order', async () => {
    const { relay, appended } = open();
    await test.database.transaction(async (tx) => {
      for (let revision = 1; revision <= 250; revision += 1) await record(tx, 'channel_a', revision);
    });
    expect([await relay.runOnce(), await relay.runOnce(), await relay.runOnce()]).toEqual([200, 50, 0]);
    expect(appended.map(({ revision }) => revision)).toEqual(Array.from({ length: 250 }, (_, index) => index + 1));
  });

  it('keeps rows for the next round when the event log fails', async () => {
    const { relay, appended, breakDown } = open();
    await test.database.transaction((tx) => record(tx, 'channel_a'));
    breakDown(new Error('log is away'));
    await expect(relay.runOnce()).rejects.toThrow('log is away');
    breakDown();
    expect([await relay.runOnce(), appended.length]).toEqual([1, 1]);
  });

  it('lets one of several relays work at a time', async () => {
    let finish = () => {};
    const slow = recordingEventLog();
    const holder = outboxRelay({
      database: test.database,
      eventLog: { ...slow.eventLog, append: () => new Promise<void>((resolve) => (finish = resolve)) },
      subgraph: 'chat',
      log: silentLog,
    });
    const other = open();
    await test.database.transaction((tx) => record(tx, 'channel_a'));
    const round = holder.runOnce();
    await waitUntil(async () => (await test.admin`select 1 from pg_locks where locktype = 'advisory'`).length > 0);
    expect([await other.relay.runOnce(), other.appended]).toEqual([0, []]);
    finish();
    expect([await round, await other.relay.runOnce(), other.appended]).toEqual([1, 0, []]);
  });

  it('is woken by a commit, works on after failures, and ends with its signal', async () => {
    const failures: string[] = [];
    const { relay, appended, breakDown } = open({ ...silentLog, error: (event) => failures.push(event) });
    const stop = new AbortController();
    const running = relay.run(stop.signal);
    breakDown(new Error('log is away'));
    await test.database.transaction((tx) => record(tx, 'channel_a'));
    relay.wake();
    await waitUntil(() => failures.length > 0);
    breakDown();
    await waitUntil(() => appended.length === 1);

    const before = performance.now();
    for (let count = 2; count <= 6; count += 1) {
      await test.database.transaction((tx) => record(tx, 'channel_a', count));
      relay.wake();
      await waitUntil(() => appended.length === count, { intervalMs: 2 });
    }
    expect(performance.now() - before).toBeLessThan(3_000); // five polls would take about five seconds
    stop.abort();
    await running;
    expect(failures).toContain('background.failed');
  });

  it('deletes what was published more than a day ago', async () => {
    await test.database.transaction((tx) => record(tx, 'old'));
    await test.database.transaction((tx) => record(tx, 'recent'));
    await open().relay.runOnce();
    await test.admin`update outbox set published_at = now() - interval '25 hours' where key = 'old'`;
    await test.database.transaction((tx) => record(tx, 'waiting'));
    await test.admin`update outbox set created_at = now() - interval '25 hours' where key = 'waiting'`;
    const { relay, breakDown } = open();
    breakDown(new Error('log is away'));
    await expect(relay.runOnce()).rejects.toThrow('log is away');
    breakDown();
    await relay.runOnce();
    await relay.runOnce();
    const rows = await test.admin`select key from outbox order by id`;
    expect(rows.map((row) => row['key'] as string)).toEqual(['recent', 'waiting']);
  });

  it('is behind by the age of the oldest event that waits', async () => {
    const { relay } = open();
    expect(await outboxLagSeconds(test.database)).toBe(0);
    await test.database.transaction((tx) => record(tx, 'channel_a'));
    await test.admin`update outbox set created_at = now() - interval '90 seconds'`;
    expect(await outboxLagSeconds(test.database)).toBeGreaterThanOrEqual(90);
    await relay.runOnce();
    expect(await outboxLagSeconds(test.database)).toBe(0);
  });

  it('refuses a key that cannot be part of a subject before it is stored', async () => {
    const work = test.database.transaction((tx) => record(tx, 'channel_a:channel_b'));
    await expect(work).rejects.toThrow(RangeError);
    expect(await test.admin`select 1 from outbox`).toHaveLength(0);
  });

  it('refuses an event over 64 KiB before it is stored', async () => {
    const text = 'x'.repeat(MAX_EVENT_BYTES);
    const work = test.database.transaction((tx) => recorder(tx).record('chat.message-sent.v1', 'channel_a', 1, { text }));
    await expect(work).rejects.toThrow('over 64 KiB');
    const [row] = await test.database.execute<{ count: number }>(sql`select count(*)::int as count from outbox`);
    expect(row!.count).toBe(0);
  });
});
