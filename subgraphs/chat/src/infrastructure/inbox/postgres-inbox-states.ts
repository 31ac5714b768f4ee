import type { Clock } from '@veza/kernel';
import { type Database, instantOf, uuid, uuids } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { InboxStateReader } from '../../application/ports/inbox.ts';
import { NOTIFICATION_LEVEL_CODES } from '../../domain/channel-notifications.ts';
import { idOf } from '../id-columns.ts';
import { levelAt } from '../notification/notification-columns.ts';

/** Newest messages of a channel that call many, of which those since the last look are told. */
const NEWEST_CALLS = 100;

interface MoveRow extends Record<string, unknown> {
  readonly user_id: string;
  readonly channel_id: string;
  readonly version: string;
}

interface CallRow extends Record<string, unknown> {
  readonly user_id: string;
  readonly channel_id: string;
  readonly message_id: string;
  readonly is_everyone: boolean;
  readonly created_at: string;
}

/**
 * States of inboxes, for any number of people at once. Heads are read once for each place that any of them belongs to; people are joined only to
 * those that moved.
 */
export function postgresInboxStates({ database, clock }: { readonly database: Database; readonly clock: Clock }): InboxStateReader {
  return {
    async movedSince(userIds, since) {
      const [users, from] = [uuids('user', userIds), instantOf(since)];
      const rows = await database.execute<MoveRow>(sql`
        with belonging as materialized (select community_id, user_id from member where user_id = any(${users})),
        head as materialized (
          select c.community_id, h.channel_id, c.parent_id is not null as is_thread from channel c join channel_head h on h.channel_id = c.id
          where c.community_id = any (array(select distinct community_id from belonging)) and c.deleted_at is null and h.last_message_at >= ${from}),
        moved as (
          select b.user_id, h.channel_id from head h join belonging b using (community_id)
          where not h.is_thread or exists (select from thread_member j where j.channel_id = h.channel_id and j.user_id = b.user_id)
          union
          select p.user_id, p.channel_id from participant p join channel_head h using (channel_id)
          where p.user_id = any(${users}) and h.last_message_at >= ${from}
          union
          select r.user_id, r.channel_id from read_state r where r.user_id = any(${users}) and r.moved_at >= ${from}
          union
          select t.user_id, t.channel_id from channel_notification t where t.user_id = any(${users}) and t.changed_at >= ${from})
        select m.user_id, m.channel_id, concat_ws(' ', h.last_msg_no, r.last_read_msg_no, t.level, t.is_muted, t.muted_until) as version
        from moved m join channel_head h using (channel_id)
          left join read_state r on r.user_id = m.user_id and r.channel_id = m.channel_id
          left join channel_notification t on t.user_id = m.user_id and t.channel_id = m.channel_id`);
      return rows.map((row) => ({ userId: idOf('user', row.user_id), channelId: idOf('channel', row.channel_id), version: row.version }));
    },

    async broadcastsSince(userIds, channelIds, since) {
      const rows = await database.execute<CallRow>(sql`
        with called as materialized (
          select c.id as channel_id, c.community_id, m.msg_no, m.id as message_id, m.author_id, m.created_at, b.role_ids
          from channel c
            cross join lateral (
              select n.msg_no, array_agg(n.role_id) as role_ids from broadcast_mention n
              where n.channel_id = c.id group by n.msg_no order by n.msg_no desc limit ${NEWEST_CALLS}) b
            join message m on m.channel_id = c.id and m.msg_no = b.msg_no
          where c.id = any(${uuids('channel', channelIds)}) and m.created_at >= ${instantOf(since)} and m.deleted_at is null)
        select u.user_id, k.channel_id, k.message_id, k.community_id = any(k.role_ids) as is_everyone, k.created_at
        from called k join member u on u.community_id = k.community_id and u.user_id = any(${uuids('user', userIds)})
          left join channel_notification t on t.user_id = u.user_id and t.channel_id = k.channel_id
        where u.user_id <> k.author_id and ${levelAt(clock())} <> ${NOTIFICATION_LEVEL_CODES.NONE}
          and (k.community_id = any(k.role_ids) or exists (
            select from member_role g where g.community_id = k.community_id and g.user_id = u.user_id and g.role_id = any(k.role_ids)))
          and not exists (select from mention n where n.user_id = u.user_id and n.channel_id = k.channel_id and n.msg_no = k.msg_no)
          and not exists (
            select from block b where b.is_active and (
              b.blocker_id = u.user_id and b.blocked_id = k.author_id or b.blocker_id = k.author_id and b.blocked_id = u.user_id))
        order by k.created_at, k.message_id`);
      return rows.map((row) => ({
        userId: idOf('user', row.user_id),
        channelId: idOf('channel', row.channel_id),
        messageId: idOf('message', row.message_id),
        cause: row.is_everyone ? 'EVERYONE' : 'ROLE',
        sentAt: new Date(row.created_at),
      }));
    },

    async communityName(communityId) {
      const [row] = await database.execute<{ name: string }>(sql`select name from community where id = ${uuid('community', communityId)}`);
      return row && { id: communityId, name: row.name };
    },
  };
}
