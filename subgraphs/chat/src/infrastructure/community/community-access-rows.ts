import { type SQL, sql } from 'drizzle-orm';
import type { CommunityAccess } from '../../domain/channel-access.ts';
import { communityPermissions } from '../../domain/permissions.ts';
import { idOf } from '../sql-ids.ts';

/** A community joined with one membership; `bigint` columns arrive as text. */
export interface CommunityAccessRow extends Record<string, unknown> {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly description: string | null;
  readonly owner_id: string;
  readonly member_count: number;
  readonly access_epoch: string;
  readonly member_id: string;
  readonly joined_at: string;
  readonly nickname: string | null;
  readonly everyone: string;
}

/** What is read of `communityAccessTables`. */
export const communityAccessColumns: SQL = sql`
  k.id, k.name, k.slug, k.description, k.owner_id, k.member_count, s.access_epoch, m.user_id as member_id, m.joined_at, m.nickname,
  r.permissions as everyone`;

/** Memberships `m` with their community `k`, its scope `s` and its everyone-role `r`. */
export const communityAccessTables: SQL = sql`
  member m join community k on k.id = m.community_id join scope s on s.id = k.id join role r on r.id = k.id`;

/** A row as the domain has it. */
export function toCommunityAccess(row: CommunityAccessRow): CommunityAccess {
  const standing = { isOwner: row.owner_id === row.member_id, everyone: BigInt(row.everyone), roles: [], isTimedOut: false };
  return {
    community: {
      id: idOf('community', row.id),
      name: row.name,
      slug: row.slug,
      description: row.description,
      ownerId: idOf('user', row.owner_id),
      memberCount: row.member_count,
    },
    accessEpoch: Number(row.access_epoch),
    joinedAt: new Date(row.joined_at),
    nickname: row.nickname,
    permissions: communityPermissions(standing),
  };
}
