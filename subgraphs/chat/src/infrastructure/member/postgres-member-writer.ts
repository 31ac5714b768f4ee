import { instantOf, type Transaction, uuid } from '@veza/postgres';
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { MemberWriter } from '../../application/ports/member.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import { DEPARTURE_CODES } from '../../domain/event/stream-end.ts';
import { rankOf, standingColumns, type StandingRow, standingTables } from '../community/standing-rows.ts';
import { idOf, optionalInstant } from '../id-columns.ts';
import { ban, community, departure, member } from '../tables.ts';

interface MemberStandingRow extends StandingRow {
  readonly nickname: string | null;
}

/** Members and bans within one transaction, under the community's lock. */
export function postgresMemberWriter(tx: Transaction): MemberWriter {
  const membership = (communityId: CommunityId, userId: UserId) => and(eq(member.communityId, communityId), eq(member.userId, userId));
  const banOf = (communityId: CommunityId, userId: UserId) => and(eq(ban.communityId, communityId), eq(ban.userId, userId));

  return {
    async find(communityId, userId) {
      const [row] = await tx.execute<MemberStandingRow>(sql`
        select m.nickname, ${standingColumns} from ${standingTables}
        where m.community_id = ${uuid('community', communityId)} and m.user_id = ${uuid('user', userId)}`);
      return (
        row && {
          userId,
          nickname: row.nickname,
          isOwner: row.is_owner,
          rank: rankOf(row),
          roleIds: row.roles.map(({ id }) => idOf('role', id)),
          timedOutUntil: optionalInstant(row.timed_out_until),
        }
      );
    },

    async setNickname(communityId, userId, nickname) {
      await tx.update(member).set({ nickname }).where(membership(communityId, userId));
    },

    async setTimeOut(communityId, userId, timedOutUntil) {
      await tx.update(member).set({ timedOutUntil }).where(membership(communityId, userId));
    },

    async remove(communityId, userId, how, departedAt) {
      const removed = await tx.delete(member).where(membership(communityId, userId)).returning({ userId: member.userId });
      if (removed.length === 0) return false;
      await tx
        .update(community)
        .set({ memberCount: sql`${community.memberCount} - 1` })
        .where(eq(community.id, communityId));
      await tx.execute(sql`
        delete from thread_member t using channel c
        where t.user_id = ${uuid('user', userId)} and c.id = t.channel_id and c.community_id = ${uuid('community', communityId)}`);
      const kind = DEPARTURE_CODES[how];
      await tx
        .insert(departure)
        .values({ communityId, userId, kind, departedAt })
        .onConflictDoUpdate({ target: [departure.communityId, departure.userId], set: { kind, departedAt } });
      return true;
    },

    async ban({ communityId, userId, ...facts }) {
      await tx
        .insert(ban)
        .values({ communityId, userId, ...facts })
        .onConflictDoUpdate({ target: [ban.communityId, ban.userId], set: facts });
    },

    async scheduleSweep({ communityId, userId, actorId, since, until }) {
      await tx.execute(sql`
        insert into message_sweep (community_id, user_id, actor_id, since, until)
        values (${uuid('community', communityId)}, ${uuid('user', userId)}, ${uuid('user', actorId)}, ${instantOf(since)}, ${instantOf(until)})`);
    },

    async unban(communityId, userId) {
      return (await tx.delete(ban).where(banOf(communityId, userId)).returning()).length > 0;
    },

    async findBan(communityId, userId, now) {
      const [row] = await tx
        .select()
        .from(ban)
        .where(and(banOf(communityId, userId), or(isNull(ban.until), gt(ban.until, now))));
      return row;
    },
  };
}
