import type { Clock } from '@veza/kernel';
import { type Database, uuid, uuids } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { UnreadReader } from '../../application/ports/message.ts';
import { notificationLevelOf } from '../../domain/channel-notifications.ts';
import { grouped } from '../grouped.ts';
import { idOf } from '../id-columns.ts';
import { levelAt } from '../notification/notification-columns.ts';

interface CountRow extends Record<string, unknown> {
  readonly channel_id: string;
  readonly unread: number;
  readonly mentions: number;
  readonly level: number;
}

/**
 * Counters from heads and read marks: nothing is written per recipient, so a busy channel costs its readers nothing until they ask. In threads
 * that the person has not joined only messages that name them count.
 */
export function postgresUnreadReader({ database, clock }: { readonly database: Database; readonly clock: Clock }): UnreadReader {
  return {
    async count(userId, channelIds) {
      if (channelIds.length === 0) return new Map();
      const user = uuid('user', userId);
      const rows = await database.execute<CountRow>(sql`
        select h.channel_id, ${levelAt(clock())} as level,
          case when mark.is_followed then (h.last_msg_no - mark.msg_no - (
            select count(*) from message m where m.channel_id = h.channel_id and m.msg_no > mark.msg_no and m.deleted_at is not null))::int
          else 0 end as unread,
          (select count(*) from (
            select n.msg_no from mention n where n.user_id = ${user} and n.channel_id = h.channel_id and n.msg_no > mark.msg_no
            union
            select b.msg_no from broadcast_mention b
            where mark.is_followed and b.channel_id = h.channel_id and b.msg_no > mark.msg_no and (
              b.role_id = c.community_id or exists (select from member_role g where g.role_id = b.role_id and g.user_id = ${user}))) called)::int as mentions
        from channel_head h
          join channel c on c.id = h.channel_id
          left join read_state r on r.user_id = ${user} and r.channel_id = h.channel_id
          left join channel_notification t on t.user_id = ${user} and t.channel_id = h.channel_id
          cross join lateral (
            select coalesce(r.last_read_msg_no, 0) as msg_no, c.parent_id is null or exists (
              select from thread_member j where j.channel_id = c.id and j.user_id = ${user}) as is_followed) mark
        where h.channel_id = any(${uuids('channel', channelIds)})`);
      return new Map(
        rows.map(({ channel_id: id, unread, mentions, level }) => [
          idOf('channel', id),
          { unread, mentions, level: notificationLevelOf(level) },
        ]),
      );
    },

    async joinedThreads(userId, communityIds) {
      const rows = await database.execute<{ id: string; community_id: string }>(sql`
        select c.id, c.community_id from thread_member j join channel c on c.id = j.channel_id and c.deleted_at is null
        where j.user_id = ${uuid('user', userId)} and c.community_id = any(${uuids('community', communityIds)})`);
      const byCommunity = grouped(rows, (row) => idOf('community', row.community_id));
      return new Map(Array.from(byCommunity, ([id, threads]) => [id, threads.map((thread) => idOf('channel', thread.id))]));
    },
  };
}
