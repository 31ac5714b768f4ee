import { instantOf, uuid } from '@veza/postgres';
import { type SQL, sql } from 'drizzle-orm';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import { EVENT_KIND_CODES } from '../../domain/event/channel-event.ts';

/** Messages of one channel to be deleted at once. */
export interface Deletion {
  readonly channelId: ChannelId;
  readonly actorId: UserId;
  readonly at: Date;
  /** Which messages `m` go, beside those that are gone already. */
  readonly condition: SQL;
  readonly limit: number;
  /** Epoch under which it was allowed; undefined = whatever it is. */
  readonly accessEpoch?: number;
}

/** What a deletion did. No row: the channel has no log, or permissions changed. */
export interface DeletionRow extends Record<string, unknown> {
  readonly deleted: number;
  readonly deleted_ids: readonly string[];
  /** Number of the log's last entry afterwards. */
  readonly last_seq: string;
  readonly access_epoch: string;
}

/**
 * Leaves tombstones of messages, each with its entry in the log: no content, moment, files, poll, mentions, reactions or pin. The lock of the channel's head
 * comes first, and then those of the messages, which are looked at again under it: numbers follow each other without a hole.
 */
export function deleteStatement({ channelId, actorId, at, condition, limit, accessEpoch }: Deletion): SQL {
  const channel = uuid('channel', channelId);
  const epoch = accessEpoch === undefined ? sql`true` : sql`s.access_epoch = ${accessEpoch}::bigint`;
  return sql`
    with head as (
      select h.last_seq, s.access_epoch from channel_head h join scope s on s.id = h.scope_id
      where h.channel_id = ${channel} and ${epoch} for update of h),
    chosen as (
      select m.id, m.msg_no from message m, head where m.channel_id = ${channel} and m.deleted_at is null and ${condition}
      order by m.msg_no limit ${limit} for update of m),
    victim as (select id, msg_no, row_number() over (order by msg_no) as place from chosen),
    gone as (
      update message m set content = '', deleted_at = ${instantOf(at)}, pinned_at = null, moment_track_id = null, moment_ms = null, has_attachment = false,
        version = version + 1
      from victim v where m.channel_id = ${channel} and m.msg_no = v.msg_no),
    unattached as (
      delete from attachment a using victim v where a.channel_id = ${channel} and a.message_id = v.id returning a.upload_id, a.message_id),
    released as (insert into released_upload (upload_id, message_id) select upload_id, message_id from unattached on conflict do nothing),
    named as (delete from mention n using victim v where n.channel_id = ${channel} and n.msg_no = v.msg_no),
    called as (delete from broadcast_mention b using victim v where b.channel_id = ${channel} and b.msg_no = v.msg_no),
    unasked as (delete from poll p using victim v where p.channel_id = ${channel} and p.message_id = v.id),
    reacted as (delete from reaction r using victim v where r.channel_id = ${channel} and r.message_id = v.id),
    counted as (delete from reaction_count r using victim v where r.channel_id = ${channel} and r.message_id = v.id),
    logged as (
      insert into channel_event (channel_id, seq, kind, message_id, actor_id, access_epoch, occurred_at)
      select ${channel}, head.last_seq + v.place, ${EVENT_KIND_CODES.MESSAGE_DELETED}::smallint, v.id, ${uuid('user', actorId)}, head.access_epoch,
        ${instantOf(at)}
      from victim v, head),
    moved as (
      update channel_head h set last_seq = head.last_seq + (select count(*) from victim)
      from head where h.channel_id = ${channel} and exists (select from victim))
    select (select count(*)::int from victim) as deleted,
      (select coalesce(jsonb_agg(id order by place), '[]') from victim) as deleted_ids, head.last_seq + (select count(*) from victim) as last_seq, head.access_epoch from head`;
}
