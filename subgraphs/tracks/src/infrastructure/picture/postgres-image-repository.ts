import { instantOf, type Transaction } from '@veza/postgres';
import { eq, sql } from 'drizzle-orm';
import type { ImageRepository } from '../../application/picture/ports.ts';
import { image, imageFile, upload } from '../tables.ts';
import { bytesOf } from '../upload/upload-row.ts';

/** Pictures in one transaction. */
export function postgresImageRepository(tx: Transaction): ImageRepository {
  return {
    async insert({ id, files }, createdAt) {
      await tx.insert(image).values({ id, createdAt }).onConflictDoNothing();
      const rows = files.map(({ sha256, ...file }) => ({ ...file, imageId: id, sha256: bytesOf(sha256) }));
      await tx.insert(imageFile).values(rows).onConflictDoNothing();
    },

    async isSent(id) {
      const [row] = await tx.select({ id: upload.id }).from(upload).where(eq(upload.imageId, id));
      return row !== undefined;
    },

    async remove(id, at) {
      await tx.execute(sql`
        update upload set freed_at = coalesce(freed_at, ${instantOf(at)}), revision = revision + 1 where image_id = ${id} and state = 'CLAIMED'`);
      await tx.delete(image).where(eq(image.id, id));
    },
  };
}
