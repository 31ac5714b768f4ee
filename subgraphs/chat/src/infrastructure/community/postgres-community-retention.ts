import type { BackgroundTask } from '@veza/kernel';
import { sql } from 'drizzle-orm';
import { daysAgo, retention, RETENTION_CHUNK, type RetentionOptions } from '../retention.ts';

/**
 * Lets go of what is too old in the logs of communities, from the oldest on, and raises their floors in the same statement; and of old entries
 * of the audit. A round answers how many rows went.
 */
export function postgresCommunityRetention({ database, clock, limits, log }: RetentionOptions): BackgroundTask {
  const before = (days: number) => daysAgo(clock, days);

  const cutLogs = () =>
    database.execute(sql`
      with old as (
        select community_id, seq from community_event where occurred_at < ${before(limits.logDays)} order by occurred_at, community_id, seq limit ${RETENTION_CHUNK}),
      through as (select community_id, max(seq) as seq from old group by community_id),
      raised as (update community k set floor_seq = greatest(k.floor_seq, t.seq) from through t where k.id = t.community_id)
      delete from community_event e using through t where e.community_id = t.community_id and e.seq <= t.seq returning e.seq`);

  const cutAudit = () =>
    database.execute(sql`
      delete from community_audit where (community_id, seq) in (
        select community_id, seq from community_audit where occurred_at < ${before(limits.auditDays)} order by occurred_at limit ${RETENTION_CHUNK})
      returning seq`);

  const runOnce = async (): Promise<number> => (await cutLogs()).length + (await cutAudit()).length;
  return retention(log, 'chat.community-retention-failed', runOnce);
}
