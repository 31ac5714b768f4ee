import type { Clock } from '@veza/kernel';
import type { Database } from '@veza/postgres';
import { sql, type SQL } from 'drizzle-orm';
import { REFRESH_GRACE_MS } from '../../domain/refresh-token.ts';
import { SESSION_IDLE_MS } from '../../domain/session.ts';

const CHUNK_SIZE = 1_000;
const DAY_MS = 86_400_000;

/**
 * Clears away what time has made useless, at most 1,000 rows of each kind a round: wipes successors that are no longer to be read,
 * ends sessions that expired, deletes spent refresh tokens, old one-time tokens and revocations, and sessions that ended long ago.
 * @returns one round; it answers how many rows it touched
 */
export function postgresSessionSweeper(database: Database, clock: Clock): () => Promise<number> {
  const some = (table: SQL, condition: SQL) => sql`ctid = any (array(select ctid from ${table} where ${condition} limit ${CHUNK_SIZE}))`;
  const before = (now: Date, ms: number) => new Date(now.getTime() - ms).toISOString();
  const run = async (statement: SQL): Promise<number> => (await database.execute(statement)).count;
  const remove = (table: SQL, condition: SQL) => run(sql`delete from ${table} where ${some(table, condition)}`);

  return async () => {
    const now = clock();
    const due = now.toISOString();
    const counts = [
      await run(sql`
        update refresh_token set successor_ct = null, retry_key_hash = null
        where ${some(sql`refresh_token`, sql`successor_ct is not null and rotated_at < ${before(now, REFRESH_GRACE_MS)}`)}`),
      await run(sql`
        update session set ended_at = expires_at, end_reason = 'EXPIRED'
        where ${some(sql`session`, sql`ended_at is null and expires_at <= ${due}`)} and ended_at is null`),
      await remove(sql`refresh_token`, sql`state = 'rotated' and rotated_at < ${before(now, SESSION_IDLE_MS)}`),
      await remove(sql`one_time_token`, sql`expires_at < ${before(now, DAY_MS)}`),
      await remove(sql`revocation`, sql`expires_at < ${due}`),
      await remove(sql`session`, sql`ended_at is not null and ended_at < ${before(now, SESSION_IDLE_MS)}`),
    ];
    return counts.reduce((sum, count) => sum + count, 0);
  };
}
