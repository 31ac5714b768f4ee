import { type Id, toTypeId } from '@veza/kernel';
import { type Database, instantOf, uuid } from '@veza/postgres';
import { inArray, sql } from 'drizzle-orm';
import type { UploadReader } from '../../application/upload/ports.ts';
import { upload } from '../tables.ts';
import { uploadOf } from './upload-row.ts';

/** Uploads outside of transactions. */
export function postgresUploadReader(database: Database): UploadReader {
  return {
    async findMany(ids) {
      const rows =
        ids.length === 0
          ? []
          : await database
              .select()
              .from(upload)
              .where(inArray(upload.id, [...ids]));
      return new Map(rows.map((row) => [row.id, uploadOf(row)]));
    },

    async recordProgress(id, receivedBytes, expiresAt) {
      await database.execute(sql`
        update upload set received_bytes = greatest(received_bytes, ${receivedBytes}::bigint), expires_at = ${instantOf(expiresAt)},
          state = case when ${receivedBytes}::bigint > 0 then 'RECEIVING' else state end
        where id = ${uuid('upload', id)} and state in ('PENDING', 'RECEIVING')`);
    },

    async findDue(now, limit) {
      const rows = await database.execute<{ id: string }>(sql`
        select id from upload
        where freed_at is null and expires_at <= ${instantOf(now)}
          and state in ('PENDING', 'RECEIVING', 'READY')
        order by expires_at limit ${limit}`);
      return rows.map(({ id }) => toTypeId('upload', id) as Id<'upload'>);
    },
  };
}
