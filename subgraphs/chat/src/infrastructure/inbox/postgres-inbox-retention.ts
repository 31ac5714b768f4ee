import type { BackgroundTask } from '@veza/kernel';
import { sql } from 'drizzle-orm';
import { daysAgo, retention, RETENTION_CHUNK, type RetentionOptions } from '../retention.ts';

/** Lets go of what is too old in inboxes, from the oldest on, and raises their floors in the same statement. A round answers how many rows went. */
export function postgresInboxRetention({ database, clock, limits, log }: RetentionOptions): BackgroundTask {
  const runOnce = async (): Promise<number> => {
    const before = daysAgo(clock, limits.logDays);
    const gone = await database.execute(sql`
      with old as (select user_id, seq from user_event where occurred_at < ${before} order by occurred_at, user_id, seq limit ${RETENTION_CHUNK}),
      through as (select user_id, max(seq) as seq from old group by user_id order by user_id),
      raised as (update user_head h set floor_seq = greatest(h.floor_seq, t.seq) from through t where h.user_id = t.user_id)
      delete from user_event e using through t where e.user_id = t.user_id and e.seq <= t.seq returning e.seq`);
    return gone.length;
  };
  return retention(log, 'chat.inbox-retention-failed', runOnce);
}
