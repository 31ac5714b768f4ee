import type { PgBoss } from 'pg-boss';

/**
 * Puts a running job back to where it waited, without counting the try. pg-boss does this for jobs it fetched too many of, and offers it
 * to nobody else; what it does afterwards to a running job finds none, and does nothing.
 */
export async function restoreJob(database: ReturnType<PgBoss['getDb']>, jobsSchema: string, jobId: string): Promise<void> {
  await database.executeSql(
    `update ${jobsSchema}.job set state = 'created', started_on = null, heartbeat_on = null where id = $1::uuid and state = 'active'`,
    [jobId],
  );
}
