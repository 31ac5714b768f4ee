import type { Sql } from 'postgres';
import type { EventEnvelope } from '../event-log.ts';
import { assertSubject } from '../subject.ts';

/** Channel on which consumers hear what there is new of: topics with commas between them, or nothing when these would be too many to say. */
export const EVENT_LOG_CHANNEL = 'veza_event_log';

/** What fits into a notification is 8,000 bytes; topics are ASCII. */
const MAX_NEWS_LENGTH = 7_900;

/**
 * Stores events in the given order; an id that is there already is skipped.
 * Topic and key must be tokens of subjects, so that they can become one.
 * Appenders take turns: only so does the order of positions equal the order of commits, and a reader behind position n misses nothing.
 */
export async function appendEvents(sql: Sql, events: readonly EventEnvelope[]): Promise<void> {
  for (const { topic, key } of events) [topic, key].forEach(assertSubject);
  const topics = [...new Set(events.map(({ topic }) => topic))].join(',');
  const rows = events.map((envelope) => ({ id: envelope.id, topic: envelope.topic, envelope }));
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtextextended('veza event log', 0))`;
    await tx`
      insert into event (id, topic, envelope)
      select (row->>'id')::uuid, row->>'topic', row->'envelope'
      from jsonb_array_elements(${tx.json(rows as never)}) with ordinality as rows(row, place)
      order by place
      on conflict (id) do nothing`;
    await tx`select pg_notify(${EVENT_LOG_CHANNEL}, ${topics.length < MAX_NEWS_LENGTH ? topics : ''})`;
  });
}
