import { type Database, uuid, uuids } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { BlockReader } from '../../application/ports/conversation.ts';
import { idOf } from '../id-columns.ts';

/** Blocks as the events of the subgraph social left them. */
export function postgresBlockReader(database: Database): BlockReader {
  return {
    async blockedWith(userId, others) {
      if (others.length === 0) return new Set();
      const [one, many] = [uuid('user', userId), uuids('user', others)];
      const rows = await database.execute<{ id: string }>(sql`
        select blocked_id as id from block where is_active and blocker_id = ${one} and blocked_id = any(${many})
        union select blocker_id from block where is_active and blocked_id = ${one} and blocker_id = any(${many})`);
      return new Set(rows.map(({ id }) => idOf('user', id)));
    },
  };
}
