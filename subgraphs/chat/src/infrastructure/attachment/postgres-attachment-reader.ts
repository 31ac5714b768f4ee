import { type Database, uuids } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { AttachmentReader } from '../../application/ports/attachment.ts';
import { idOf } from '../id-columns.ts';

/** Attachments from Postgres. */
export function postgresAttachmentReader(database: Database): AttachmentReader {
  return {
    async messagesOf(ids) {
      if (ids.length === 0) return new Map();
      const rows = await database.execute<{ id: string; message_id: string }>(
        sql`select id, message_id from attachment where id = any(${uuids('attachment', ids)})`,
      );
      return new Map(rows.map(({ id, message_id: messageId }) => [idOf('attachment', id), idOf('message', messageId)]));
    },
  };
}
