import { type SQL, sql } from 'drizzle-orm';
import type { Database } from './database.ts';

const CHUNK_SIZE = 5_000;

/** Deletes the rows that match, 5,000 per transaction, so that no lock is held for long. Answers how many. */
export async function deleteInChunks(database: Database, table: 'outbox' | 'inbox', condition: SQL): Promise<number> {
  const name = sql.identifier(table);
  for (let total = 0; ;) {
    const { count } = await database.execute(
      sql`delete from ${name} where ctid = any (array(select ctid from ${name} where ${condition} limit ${CHUNK_SIZE}))`,
    );
    total += count;
    if (count < CHUNK_SIZE) return total;
  }
}
