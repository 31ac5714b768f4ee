import type { EventEnvelope } from '@veza/messaging';
import { inboxConsumer, type InboxConsumerOptions, messagingMigrations, outbox } from '@veza/postgres';
import { silentLog } from '@veza/telemetry';
import { sequentialUuids, testDatabase, type TestDatabase, waitUntil } from '@veza/testing';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { recordingEventLog } from './recording-event-log.ts';

const newUuid = sequentialUuids();
const event = (): EventEnvelope => ({
  id: newUuid(),
  topic: 'tracks.track-published.v1',
  key: 'track_a',
  revision: 1,
  occurredAt: '2026-01-01T00:00:00.000Z',
  data: {},
});

describe('inboxConsumer', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase({ schema: 'social', folders: [messagingMigrations] });
  });
  afterEach(() => test.admin`truncate inbox, outbox`);
  afterAll(() => test[Symbol.asyncDispose]());

  /** The effect is a row in a table of the same schema. */
  const effect: InboxConsumerOptions['handle'] = async (tx, { id, topic, key, revision }) => {
    const envelope = { id, topic, key, revision, occurredAt: '', data: {} };
    await tx.insert(outbox).values({ eventId: newUuid(), topic, key, revision, envelope });
  };
  const open = (handle = effect, durable = 'social__on-track-published') => {
    const recording = recordingEventLog();
    const options = { database: test.database, eventLog: recording.eventLog, topics: ['tracks.track-published.v1'], log: silentLog };
    return { ...recording, consumer: inboxConsumer({ ...options, durable, handle }) };
  };
  const effects = async () => (await test.admin`select 1 from outbox`).length;
  const remembered = async () => (await test.admin`select 1 from inbox`).length;

  it('acts once on an event that is delivered twice', async () => {
    const { consumer, due, failures } = open();
    const twice = event();
    due.push(twice, twice);
    expect(await consumer.runOnce()).toBe(2);
    due.push(twice);
    await consumer.runOnce();
    expect([await effects(), await remembered(), failures]).toEqual([1, 1, []]);
  });

  it('acts once on an event that is delivered twice at the same moment', async () => {
    const handlers: ((event: EventEnvelope) => Promise<void>)[] = [];
    const { eventLog } = recordingEventLog();
    const consumer = inboxConsumer({
      database: test.database,
      eventLog: { ...eventLog, deliverDue: (_options, handler) => Promise.resolve(handlers.push(handler)) },
      durable: 'social__race',
      topics: [],
      handle: async (tx, given) => {
        await tx.execute(sql`select pg_sleep(0.05)`);
        await effect(tx, given);
      },
      log: silentLog,
    });
    await consumer.runOnce();
    const twice = event();
    await Promise.all([handlers[0]!(twice), handlers[0]!(twice), handlers[0]!(twice)]);
    expect([await effects(), await remembered()]).toEqual([1, 1]);
  });

  it('acts for each consumer', async () => {
    const one = open(effect, 'social__a');
    const other = open(effect, 'social__b');
    const shared = event();
    one.due.push(shared);
    other.due.push(shared);
    await one.consumer.runOnce();
    await other.consumer.runOnce();
    expect(await effects()).toBe(2);
  });

  it('undoes everything when the handler throws, tells the log, and acts when the event comes again', async () => {
    let isBroken = true;
    const { consumer, due, failures } = open(async (tx, given) => {
      await effect(tx, given);
      if (isBroken) throw new Error('not yet');
    });
    due.push(event());
    await consumer.runOnce();
    expect([await effects(), await remembered(), failures]).toEqual([0, 0, [new Error('not yet')]]);
    isBroken = false;
    await consumer.runOnce();
    expect([await effects(), await remembered()]).toEqual([1, 1]);
  });

  it('tells of what it committed once the effect is there, and of nothing that was undone', async () => {
    const { eventLog, due } = recordingEventLog();
    const seen: number[] = [];
    let looks = Promise.resolve();
    let isBroken = true;
    const consumer = inboxConsumer({
      database: test.database,
      eventLog,
      durable: 'social__told',
      topics: [],
      handle: async (tx, given) => {
        await effect(tx, given);
        if (isBroken) throw new Error('not yet');
      },
      onCommit: () => {
        looks = effects().then((count) => void seen.push(count));
      },
      log: silentLog,
    });
    due.push(event());
    await consumer.runOnce();
    isBroken = false;
    await consumer.runOnce();
    await looks;
    expect(seen).toEqual([1]);
  });

  it('asks the log for five deliveries with growing pauses', async () => {
    const { consumer, consumers } = open();
    await consumer.runOnce();
    expect(consumers[0]).toMatchObject({ maxDeliver: 5, backoffMs: [1_000, 5_000, 30_000, 120_000], ackWaitMs: 30_000 });
  });

  it('runs until its signal, through breakdowns of the log, and forgets after 30 days', async () => {
    await test.admin`insert into inbox (consumer, event_id, processed_at) values ('social__on-track-published', gen_random_uuid(), now() - interval '31 days'),
      ('social__on-track-published', gen_random_uuid(), now() - interval '29 days'), ('social__other', gen_random_uuid(), now() - interval '31 days')`;
    const failures: string[] = [];
    const recording = recordingEventLog();
    const consumer = inboxConsumer({
      database: test.database,
      eventLog: recording.eventLog,
      durable: 'social__on-track-published',
      topics: [],
      handle: effect,
      log: { ...silentLog, error: (name) => failures.push(name) },
    });
    recording.breakDown(new Error('log is away'));
    const stop = new AbortController();
    const running = consumer.run(stop.signal);
    await waitUntil(() => failures.length > 0);
    recording.breakDown();
    recording.due.push(event());
    await waitUntil(async () => (await effects()) === 1);
    await waitUntil(async () => (await remembered()) === 3);
    stop.abort();
    await running;
    expect(failures).toEqual(['background.failed']);
  });
});
