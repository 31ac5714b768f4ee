import { randomUUID } from 'node:crypto';
import { describeEachAdapter, testDatabase, waitUntil } from '@veza/testing';
import { silentLog } from '@veza/telemetry';
import { describe, expect, it } from 'vitest';
import { type ConsumerOptions, type EventEnvelope, type EventLog, PermanentFailure } from '../src/index.ts';
import { eventLogMigrations, postgresEventLog } from '../src/postgres/index.ts';

const event = (topic: string, key = 'track_1', revision = 1): EventEnvelope => ({
  id: randomUUID(),
  topic,
  key,
  revision,
  occurredAt: '2026-01-01T00:00:00.000Z',
  data: { revision },
});

const consumer = (more: Partial<ConsumerOptions> = {}): ConsumerOptions => ({
  durable: 'social__on-track-published',
  topics: ['tracks.track-published.v1'],
  maxInFlight: 1,
  ackWaitMs: 30_000,
  maxDeliver: 5,
  backoffMs: [1],
  ...more,
});

const postgresFixture = {
  name: 'postgres',
  async open() {
    const database = await testDatabase({ schema: 'event_log', folders: [eventLogMigrations] });
    const log = postgresEventLog({ url: database.url, log: silentLog });
    return {
      adapter: log as EventLog,
      async close() {
        await log[Symbol.asyncDispose]();
        await database[Symbol.asyncDispose]();
      },
    };
  },
};

/** Takes everything that is due, in rounds, until nothing is. */
async function drain(log: EventLog, options: ConsumerOptions, handler: (event: EventEnvelope) => Promise<void>): Promise<void> {
  while ((await log.deliverDue(options, handler)) > 0);
}

describeEachAdapter('EventLog', [postgresFixture], ({ open }) => {
  describe('a consumer', () => {
    it('gets the topics that it names, in order, also those from before it was known', async () => {
      const log = await open();
      const events = [1, 2, 3].map((revision) => event('tracks.track-published.v1', 'track_1', revision));
      await log.append([events[0]!, event('tracks.track-deleted.v1'), events[1]!]);
      await log.append([events[2]!]);
      const seen: EventEnvelope[] = [];
      await drain(log, consumer(), async (got) => void seen.push(got));
      expect(seen).toEqual(events);
      expect(await log.lag('social__on-track-published')).toBe(0);
    });

    it('gets an event once although it was appended twice', async () => {
      const log = await open();
      const twice = event('tracks.track-published.v1');
      await log.append([twice, twice]);
      await log.append([twice]);
      const seen: string[] = [];
      await drain(log, consumer(), async ({ id }) => void seen.push(id));
      expect(seen).toEqual([twice.id]);
    });

    it('is independent of other consumers', async () => {
      const log = await open();
      await log.append([event('tracks.track-published.v1')]);
      let others = 0;
      await drain(log, consumer({ durable: 'chat__on-track-published' }), async () => void (others += 1));
      expect(others).toBe(1);
      await log.deliverDue(consumer(), async () => Promise.reject(new Error('busy')));
      expect(await log.lag('social__on-track-published')).toBe(1);
      expect(await log.lag('chat__on-track-published')).toBe(0);
    });

    it('gets an event again after a failure, and others meanwhile', async () => {
      const log = await open();
      const [bad, good] = [event('tracks.track-published.v1', 'track_1'), event('tracks.track-published.v1', 'track_2')];
      await log.append([bad, good]);
      const seen: string[] = [];
      let failures = 2;
      const handler = async ({ id }: EventEnvelope) => {
        seen.push(id);
        if (id === bad.id && failures-- > 0) throw new Error('not yet');
      };
      const options = consumer({ maxInFlight: 10 });
      await waitUntil(async () => {
        await log.deliverDue(options, handler);
        return (await log.lag(options.durable)) === 0;
      });
      expect(seen.filter((id) => id === bad.id)).toHaveLength(3);
      expect(seen.filter((id) => id === good.id)).toHaveLength(1);
    });

    it('loses an event to the dead letters after the last try, or at once when nothing can help', async () => {
      const log = await open();
      await log.append([event('tracks.track-published.v1', 'track_1'), event('tracks.track-published.v1', 'track_2')]);
      const tries = new Map<string, number>();
      const options = consumer({ maxDeliver: 3, backoffMs: [0] });
      await drain(log, options, async ({ key }) => {
        tries.set(key, (tries.get(key) ?? 0) + 1);
        throw key === 'track_1' ? new Error('poison') : new PermanentFailure('unknown version');
      });
      expect(Object.fromEntries(tries)).toEqual({ track_1: 3, track_2: 1 });
      expect(await log.lag(options.durable)).toBe(0);
    });

    it('that keeps order waits for an event that failed, and passes it by when it is set aside', async () => {
      const log = await open();
      const events = [1, 2, 3].map((revision) => event('tracks.track-published.v1', 'track_1', revision));
      await log.append(events);
      const seen: number[] = [];
      const options = consumer({ maxInFlight: 1, maxDeliver: 2, backoffMs: [200] });
      const handler = async ({ revision }: EventEnvelope) => {
        seen.push(revision);
        if (revision === 1) throw new Error('not yet');
      };
      await drain(log, options, handler);
      expect(seen).toEqual([1]);
      await waitUntil(async () => {
        await drain(log, options, handler);
        return (await log.lag(options.durable)) === 0;
      });
      expect(seen).toEqual([1, 1, 2, 3]);
    });

    it('is spared an event that never let it answer', async () => {
      const log = await open();
      await log.append([event('tracks.track-published.v1')]);
      const options = consumer({ ackWaitMs: 1, maxDeliver: 2 });
      let deliveries = 0;
      const hang = () => {
        deliveries += 1;
        return new Promise<void>(() => undefined);
      };
      await waitUntil(async () => {
        log.deliverDue(options, hang).catch(() => undefined);
        return (await log.lag(options.durable)) === 0;
      });
      expect(deliveries).toBe(2);
    });

    it('gets what a dead process had claimed once its time is over', async () => {
      const log = await open();
      await log.append([event('tracks.track-published.v1')]);
      const options = consumer({ ackWaitMs: 50 });
      const hanging = log.deliverDue(options, () => new Promise(() => undefined));
      hanging.catch(() => undefined);
      let again = 0;
      await waitUntil(async () => {
        await log.deliverDue(options, async () => void (again += 1));
        return again === 1;
      });
      expect(again).toBe(1);
    });
  });

  it('takes a consumer as the first thing that it is asked for', async () => {
    for (let round = 0; round < 5; round += 1) {
      const log = await open();
      expect(await Promise.all([log.deliverDue(consumer(), () => Promise.resolve()), log.lag('social__on-track-published')])).toEqual([
        0, 0,
      ]);
    }
  });

  it('wakes a waiting consumer and lets it go when it is told to', async () => {
    const log = await open();
    const stop = new AbortController();
    const seen: string[] = [];
    const consuming = log.consume(consumer(), async ({ id }) => void seen.push(id), stop.signal);
    const late = event('tracks.track-published.v1');
    await log.append([late]);
    await waitUntil(() => seen.length === 1);
    stop.abort();
    await consuming;
    await log.append([event('tracks.track-published.v1')]);
    expect(seen).toEqual([late.id]);
  });

  it('goes on with other events while one is being handled', async () => {
    const log = await open();
    const stop = new AbortController();
    const done: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const handler = async ({ key }: EventEnvelope) => {
      if (key === 'track_slow') await held;
      done.push(key);
    };
    const consuming = log.consume(consumer({ maxInFlight: 2 }), handler, stop.signal);
    await log.append([event('tracks.track-published.v1', 'track_slow')]);
    for (const key of ['track_1', 'track_2', 'track_3']) await log.append([event('tracks.track-published.v1', key)]);
    await waitUntil(() => done.length === 3);
    stop.abort();
    release();
    await consuming;
    expect(done).toEqual(['track_1', 'track_2', 'track_3', 'track_slow']);
    expect(await log.lag('social__on-track-published')).toBe(0);
  });

  it('refuses topics and keys that could not be part of a subject', async () => {
    const log = await open();
    await expect(log.append([event('tracks.*.v1')])).rejects.toThrow(RangeError);
    await expect(log.append([event('tracks.track-published.v1', 'a b')])).rejects.toThrow(RangeError);
  });

  it('keeps the order of appends that run at the same time with everything after them', async () => {
    const log = await open();
    const batches = Array.from({ length: 20 }, (_, batch) =>
      [1, 2, 3].map((revision) => event('tracks.track-published.v1', `track_${batch}`, revision)),
    );
    const seen: EventEnvelope[] = [];
    const appending = Promise.all(batches.map((batch) => log.append(batch)));
    await waitUntil(async () => {
      await drain(log, consumer({ maxInFlight: 7 }), async (got) => void seen.push(got));
      return seen.length === 60;
    });
    await appending;
    for (const batch of batches) {
      expect(seen.filter(({ key }) => key === batch[0]!.key).map(({ revision }) => revision)).toEqual([1, 2, 3]);
    }
  });
});

describe('the sweeper of the Postgres event log', () => {
  it('forgets what is older than 7 days and owed to nobody', async () => {
    const database = await testDatabase({ schema: 'event_log', folders: [eventLogMigrations] });
    const log = postgresEventLog({ url: database.url, log: silentLog });
    const [settled, owed, fresh] = [1, 2, 3].map((revision) => event('tracks.track-published.v1', `track_${revision}`, revision));
    await log.append([settled!, owed!, fresh!]);
    await database.admin`update event set recorded_at = now() - interval '8 days' where id <> ${fresh!.id}`;
    await drain(log, consumer({ maxInFlight: 9, backoffMs: [60_000] }), async ({ id }) => {
      if (id === owed!.id) throw new Error('not yet');
    });
    expect(await log.sweeper.runOnce()).toBe(1);
    const rows = await database.admin<{ id: string }[]>`select id from event order by position`;
    expect(rows.map(({ id }) => id)).toEqual([owed!.id, fresh!.id]);
    await log[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  it('keeps what a consumer has not looked at yet', async () => {
    const database = await testDatabase({ schema: 'event_log', folders: [eventLogMigrations] });
    const log = postgresEventLog({ url: database.url, log: silentLog });
    await drain(log, consumer(), async () => undefined);
    await log.append([event('tracks.track-published.v1')]);
    await database.admin`update event set recorded_at = now() - interval '8 days'`;
    expect(await log.sweeper.runOnce()).toBe(0);
    await drain(log, consumer(), async () => undefined);
    expect(await log.sweeper.runOnce()).toBe(1);
    await log[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });
});
