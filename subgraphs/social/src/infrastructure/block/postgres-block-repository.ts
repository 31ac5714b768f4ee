import type { Id } from '@veza/kernel';
import type { Transaction } from '@veza/postgres';
import { and, count, eq, or, sql } from 'drizzle-orm';
import type { BlockRepository } from '../../application/ports.ts';
import { block } from '../tables.ts';

/** Blocks in Postgres. What happens between two people is put into one order by a lock on the pair. */
export function postgresBlockRepository(tx: Transaction): BlockRepository {
  const edge = (blockerId: Id<'user'>, blockedId: Id<'user'>) => and(eq(block.blockerId, blockerId), eq(block.blockedId, blockedId));

  return {
    async lock(oneId, otherId) {
      const pair = [oneId, otherId].toSorted().join(' ');
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`veza social pair ${pair}`}, 0))`);
    },

    async isBetween(oneId, otherId) {
      const rows = await tx
        .select({ blockerId: block.blockerId })
        .from(block)
        .where(and(block.isActive, or(edge(oneId, otherId), edge(otherId, oneId))));
      return rows.length > 0;
    },

    async add(blockerId, blockedId, since) {
      const [row] = await tx
        .insert(block)
        .values({ blockerId, blockedId, isActive: true, revision: 1, since })
        .onConflictDoUpdate({
          target: [block.blockerId, block.blockedId],
          set: { isActive: true, revision: sql`${block.revision} + 1`, since },
          setWhere: eq(block.isActive, false),
        })
        .returning({ revision: block.revision });
      return row?.revision;
    },

    async remove(blockerId, blockedId, since) {
      const [row] = await tx
        .update(block)
        .set({ isActive: false, revision: sql`${block.revision} + 1`, since })
        .where(and(edge(blockerId, blockedId), block.isActive))
        .returning({ revision: block.revision });
      return row?.revision;
    },

    async count(blockerId) {
      const [row] = await tx
        .select({ blocks: count() })
        .from(block)
        .where(and(eq(block.blockerId, blockerId), block.isActive));
      return row?.blocks ?? 0;
    },
  };
}
