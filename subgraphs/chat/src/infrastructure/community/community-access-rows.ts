import { type SQL, sql } from 'drizzle-orm';
import type { CommunityAccess } from '../../domain/channel-access.ts';
import { communityPermissions } from '../../domain/permissions.ts';
import { idOf } from '../id-columns.ts';
import { openTimeOut, rankOf, standingColumns, type StandingRow, toStanding } from './standing-rows.ts';

/** A community joined with one membership. */
export interface CommunityAccessRow extends StandingRow {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly description: string | null;
  readonly owner_id: string;
  readonly member_count: number;
  readonly joined_at: string;
  readonly nickname: string | null;
  readonly log_epoch: string;
  readonly last_seq: string;
}

/** What is read of `standingTables`. */
export const communityAccessColumns: SQL = sql`
  k.id, k.name, k.slug, k.description, k.owner_id, k.member_count, m.joined_at, m.nickname, k.last_seq,
  (select log_epoch from log_origin) as log_epoch, ${standingColumns}`;

/** A row as the domain has it. */
export function toCommunityAccess(row: CommunityAccessRow, now: Date): CommunityAccess {
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
    isOwner: row.is_owner,
    rank: rankOf(row),
    roleIds: row.roles.map(({ id }) => idOf('role', id)),
    timedOutUntil: openTimeOut(row, now),
    head: { logEpoch: row.log_epoch, lastSeq: Number(row.last_seq) },
    permissions: communityPermissions(toStanding(row, now)),
  };
}
