import type { BackgroundTask } from '@veza/kernel';
import type { EventLog } from '@veza/messaging';
import type { Log } from '@veza/telemetry';
import { asc, inArray, isNull, sql } from 'drizzle-orm';
import { backgroundLoop } from './background-loop.ts';
import { deleteInChunks } from './chunked-delete.ts';
import type { Database } from './database.ts';
import { outbox } from './messaging-tables.ts';

const BATCH_SIZE = 200;
const CLEANUP_INTERVAL_MS = 3_600_000;

/** The loop from the outbox to the event log. */
export interface OutboxRelay extends BackgroundTask {
  /** Starts the next round now; called after a commit. Without it a row waits for at most 1 second. */
  wake(): void;
}

/** What a relay works between. */
export interface OutboxRelayOptions {
  readonly database: Database;
  readonly eventLog: EventLog;
  readonly subgraph: string;
  readonly log: Log;
}

/**
 * Publishes the outbox of one schema: unpublished rows by id, at most 200 a round, appended to the event log and then marked.
 * A crash between the two appends twice, which the event id absorbs.
 *
 * Each round holds a transaction-level advisory lock, so of several processes one relays at a time and order holds per key;
 * a lost process frees it with its connection. Published rows are deleted after 24 hours.
 */
export function outboxRelay({ database, eventLog, subgraph, log }: OutboxRelayOptions): OutboxRelay {
  let cleanedAtMs = Number.NEGATIVE_INFINITY;

  const publishBatch = () =>
    database.transaction(async (tx) => {
      const [lock] = await tx.execute<{ held: boolean }>(
        sql`select pg_try_advisory_xact_lock(hashtextextended(${`veza outbox ${subgraph}`}, 0)) as held`,
      );
      if (!lock?.held) return 0;
      const due = await tx
        .select({ id: outbox.id, envelope: outbox.envelope })
        .from(outbox)
        .where(isNull(outbox.publishedAt))
        .orderBy(asc(outbox.id))
        .limit(BATCH_SIZE);
      if (due.length === 0) return 0;
      await eventLog.append(due.map(({ envelope }) => envelope));
      const ids = due.map(({ id }) => id);
      await tx
        .update(outbox)
        .set({ publishedAt: sql`now()`, attempts: sql`${outbox.attempts} + 1` })
        .where(inArray(outbox.id, ids));
      return due.length;
    });

  const cleanUp = async () => {
    if (performance.now() - cleanedAtMs < CLEANUP_INTERVAL_MS) return;
    cleanedAtMs = performance.now();
    await deleteInChunks(database, 'outbox', sql`published_at < now() - interval '24 hours'`);
  };

  const runOnce = async () => {
    const published = await publishBatch();
    if (published === 0) await cleanUp();
    return published;
  };
  return { runOnce, ...backgroundLoop({ runOnce, roundSize: BATCH_SIZE, name: `${subgraph} outbox relay`, log }) };
}
