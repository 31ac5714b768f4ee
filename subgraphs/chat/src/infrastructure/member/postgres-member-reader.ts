import { type Clock, pageOf } from '@veza/kernel';
import { type Database, instantOf, uuid, uuids } from '@veza/postgres';
import { type SQL, sql } from 'drizzle-orm';
import type { MemberReader } from '../../application/ports/member.ts';
import type { Ban } from '../../domain/ban.ts';
import type { CommunityId, Member, Role } from '../../domain/community.ts';
import { communityPermissions, permissionNames } from '../../domain/permissions.ts';
import { openTimeOut, standingColumns, type StandingRow, standingTables, toStanding } from '../community/standing-rows.ts';
import { keyset } from '../keyset.ts';
import { idOf, optionalInstant } from '../id-columns.ts';

interface MemberRow extends StandingRow {
  readonly user_id: string;
  readonly nickname: string | null;
  readonly joined_at: string;
}

interface BanRow extends Record<string, unknown> {
  readonly user_id: string;
  readonly actor_id: string;
  readonly reason: string | null;
  readonly until: string | null;
  readonly created_at: string;
}

interface Dependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly rolesOf: (communityIds: readonly CommunityId[]) => Promise<ReadonlyMap<CommunityId, readonly Role[]>>;
}

/** Members and bans from Postgres. */
export function postgresMemberReader({ database, clock, rolesOf }: Dependencies): MemberReader {
  const read = async (communityId: CommunityId, condition: SQL, rest: SQL): Promise<readonly Member[]> => {
    const [rows, roles] = await Promise.all([
      database.execute<MemberRow>(sql`
        select m.user_id, m.nickname, m.joined_at, ${standingColumns} from ${standingTables} left join user_card u on u.user_id = m.user_id
        where m.community_id = ${uuid('community', communityId)} and ${condition} ${rest}`),
      rolesOf([communityId]),
    ]);
    const now = clock();
    return rows.map((row) => toMember(row, { communityId, roles: roles.get(communityId) ?? [], now }));
  };

  return {
    async list(communityId, search, slice) {
      const { condition, order } = keyset(slice, [sql`m.joined_at`, sql`m.user_id`], ({ joinedAt, id }) => [
        instantOf(joinedAt),
        uuid('user', id),
      ]);
      const members = await read(
        communityId,
        sql`${search === null ? sql`true` : startsWith(search)} and ${condition}`,
        sql`order by ${order} limit ${slice.size + 1}`,
      );
      return pageOf(members, { ...slice, after: slice.after?.id, before: slice.before?.id });
    },

    async find(communityId, userIds) {
      const members = await read(communityId, sql`m.user_id = any(${uuids('user', userIds)})`, sql``);
      return new Map(members.map((member) => [member.userId, member]));
    },

    async listBans(communityId, slice) {
      const { condition, order } = keyset(
        slice,
        [sql`b.created_at`, sql`b.user_id`],
        ({ createdAt, userId }) => [instantOf(createdAt), uuid('user', userId)],
        'descending',
      );
      const rows = await database.execute<BanRow>(sql`
        select b.user_id, b.actor_id, b.reason, b.until, b.created_at from ban b
        where b.community_id = ${uuid('community', communityId)} and (b.until is null or b.until > ${instantOf(clock())}) and ${condition}
        order by ${order} limit ${slice.size + 1}`);
      return pageOf(
        rows.map((row) => toBan(row, communityId)),
        { ...slice, after: slice.after?.userId, before: slice.before?.userId },
      );
    },
  };
}

/** Literal text: its wildcards mean themselves. */
function startsWith(search: string): SQL {
  const pattern = `${search.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql`(lower(m.nickname) like ${pattern} or lower(u.display_name) like ${pattern} or lower(u.username) like ${pattern})`;
}

function toMember(
  row: MemberRow,
  { communityId, roles, now }: { readonly communityId: CommunityId; readonly roles: readonly Role[]; readonly now: Date },
): Member {
  const held = new Set(row.roles.map(({ id }) => idOf('role', id)));
  return {
    communityId,
    userId: idOf('user', row.user_id),
    nickname: row.nickname,
    joinedAt: new Date(row.joined_at),
    roles: roles.filter(({ id, position }) => position === 0 || held.has(id)),
    permissions: permissionNames(communityPermissions(toStanding(row, now))),
    timedOutUntil: openTimeOut(row, now),
  };
}

function toBan(row: BanRow, communityId: CommunityId): Ban {
  return {
    communityId,
    userId: idOf('user', row.user_id),
    actorId: idOf('user', row.actor_id),
    reason: row.reason,
    until: optionalInstant(row.until),
    createdAt: new Date(row.created_at),
  };
}
