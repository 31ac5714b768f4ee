import { type BackgroundTask, periodicTask } from '@veza/kernel';
import type { ConsumerOptions, EventEnvelope, EventLog } from '@veza/messaging';
import type { Log } from '@veza/telemetry';
import { sql } from 'drizzle-orm';
import { deleteInChunks } from './chunked-delete.ts';
import type { Database, Transaction } from './database.ts';
import { inbox } from './messaging-tables.ts';
import { inTransaction } from './transaction.ts';

const CLEANUP_INTERVAL_MS = 3_600_000;
const RESTART_MS = 1_000;

/** What a consumer listens to and does. */
export interface InboxConsumerOptions {
  readonly database: Database;
  readonly eventLog: EventLog;
  /** `<subgraph>__<use case>`, e.g. `social__on-track-published`. */
  readonly durable: string;
  readonly topics: readonly string[];
  /** The effect, in the transaction that also remembers the event. May run again after a rollback. Throw `PermanentFailure` to give the event up. */
  readonly handle: (tx: Transaction, event: EventEnvelope) => Promise<void>;
  /** Events handled at the same time, default 16; 1 keeps their order. */
  readonly maxInFlight?: number;
  /** Called after each commit, e.g. to tell other processes to look. A repeated event calls it too. */
  readonly onCommit?: () => void;
  readonly log: Log;
}

/**
 * Applies each event once: the inbox row and the effect commit together, and a repeated event finds its row and is only acknowledged.
 * A throw rolls both back; the event comes again after 1 s, 5 s, 30 s and 2 min, and is set aside after the fifth failure.
 * Order across events is not promised: handlers ignore a `revision` older than the one they have.
 */
export function inboxConsumer(options: InboxConsumerOptions): BackgroundTask {
  const { database, eventLog, durable, topics, handle, log } = options;
  const consumer: ConsumerOptions = {
    durable,
    topics,
    maxInFlight: options.maxInFlight ?? 16,
    ackWaitMs: 30_000,
    maxDeliver: 5,
    backoffMs: [1_000, 5_000, 30_000, 120_000],
  };

  const apply = async (event: EventEnvelope) => {
    await inTransaction(database, async (tx) => {
      const fresh = await tx.insert(inbox).values({ consumer: durable, eventId: event.id }).onConflictDoNothing().returning();
      if (fresh.length > 0) await handle(tx, event);
    });
    options.onCommit?.();
  };

  const onFailure = (error: unknown) => log.error('background.failed', { task: durable, error });
  const forget = () => deleteInChunks(database, 'inbox', sql`consumer = ${durable} and processed_at < now() - interval '30 days'`);

  return {
    runOnce: () => eventLog.deliverDue(consumer, apply),
    async run(signal) {
      const consume = () => eventLog.consume(consumer, apply, signal).then(() => 0);
      await Promise.all([
        periodicTask({ intervalMs: RESTART_MS, runOnce: consume, onFailure }).run(signal),
        periodicTask({ intervalMs: CLEANUP_INTERVAL_MS, runOnce: forget, onFailure }).run(signal),
      ]);
    },
  };
}
