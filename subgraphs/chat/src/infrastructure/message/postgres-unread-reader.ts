import { type Database, uuid, uuids } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { UnreadReader } from '../../application/ports/message.ts';
import { idOf } from '../id-columns.ts';

/** Counters from heads and read marks: nothing is written per recipient, so a busy channel costs its readers nothing until they ask. In threads messages count for members only. */
export function postgresUnreadReader(database: Database): UnreadReader {
  return {
    async count(userId, channelIds) {
      if (channelIds.length === 0) return new Map();
      const rows = await database.execute<{ channel_id: string; unread: number; mentions: number }>(sql`
        select h.channel_id,
          case when c.parent_id is not null and not exists (
            select from thread_member t where t.channel_id = c.id and t.user_id = ${uuid('user', userId)}) then 0
          else (h.last_msg_no - mark.msg_no - (
            select count(*) from message m where m.channel_id = h.channel_id and m.msg_no > mark.msg_no and m.deleted_at is not null))::int end as unread,
          (select count(*) from (
            select n.msg_no from mention n
            where n.user_id = ${uuid('user', userId)} and n.channel_id = h.channel_id and n.msg_no > mark.msg_no
            union
            select b.msg_no from broadcast_mention b
            where b.channel_id = h.channel_id and b.msg_no > mark.msg_no and (
              b.role_id = c.community_id
              or exists (select from member_role g where g.role_id = b.role_id and g.user_id = ${uuid('user', userId)}))) called)::int as mentions
        from channel_head h
          join channel c on c.id = h.channel_id
          left join read_state r on r.user_id = ${uuid('user', userId)} and r.channel_id = h.channel_id
          cross join lateral (select coalesce(r.last_read_msg_no, 0) as msg_no) mark
        where h.channel_id = any(${uuids('channel', channelIds)})`);
      return new Map(rows.map((row) => [idOf('channel', row.channel_id), { unread: row.unread, mentions: row.mentions }]));
    },
  };
}
