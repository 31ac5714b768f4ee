import { pageOf } from '@veza/kernel';
import type { Database } from '@veza/postgres';
import { asc, inArray, sql } from 'drizzle-orm';
import type { CommunityReader, JoinPlace } from '../../application/ports/community.ts';
import type { Slice } from '../../application/slice.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { CommunityId, Role } from '../../domain/community.ts';
import { communityPermissions, permissionNames } from '../../domain/permissions.ts';
import { communityAccessColumns, type CommunityAccessRow, communityAccessTables, toCommunityAccess } from './community-access-rows.ts';
import { keyset } from '../keyset.ts';
import { idOf, uuid, uuids } from '../sql-ids.ts';
import { role } from '../tables.ts';

interface MemberRow extends Record<string, unknown> {
  readonly user_id: string;
  readonly nickname: string | null;
  readonly joined_at: string;
  readonly is_owner: boolean;
}

/** Communities, members, roles and channel lists from Postgres. */
export function postgresCommunityReader(database: Database): CommunityReader {
  const rolesOf = async (communityIds: readonly CommunityId[]) => {
    const rows = await database
      .select()
      .from(role)
      .where(inArray(role.communityId, [...communityIds]))
      .orderBy(asc(role.communityId), asc(role.position));
    return grouped(rows, (row: Role) => row.communityId);
  };

  return {
    rolesOf,

    async findIdBySlug(slug) {
      const [row] = await database.execute<{ id: string }>(sql`select id from community where slug = ${slug}::citext`);
      return row && idOf('community', row.id);
    },

    async listJoined(viewerId, slice) {
      const { condition, order } = keyset(slice, [sql`m.joined_at`, sql`m.community_id`], ({ joinedAt, id }) => [
        instant(joinedAt),
        uuid('community', id),
      ]);
      const rows = await database.execute<CommunityAccessRow>(sql`
        select ${communityAccessColumns} from ${communityAccessTables}
        where m.user_id = ${uuid('user', viewerId)} and ${condition} order by ${order} limit ${slice.size + 1}`);
      return pageOf(rows.map(toCommunityAccess), flags(slice));
    },

    async listMembers(communityId, slice) {
      const { condition, order } = keyset(slice, [sql`m.joined_at`, sql`m.user_id`], ({ joinedAt, id }) => [
        instant(joinedAt),
        uuid('user', id),
      ]);
      const [rows, roles] = await Promise.all([
        database.execute<MemberRow>(sql`
          select m.user_id, m.nickname, m.joined_at, m.user_id = k.owner_id as is_owner from member m join community k on k.id = m.community_id
          where m.community_id = ${uuid('community', communityId)} and ${condition} order by ${order} limit ${slice.size + 1}`),
        rolesOf([communityId]).then((byCommunity) => byCommunity.get(communityId) ?? []),
      ]);
      const everyone = roles[0]?.permissions ?? 0n;
      const members = rows.map((row) => ({
        communityId,
        userId: idOf('user', row.user_id),
        nickname: row.nickname,
        joinedAt: new Date(row.joined_at),
        roles,
        permissions: permissionNames(communityPermissions({ isOwner: row.is_owner, everyone, roles: [], isTimedOut: false })),
      }));
      return pageOf(members, flags(slice));
    },

    async channelsOf(communityIds) {
      const rows = await database.execute<{ id: string; community_id: string }>(sql`
        select id, community_id from channel
        where community_id = any(${uuids('community', communityIds)}) and deleted_at is null order by community_id, position, id`);
      const channels = rows.map((row) => ({ communityId: idOf('community', row.community_id), id: idOf('channel', row.id) }));
      const byCommunity = grouped(channels, ({ communityId }) => communityId);
      return new Map(Array.from(byCommunity, ([id, list]): [CommunityId, readonly ChannelId[]] => [id, list.map((one) => one.id)]));
    },

    async findRoles(roleIds) {
      const rows = await database
        .select()
        .from(role)
        .where(inArray(role.id, [...roleIds]));
      return new Map(rows.map((row) => [row.id, row]));
    },
  };
}

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/** The same slice as `pageOf` wants it, which only looks at whether a bound is there. */
function flags<Id extends string>({ direction, size, after, before }: Slice<JoinPlace<Id>>) {
  return { direction, size, after: after?.id, before: before?.id };
}

function grouped<T, Key>(items: readonly T[], keyOf: (item: T) => Key): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
