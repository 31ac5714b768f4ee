import type { Id } from '@veza/kernel';
import type { Transaction } from '@veza/postgres';
import { and, eq, sql } from 'drizzle-orm';
import type { FollowRepository } from '../../application/ports.ts';
import { counterSlot } from '../counter-slot.ts';
import { follow, userStat } from '../tables.ts';

/** Follows in Postgres. Counter rows are locked in the order of the ids, so that two people who follow each other never deadlock. */
export function postgresFollowRepository(tx: Transaction): FollowRepository {
  const count = async (followerId: Id<'user'>, followeeId: Id<'user'>, by: 1 | -1) => {
    const slot = counterSlot(followerId);
    const changes = [
      { userId: followeeId, slot, followers: by, following: 0 },
      { userId: followerId, slot, followers: 0, following: by },
    ].toSorted((a, b) => (a.userId < b.userId ? -1 : 1));
    for (const change of changes) {
      await tx
        .insert(userStat)
        .values(change)
        .onConflictDoUpdate({
          target: [userStat.userId, userStat.slot],
          set: { followers: sql`${userStat.followers} + ${change.followers}`, following: sql`${userStat.following} + ${change.following}` },
        });
    }
  };
  return {
    async countFollowing(userId) {
      const [row] = await tx
        .select({ following: sql<number>`coalesce(sum(${userStat.following}), 0)::int` })
        .from(userStat)
        .where(eq(userStat.userId, userId));
      return row?.following ?? 0;
    },
    async add(followerId, followeeId, since) {
      const added = await tx
        .insert(follow)
        .values({ followerId, followeeId, since })
        .onConflictDoNothing()
        .returning({ since: follow.since });
      if (added.length > 0) await count(followerId, followeeId, 1);
      return added.length > 0;
    },
    async remove(followerId, followeeId) {
      const removed = await tx
        .delete(follow)
        .where(and(eq(follow.followerId, followerId), eq(follow.followeeId, followeeId)))
        .returning({ since: follow.since });
      if (removed.length > 0) await count(followerId, followeeId, -1);
    },
  };
}
