import { uuids } from '@veza/postgres';
import { type SQL, sql } from 'drizzle-orm';
import { CHANNEL_KIND_CODES, type ChannelId, channelKindOf } from '../../domain/channel.ts';
import type { ChannelAccess } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { BLOCKED_PERMISSIONS, PARTICIPANT_PERMISSIONS } from '../../domain/permissions.ts';
import { idOf } from '../id-columns.ts';

/** A conversation joined with one of the people in it. */
export interface ConversationAccessRow extends Record<string, unknown> {
  readonly user_id: string;
  readonly id: string;
  readonly kind: number;
  readonly name: string | null;
  readonly access_epoch: string;
  readonly log_epoch: string;
  readonly last_seq: string;
  readonly last_msg_no: string;
  readonly is_blocked: boolean;
}

/** People `p` in conversations `c`, with the scope `s` and the head `h`. */
export const conversationTables: SQL = sql`
  participant p join channel c on c.id = p.channel_id and c.deleted_at is null
    join scope s on s.id = c.scope_id join channel_head h on h.channel_id = c.id`;

/** What is read of `conversationTables`. */
export const conversationColumns: SQL = sql`
  p.user_id, c.id, c.kind, c.name, s.access_epoch, (select log_epoch from log_origin) as log_epoch, h.last_seq, h.last_msg_no,
  c.kind = ${CHANNEL_KIND_CODES.DIRECT} and exists (
    select from participant o join block b on b.is_active and (
      b.blocker_id = p.user_id and b.blocked_id = o.user_id or b.blocker_id = o.user_id and b.blocked_id = p.user_id)
    where o.channel_id = c.id) as is_blocked`;

/** Each of these people in each of these conversations, one row a pair; whoever is in none has none. */
export function conversationAccessQuery(userIds: readonly UserId[], channelIds: readonly ChannelId[]): SQL {
  return sql`
    select ${conversationColumns} from ${conversationTables}
    where p.channel_id = any(${uuids('channel', channelIds)}) and p.user_id = any(${uuids('user', userIds)})`;
}

/** A row as the domain has it. */
export function toConversationAccess(row: ConversationAccessRow): ChannelAccess {
  return {
    channel: {
      id: idOf('channel', row.id),
      communityId: null,
      categoryId: null,
      kind: channelKindOf(row.kind),
      name: row.name,
      topic: null,
      position: 0,
      slowModeSeconds: 0,
    },
    accessEpoch: Number(row.access_epoch),
    permissions: row.is_blocked ? BLOCKED_PERMISSIONS : PARTICIPANT_PERMISSIONS,
    roleIds: [],
    timedOutUntil: null,
    isBlocked: row.is_blocked,
    head: { logEpoch: row.log_epoch, lastSeq: Number(row.last_seq), lastMessageNumber: Number(row.last_msg_no) },
  };
}
