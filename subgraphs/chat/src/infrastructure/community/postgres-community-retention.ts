import { type BackgroundTask, type Clock, periodicTask } from '@veza/kernel';
import { type Database, instantOf } from '@veza/postgres';
import type { Log } from '@veza/telemetry';
import { sql } from 'drizzle-orm';
import type { ChatLimits } from '../../domain/limits.ts';

const INTERVAL_MS = 600_000;
const DAY_MS = 86_400_000;
/** Rows in one statement. */
const CHUNK = 5_000;

interface Dependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly limits: Pick<ChatLimits, 'logDays' | 'auditDays'>;
  readonly log: Log;
}

/**
 * Lets go of what is too old in the logs of communities, from the oldest on, and raises their floors in the same statement; and of old entries
 * of the audit. A round answers how many rows went.
 */
export function postgresCommunityRetention({ database, clock, limits, log }: Dependencies): BackgroundTask {
  const before = (days: number) => instantOf(new Date(clock().getTime() - days * DAY_MS));

  const cutLogs = () =>
    database.execute(sql`
      with old as (
        select community_id, seq from community_event where occurred_at < ${before(limits.logDays)} order by occurred_at, community_id, seq limit ${CHUNK}),
      through as (select community_id, max(seq) as seq from old group by community_id),
      raised as (update community k set floor_seq = greatest(k.floor_seq, t.seq) from through t where k.id = t.community_id)
      delete from community_event e using through t where e.community_id = t.community_id and e.seq <= t.seq returning e.seq`);

  const cutAudit = () =>
    database.execute(sql`
      delete from community_audit where (community_id, seq) in (
        select community_id, seq from community_audit where occurred_at < ${before(limits.auditDays)} order by occurred_at limit ${CHUNK})
      returning seq`);

  const runOnce = async (): Promise<number> => (await cutLogs()).length + (await cutAudit()).length;
  return periodicTask({ intervalMs: INTERVAL_MS, runOnce, onFailure: (error) => log.error('chat.community-retention-failed', { error }) });
}
