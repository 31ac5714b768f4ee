import { type BackgroundTask, periodicTask } from '@veza/kernel';
import type { Log } from '@veza/telemetry';
import postgres from 'postgres';
import { type ConsumerOptions, type EventEnvelope, type EventLog, PermanentFailure } from '../event-log.ts';
import { appendEvents, EVENT_LOG_CHANNEL } from './append.ts';
import { acknowledge, bury, claimDeliveries, type Delivery, lagOf, nextDueInMs, redeliver, registerConsumer } from './deliveries.ts';
import { wakeable } from './wakeable.ts';

const POLL_MS = 1_000;
const SWEEP_INTERVAL_MS = 3_600_000;

/** Where the log is kept. */
export interface PostgresEventLogOptions {
  /** `postgres://…` */
  readonly url: string;
  /** Effective role of its connections, default `veza_subgraph`, which the migration gives the rights to. */
  readonly role?: string;
  readonly log: Log;
}

/** The log, the loop that forgets what everybody has taken, and the end of its connections. */
export interface PostgresEventLog extends EventLog, AsyncDisposable {
  /** Deletes events older than 7 days that no consumer owes an answer for. */
  readonly sweeper: BackgroundTask;
}

type Handler = (event: EventEnvelope) => Promise<void>;

/**
 * Durable facts in the tables of schema `event_log`. A consumer hears of new ones by NOTIFY and looks once a second anyway.
 * Survives a kill at any moment: what was claimed and not answered is given out again after `ackWaitMs`.
 */
export function postgresEventLog({ url, role = 'veza_subgraph', log }: PostgresEventLogOptions): PostgresEventLog {
  const sql = postgres(url, {
    max: 4,
    onnotice: () => undefined,
    connection: { application_name: 'veza event log', search_path: 'event_log', role, TimeZone: 'UTC' },
  });
  /** How to wake each consumer, and what it wants to be woken for. */
  const wakers = new Map<() => void, ReadonlySet<string>>();
  const wakeFor = (news: string) => {
    const topics = news.split(',');
    for (const [wake, wanted] of wakers) if (news === '' || topics.some((topic) => wanted.has(topic))) wake();
  };
  let listening: Promise<unknown> | undefined;
  /** Without it consumers still look once a second, so a failure is only told, and the next consumer tries again. */
  const listen = async () => {
    listening ??= sql.listen(EVENT_LOG_CHANNEL, wakeFor);
    await listening.catch((error: unknown) => {
      listening = undefined;
      log.warn('event-log.listen-failed', { error });
    });
  };

  const handle = async ({ maxDeliver }: ConsumerOptions, { event, attempts }: Delivery, handler: Handler) => {
    // Deliveries without an answer count too, or an event that kills its consumer would come for ever.
    if (attempts > maxDeliver) throw new PermanentFailure(`no answer to ${maxDeliver} deliveries`);
    await handler(event);
  };
  const settle = async (options: ConsumerOptions, delivery: Delivery, handler: Handler) => {
    const { durable, maxDeliver } = options;
    try {
      await handle(options, delivery, handler);
    } catch (error) {
      log.warn('event.refused', { durable, topic: delivery.event.topic, eventId: delivery.event.id, attempts: delivery.attempts, error });
      const isFinal = error instanceof PermanentFailure || delivery.attempts >= maxDeliver;
      return isFinal ? bury(sql, durable, delivery, error) : redeliver(sql, options, delivery);
    }
    return acknowledge(sql, durable, delivery);
  };

  return {
    append: (events) => (events.length === 0 ? Promise.resolve() : appendEvents(sql, events)),
    async deliverDue(options, handler) {
      await registerConsumer(sql, options);
      const deliveries = await claimDeliveries(sql, options, options.maxInFlight);
      await Promise.all(deliveries.map((delivery) => settle(options, delivery, handler)));
      return deliveries.length;
    },
    async consume(options, handler, signal) {
      await registerConsumer(sql, options);
      const { pause, wake } = wakeable(signal);
      const running = new Set<Promise<void>>();
      /** An answer that cannot be stored is as none: the event comes again when its time is over. */
      const start = (delivery: Delivery) => {
        const one = settle(options, delivery, handler)
          .catch((error: unknown) => log.error('event.settle-failed', { durable: options.durable, eventId: delivery.event.id, error }))
          .finally(() => {
            running.delete(one);
            wake();
          });
        running.add(one);
      };
      wakers.set(wake, new Set(options.topics));
      try {
        await listen();
        while (!signal.aborted) {
          const places = options.maxInFlight - running.size;
          const claimed = places > 0 ? await claimDeliveries(sql, options, places) : [];
          claimed.forEach(start);
          if (claimed.length === 0) await pause(Math.min(POLL_MS, (await nextDueInMs(sql, options.durable)) ?? POLL_MS));
        }
      } finally {
        wakers.delete(wake);
        await Promise.all(running);
      }
    },
    lag: (durable) => lagOf(sql, durable),
    sweeper: periodicTask({
      intervalMs: SWEEP_INTERVAL_MS,
      onFailure: (error) => log.error('background.failed', { task: 'event log sweeper', error }),
      runOnce: async () => {
        const gone = await sql`
          delete from event where recorded_at < now() - interval '7 days'
            and position <= all (select scanned_through from consumer)
            and not exists (select from delivery where delivery.position = event.position)`;
        return gone.count;
      },
    }),
    [Symbol.asyncDispose]: () => sql.end({ timeout: 5 }),
  };
}
