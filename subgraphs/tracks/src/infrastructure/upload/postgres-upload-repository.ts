import type { Clock } from '@veza/kernel';
import { instantOf, type Transaction, uuid } from '@veza/postgres';
import { eq, sql } from 'drizzle-orm';
import type { UploadRepository } from '../../application/upload/ports.ts';
import { IDLE_UPLOAD_MS } from '../../domain/upload.ts';
import { upload } from '../tables.ts';
import { bytesOf, uploadOf } from './upload-row.ts';

/** Uploads in one transaction. */
export function postgresUploadRepository(tx: Transaction, clock: Clock): UploadRepository {
  return {
    async lockUse(ownerId) {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`veza upload ${ownerId}`}, 0))`);
      const [use] = await tx.execute<{ open: number; bytes: string }>(sql`
        select count(*) filter (where state in ('PENDING', 'RECEIVING'))::int as open, coalesce(sum(byte_size), 0) as bytes
        from upload where owner_id = ${uuid('user', ownerId)} and freed_at is null`);
      return { openUploads: use?.open ?? 0, bytes: Number(use?.bytes ?? 0) };
    },

    async insert(made) {
      const announcedSha256 = made.announcedSha256 === null ? null : bytesOf(made.announcedSha256);
      await tx.insert(upload).values({ ...made, announcedSha256 });
    },

    async lock(id) {
      const [row] = await tx.select().from(upload).where(eq(upload.id, id)).for('update');
      return row && uploadOf(row);
    },

    async markReady({ id, receivedBytes, revision, contentType, imageId, aid, width, height }, sha256) {
      const expiresAt = new Date(clock().getTime() + IDLE_UPLOAD_MS);
      const facts = { receivedBytes, revision, contentType, imageId, aid, width, height };
      await tx
        .update(upload)
        .set({ state: 'READY', ...facts, sha256: bytesOf(sha256), expiresAt })
        .where(eq(upload.id, id));
    },

    async markRefused({ id, receivedBytes, revision }, { sha256, contentType }, refusalCode) {
      await tx
        .update(upload)
        .set({ state: 'REFUSED', refusalCode, receivedBytes, revision, sha256: bytesOf(sha256), contentType, freedAt: clock() })
        .where(eq(upload.id, id));
    },

    async markClaimed({ id, revision }) {
      await tx.update(upload).set({ state: 'CLAIMED', revision }).where(eq(upload.id, id));
    },

    async markFreed(id, at) {
      await tx.execute(sql`
        update upload set freed_at = coalesce(freed_at, ${instantOf(at)}), revision = revision + 1,
          state = case when state in ('CLAIMED', 'REFUSED') then state else 'EXPIRED' end
        where id = ${uuid('upload', id)}`);
    },
  };
}
