import { type BackgroundTask, type Clock, periodicTask } from '@veza/kernel';
import { type Database, instantOf } from '@veza/postgres';
import type { Log } from '@veza/telemetry';
import { sql } from 'drizzle-orm';
import type { ChatLimits } from '../../domain/limits.ts';

/** Milliseconds between two rounds. */
const INTERVAL_MS = 600_000;
const DAY_MS = 86_400_000;
/** Entries in one round. */
const CHUNK = 5_000;

/** What it works on; entries are kept for `logDays`. */
interface InboxRetentionOptions {
  readonly log: Log;
  readonly limits: Pick<ChatLimits, 'logDays'>;
  readonly clock: Clock;
  readonly database: Database;
}

/** Lets go of what is too old in inboxes, from the oldest on, and raises their floors in the same statement. A round answers how many rows went. */
export function postgresInboxRetention({ database, clock, limits, log }: InboxRetentionOptions): BackgroundTask {
  const runOnce = async (): Promise<number> => {
    const before = instantOf(new Date(clock().getTime() - limits.logDays * DAY_MS));
    const gone = await database.execute(sql`
      with old as (select user_id, seq from user_event where occurred_at < ${before} order by occurred_at, user_id, seq limit ${CHUNK}),
      through as (select user_id, max(seq) as seq from old group by user_id order by user_id),
      raised as (update user_head h set floor_seq = greatest(h.floor_seq, t.seq) from through t where h.user_id = t.user_id)
      delete from user_event e using through t where e.user_id = t.user_id and e.seq <= t.seq returning e.seq`);
    return gone.length;
  };
  return periodicTask({ intervalMs: INTERVAL_MS, runOnce, onFailure: (error) => log.error('chat.inbox-retention-failed', { error }) });
}
