import { type Clock, pageOf, type Slice } from '@veza/kernel';
import { type Database, instantOf, uuid, uuids } from '@veza/postgres';
import { asc, inArray, type SQL, sql } from 'drizzle-orm';
import type { CommunityReader, JoinPlace } from '../../application/ports/community.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { CommunityId, Role } from '../../domain/community.ts';
import type { Invite } from '../../domain/invite.ts';
import { communityAccessColumns, type CommunityAccessRow, toCommunityAccess } from './community-access-rows.ts';
import { standingTables } from './standing-rows.ts';
import { grouped } from '../grouped.ts';
import { keyset } from '../keyset.ts';
import { idOf, optionalInstant } from '../id-columns.ts';
import { role } from '../tables.ts';

interface InviteRow extends Record<string, unknown> {
  readonly code: string;
  readonly community_id: string;
  readonly uses: number;
  readonly max_uses: number | null;
  readonly expires_at: string | null;
}

/** Communities, members, roles and channel lists from Postgres. */
export function postgresCommunityReader({ database, clock }: { readonly database: Database; readonly clock: Clock }): CommunityReader {
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
      const [row] = await database.execute<{ id: string }>(
        sql`select id from community where slug = ${slug}::citext and deleted_at is null`,
      );
      return row && idOf('community', row.id);
    },

    async listJoined(viewerId, slice) {
      const { condition, order } = keyset(slice, [sql`m.joined_at`, sql`m.community_id`], ({ joinedAt, id }) => [
        instantOf(joinedAt),
        uuid('community', id),
      ]);
      const rows = await database.execute<CommunityAccessRow>(sql`
        select ${communityAccessColumns} from ${standingTables}
        where m.user_id = ${uuid('user', viewerId)} and ${condition} order by ${order} limit ${slice.size + 1}`);
      const now = clock();
      return pageOf(
        rows.map((row) => toCommunityAccess(row, now)),
        flags(slice),
      );
    },

    async channelsOf(communityIds) {
      const rows = await database.execute<{ id: string; community_id: string }>(sql`
        select id, community_id from channel
        where community_id = any(${uuids('community', communityIds)}) and parent_id is null and deleted_at is null order by community_id, position, id`);
      const channels = rows.map((row) => ({ communityId: idOf('community', row.community_id), id: idOf('channel', row.id) }));
      const byCommunity = grouped(channels, ({ communityId }) => communityId);
      return new Map(Array.from(byCommunity, ([id, list]): [CommunityId, readonly ChannelId[]] => [id, list.map((one) => one.id)]));
    },

    async listInvites(communityId, now, creatorId) {
      const rows = await database.execute<InviteRow>(sql`
        select i.code, i.community_id, i.uses, i.max_uses, i.expires_at from invite i
        where i.community_id = ${uuid('community', communityId)} and ${creatorId === undefined ? sql`true` : sql`i.creator_id = ${uuid('user', creatorId)}`}
          and ${openInvite(now)} order by i.created_at desc, i.code`);
      return rows.map(toInvite);
    },

    async previewInvite(code, now) {
      const [row] = await database.execute<InviteRow & { name: string; description: string | null; member_count: number }>(sql`
        select i.code, i.community_id, i.uses, i.max_uses, i.expires_at, k.name, k.description, k.member_count
        from invite i join community k on k.id = i.community_id and k.deleted_at is null
        where i.code = ${code} and ${openInvite(now)}`);
      return (
        row && {
          code: row.code,
          communityName: row.name,
          communityDescription: row.description,
          memberCount: row.member_count,
          expiresAt: optionalInstant(row.expires_at),
        }
      );
    },

    async communityOfInvite(code) {
      const [row] = await database.execute<{ community_id: string }>(sql`select community_id from invite where code = ${code}`);
      return row && idOf('community', row.community_id);
    },
  };
}

/** Invites `i` that are neither expired nor used up. */
function openInvite(now: Date): SQL {
  return sql`(i.max_uses is null or i.uses < i.max_uses) and (i.expires_at is null or i.expires_at > ${instantOf(now)})`;
}

function toInvite(row: InviteRow): Invite {
  return {
    code: row.code,
    communityId: idOf('community', row.community_id),
    uses: row.uses,
    maxUses: row.max_uses,
    expiresAt: optionalInstant(row.expires_at),
  };
}

/** The same slice as `pageOf` wants it, which only looks at whether a bound is there. */
function flags<Id extends string>({ direction, size, after, before }: Slice<JoinPlace<Id>>) {
  return { direction, size, after: after?.id, before: before?.id };
}
