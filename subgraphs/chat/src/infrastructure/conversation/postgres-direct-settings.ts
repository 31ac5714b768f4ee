import { type Database, type Transaction, uuid, uuids } from '@veza/postgres';
import { eq, sql } from 'drizzle-orm';
import type { DirectSettingReader, DirectSettingWriter } from '../../application/ports/conversation.ts';
import { DEFAULT_SOURCE, DIRECT_MESSAGE_SOURCE_CODES, directMessageSourceOf } from '../../domain/direct-message-source.ts';
import { idOf } from '../id-columns.ts';
import { directSetting } from '../tables.ts';

/** From whom people take new conversations. */
export function postgresDirectSettingReader(database: Database): DirectSettingReader {
  return {
    async find(userId) {
      const [row] = await database.select().from(directSetting).where(eq(directSetting.userId, userId));
      return row ? directMessageSourceOf(row.accepts) : DEFAULT_SOURCE;
    },

    async refusing(actorId, others) {
      const rows = await database.execute<{ user_id: string }>(sql`
        select d.user_id from direct_setting d
        where d.user_id = any(${uuids('user', others)}) and (
          d.accepts = ${DIRECT_MESSAGE_SOURCE_CODES.NOBODY}
          or d.accepts = ${DIRECT_MESSAGE_SOURCE_CODES.COMMUNITY_MEMBERS} and not exists (
            select from member mine join member theirs on theirs.community_id = mine.community_id
              join community k on k.id = mine.community_id and k.deleted_at is null
            where mine.user_id = ${uuid('user', actorId)} and theirs.user_id = d.user_id))`);
      return new Set(rows.map((row) => idOf('user', row.user_id)));
    },
  };
}

/** The same within one transaction, to be changed. */
export function postgresDirectSettingWriter(tx: Transaction): DirectSettingWriter {
  return {
    async set(userId, source) {
      const accepts = DIRECT_MESSAGE_SOURCE_CODES[source];
      await tx.insert(directSetting).values({ userId, accepts }).onConflictDoUpdate({ target: directSetting.userId, set: { accepts } });
    },
  };
}
