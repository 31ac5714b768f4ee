import { isNull, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { outbox } from './messaging-tables.ts';

/** Seconds that the oldest event of a schema has been waiting to be published; 0 when none waits. */
export async function outboxLagSeconds(database: Database): Promise<number> {
  const [row] = await database
    .select({ seconds: sql<number>`coalesce(extract(epoch from clock_timestamp() - min(${outbox.createdAt})), 0)::float8` })
    .from(outbox)
    .where(isNull(outbox.publishedAt));
  return Math.max(0, row?.seconds ?? 0);
}
