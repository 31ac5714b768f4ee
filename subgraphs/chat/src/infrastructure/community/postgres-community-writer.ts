import { isUniqueViolation, type Transaction, uuid } from '@veza/postgres';
import { and, count, eq, isNull, sql } from 'drizzle-orm';
import type { CommunityWriter } from '../../application/ports/community.ts';
import type { CommunityId } from '../../domain/community.ts';
import { community, departure, member, role, scope } from '../tables.ts';

/** Communities and memberships within one transaction. */
export function postgresCommunityWriter(tx: Transaction): CommunityWriter {
  const addMemberCount = (communityId: CommunityId, by: number) =>
    tx
      .update(community)
      .set({ memberCount: sql`${community.memberCount} + ${by}` })
      .where(eq(community.id, communityId));

  return {
    async create({ id, name, slug, description, ownerId, memberCount }, { everyone, createdAt }) {
      await tx.insert(scope).values({ id });
      const founded = await tx
        .insert(community)
        .values({ id, name, slug, description, ownerId, memberCount, createdAt })
        .onConflictDoNothing({ target: community.slug, where: isNull(community.deletedAt) })
        .returning({ id: community.id });
      if (founded.length === 0) return false;
      await tx.insert(role).values(everyone);
      await tx.insert(member).values({ communityId: id, userId: ownerId, joinedAt: createdAt });
      return true;
    },

    async raiseEpoch(communityId) {
      const [row] = await tx
        .update(scope)
        .set({ accessEpoch: sql`${scope.accessEpoch} + 1` })
        .where(eq(scope.id, communityId))
        .returning();
      return row?.accessEpoch;
    },

    async countOf(userId) {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`veza chat memberships ${userId}`}, 0))`);
      const [owned] = await tx
        .select({ communities: count() })
        .from(community)
        .where(and(eq(community.ownerId, userId), isNull(community.deletedAt)));
      const [joined] = await tx
        .select({ communities: count() })
        .from(member)
        .innerJoin(community, and(eq(community.id, member.communityId), isNull(community.deletedAt)))
        .where(eq(member.userId, userId));
      return { owned: owned?.communities ?? 0, joined: joined?.communities ?? 0 };
    },

    async isMember(communityId, userId) {
      const rows = await tx
        .select({ userId: member.userId })
        .from(member)
        .where(and(eq(member.communityId, communityId), eq(member.userId, userId)));
      return rows.length > 0;
    },

    async addMember(communityId, userId, joinedAt) {
      await tx.insert(member).values({ communityId, userId, joinedAt });
      await addMemberCount(communityId, 1);
      await tx.delete(departure).where(and(eq(departure.communityId, communityId), eq(departure.userId, userId)));
      await tx.execute(sql`
        insert into read_state as r (user_id, channel_id, last_read_msg_no)
        select ${uuid('user', userId)}, channel_id, last_msg_no from channel_head h join channel c on c.id = h.channel_id
        where c.community_id = ${uuid('community', communityId)} and c.parent_id is null
        on conflict (user_id, channel_id) do update set last_read_msg_no = greatest(r.last_read_msg_no, excluded.last_read_msg_no)`);
    },

    async lock(communityId) {
      const [row] = await tx.execute<{ access_epoch: string }>(sql`
        select s.access_epoch from scope s join community k on k.id = s.id
        where s.id = ${uuid('community', communityId)} and k.deleted_at is null for update`);
      return row && Number(row.access_epoch);
    },

    async update({ id, name, slug, description, ownerId }) {
      try {
        await tx.transaction((nested) => nested.update(community).set({ name, slug, description, ownerId }).where(eq(community.id, id)));
        return true;
      } catch (error) {
        if (isUniqueViolation(error)) return false;
        throw error;
      }
    },

    async delete(communityId, deletedAt) {
      await tx.update(community).set({ deletedAt }).where(eq(community.id, communityId));
    },
  };
}
