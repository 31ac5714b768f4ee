import type { Sql } from 'postgres';
import type { ConsumerOptions, EventEnvelope } from '../event-log.ts';

const SCAN_SIZE = 1_000;

/** One event on its way to one consumer. */
export interface Delivery {
  readonly position: string;
  readonly event: EventEnvelope;
  /** This try included. */
  readonly attempts: number;
}

/** Makes the consumer known; its topics are what it says now, and a new one starts at the beginning of the log. */
export async function registerConsumer(sql: Sql, { durable, topics }: ConsumerOptions): Promise<void> {
  // The driver does not know array types yet when this is the first statement of its pool, so the array is made by Postgres.
  await sql`
    insert into consumer (durable, topics) values (${durable}, string_to_array(${topics.join(',')}, ','))
    on conflict (durable) do update set topics = excluded.topics where consumer.topics <> excluded.topics`;
}

/** Turns events that the consumer has not seen into deliveries. */
async function scan(sql: Sql, durable: string): Promise<void> {
  await sql.begin(async (tx) => {
    const [consumer] = await tx<{ topics: string[]; scannedThrough: string }[]>`
      select topics, scanned_through as "scannedThrough" from consumer where durable = ${durable} for update`;
    if (!consumer) return;
    const [reached] = await tx<{ through: string | null }[]>`
      with window_of_events as (select position, topic from event where position > ${consumer.scannedThrough} order by position limit ${SCAN_SIZE}),
        made as (
          insert into delivery (durable, position)
          select ${durable}, position from window_of_events where topic = any (${consumer.topics})
        )
      select max(position)::text as through from window_of_events`;
    if (reached?.through) await tx`update consumer set scanned_through = ${reached.through} where durable = ${durable}`;
  });
}

/**
 * Takes up to `limit` events that are due, oldest first; for `ackWaitMs` nobody else gets them.
 * For a consumer that keeps order (`maxInFlight: 1`) only the oldest unsettled event can be due: one that waits holds back those behind it.
 */
export async function claimDeliveries(
  sql: Sql,
  { durable, ackWaitMs, maxInFlight }: ConsumerOptions,
  limit: number,
): Promise<readonly Delivery[]> {
  await scan(sql, durable);
  const rows = await sql<{ position: string; envelope: EventEnvelope; attempts: number }[]>`
    with due as (
      select position from delivery where durable = ${durable} and available_at <= clock_timestamp()
        and (${maxInFlight > 1} or position = (select min(position) from delivery where durable = ${durable}))
      order by position limit ${limit} for update skip locked
    ), claimed as (
      update delivery set attempts = attempts + 1, available_at = clock_timestamp() + ${ackWaitMs} * interval '1 millisecond'
      from due where durable = ${durable} and delivery.position = due.position
      returning delivery.position, attempts
    )
    select claimed.position, claimed.attempts, envelope from claimed join event using (position) order by claimed.position`;
  return rows.map(({ position, envelope, attempts }) => ({ position, event: envelope, attempts }));
}

/** Milliseconds until something that waits for its next try is due; undefined when nothing waits. */
export async function nextDueInMs(sql: Sql, durable: string): Promise<number | undefined> {
  const [row] = await sql<{ ms: number | null }[]>`
    select extract(epoch from min(available_at) - clock_timestamp())::float8 * 1000 as ms from delivery
    where durable = ${durable} and available_at > clock_timestamp()`;
  return row?.ms ?? undefined;
}

/** The consumer has done its part. */
export async function acknowledge(sql: Sql, durable: string, { position }: Delivery): Promise<void> {
  await sql`delete from delivery where durable = ${durable} and position = ${position}`;
}

/** The consumer failed; it gets the event again after the wait, unless its time was over and somebody else has it. */
export async function redeliver(sql: Sql, { durable, backoffMs }: ConsumerOptions, { position, attempts }: Delivery): Promise<void> {
  const wait = backoffMs[Math.min(attempts, backoffMs.length) - 1] ?? 0;
  await sql`
    update delivery set available_at = clock_timestamp() + ${wait} * interval '1 millisecond'
    where durable = ${durable} and position = ${position} and attempts = ${attempts}`;
}

/** The consumer cannot take the event: it is set aside with what went wrong. */
export async function bury(sql: Sql, durable: string, { position, event, attempts }: Delivery, error: unknown): Promise<void> {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  await sql.begin(async (tx) => {
    await tx`
      insert into dead_letter (durable, event_id, envelope, error, attempts)
      values (${durable}, ${event.id}, ${tx.json(event as never)}, ${reason.slice(0, 2_000)}, ${attempts})
      on conflict (durable, event_id) do update set error = excluded.error, attempts = excluded.attempts, failed_at = now()`;
    await tx`delete from delivery where durable = ${durable} and position = ${position}`;
  });
}

/** Events that the consumer has not settled. */
export async function lagOf(sql: Sql, durable: string): Promise<number> {
  const [row] = await sql<{ lag: number }[]>`
    select (
      (select count(*) from delivery where durable = ${durable})
      + (select count(*) from event, consumer where durable = ${durable} and position > scanned_through and topic = any (topics))
    )::int as lag`;
  return row?.lag ?? 0;
}
