import { type SQL, sql } from 'drizzle-orm';
import { channelKindOf } from '../../domain/channel.ts';
import type { ChannelAccess, LogHead } from '../../domain/channel-access.ts';
import { channelPermissions } from '../../domain/permissions.ts';
import { idOf, optionalIdOf } from '../id-columns.ts';
import { threadColumn, type ThreadRow, toThread } from '../thread/thread-columns.ts';
import {
  openTimeOut,
  overwriteColumn,
  type OverwriteRow,
  standingColumns,
  type StandingRow,
  standingTables,
  toOverwrite,
  toStanding,
} from './standing-rows.ts';

/** A channel joined with one membership in its community. */
export interface ChannelAccessRow extends StandingRow {
  readonly user_id: string;
  readonly id: string;
  readonly community_id: string;
  readonly category_id: string | null;
  readonly kind: number;
  readonly name: string;
  readonly topic: string | null;
  readonly position: number;
  readonly slow_mode_s: number;
  readonly parent_kind: number | null;
  readonly thread: ThreadRow | null;
  readonly has_joined: boolean;
  readonly overwrites: readonly OverwriteRow[];
  readonly log_epoch: string;
  readonly last_seq: string | null;
  readonly last_msg_no: string | null;
}

/**
 * The standing of each of these people in each of these channels, one row a pair, in one snapshot. Whoever is no member has none.
 * What a thread's parent says counts in the thread. Standings are worked out first and apart: planned as one join, the plan would take longer than the reading.
 */
export function channelAccessQuery(userIds: SQL, channelIds: SQL, deleted: 'without' | 'with' = 'without'): SQL {
  return sql`
    with standing as materialized (
      select m.community_id, m.user_id, ${standingColumns} from ${standingTables}
      where m.user_id = any(${userIds}) and m.community_id in (select community_id from channel where id = any(${channelIds})))
    select c.id, c.community_id, c.category_id, c.kind, c.name, c.topic, c.position, coalesce(p.slow_mode_s, c.slow_mode_s) as slow_mode_s,
      p.kind as parent_kind, ${threadColumn} as thread, exists (
        select from thread_member t where t.channel_id = c.id and t.user_id = st.user_id) as has_joined,
      st.user_id, st.access_epoch, st.is_owner, st.everyone, st.timed_out_until, st.roles, ${overwriteColumn},
      (select log_epoch from log_origin) as log_epoch, h.last_seq, h.last_msg_no
    from channel c
      join standing st on st.community_id = c.community_id
      left join channel p on p.id = c.parent_id
      left join channel_head h on h.channel_id = c.id
    where c.id = any(${channelIds}) and ${deleted === 'with' ? sql`true` : sql`c.deleted_at is null`}`;
}

/** A row as the domain has it. */
export function toChannelAccess(row: ChannelAccessRow, now: Date): ChannelAccess {
  const kind = channelKindOf(row.kind);
  const thread = row.thread && toThread(row.thread);
  return {
    channel: {
      id: idOf('channel', row.id),
      communityId: idOf('community', row.community_id),
      categoryId: optionalIdOf('channel', row.category_id),
      kind,
      name: row.name,
      topic: row.topic,
      position: row.position,
      slowModeSeconds: row.slow_mode_s,
      ...(thread && { thread }),
    },
    accessEpoch: Number(row.access_epoch),
    permissions: channelPermissions(toStanding(row, now), {
      isAnnouncement: channelKindOf(row.parent_kind ?? row.kind) === 'ANNOUNCEMENT',
      overwrites: row.overwrites.map((overwrite) => toOverwrite(overwrite, row.community_id)),
      ...(thread && { thread: { ...thread, isMember: row.has_joined } }),
    }),
    roleIds: row.roles.map(({ id }) => idOf('role', id)),
    timedOutUntil: openTimeOut(row, now),
    hasJoined: row.has_joined,
    isBlocked: false,
    head: toHead(row),
  };
}

function toHead(row: ChannelAccessRow): LogHead | null {
  if (row.last_seq === null) return null;
  return { logEpoch: row.log_epoch, lastSeq: Number(row.last_seq), lastMessageNumber: Number(row.last_msg_no) };
}
