import { pageOf } from '@veza/kernel';
import { type Queryable, uuid, uuids } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { MessageReader } from '../../application/ports/message.ts';
import type { MessageId } from '../../domain/message/message.ts';
import { messageColumns, type MessageRow, toMessageViews } from './message-rows.ts';
import { keyset } from '../keyset.ts';
import { idOf } from '../id-columns.ts';

/** Messages from Postgres, any number in one or two statements. */
export function postgresMessageReader(queryable: Queryable): MessageReader {
  return {
    async findMany(ids, channelId) {
      if (ids.length === 0) return new Map();
      const place = channelId === undefined ? sql`true` : sql`m.channel_id = ${uuid('channel', channelId)}`;
      const rows = await queryable.execute<MessageRow>(sql`
        select ${messageColumns} from message m where m.id = any(${uuids('message', ids)}) and ${place}`);
      return new Map((await toMessageViews(queryable, rows)).map((message) => [message.id, message]));
    },

    async findByNonce({ channelId, authorId, nonce }) {
      const rows = await queryable.execute<MessageRow>(sql`
        select ${messageColumns} from message m
        where m.channel_id = ${uuid('channel', channelId)} and m.author_id = ${uuid('user', authorId)} and m.nonce = ${nonce}`);
      return (await toMessageViews(queryable, rows))[0];
    },

    async list(channelId, slice) {
      const { condition, order } = keyset(slice, [sql`m.msg_no`], (number) => [sql`${number}::bigint`]);
      const rows = await queryable.execute<MessageRow>(sql`
        select ${messageColumns} from message m
        where m.channel_id = ${uuid('channel', channelId)} and ${condition} order by ${order} limit ${slice.size + 1}`);
      return pageOf(await toMessageViews(queryable, rows), { ...slice, after: slice.after?.toString(), before: slice.before?.toString() });
    },

    async listPinned(channelId) {
      const rows = await queryable.execute<MessageRow>(sql`
        select ${messageColumns} from message m
        where m.channel_id = ${uuid('channel', channelId)} and m.pinned_at is not null order by m.msg_no`);
      return toMessageViews(queryable, rows);
    },

    async reactedBy(userId, ids) {
      const rows = await queryable.execute<{ message_id: string; emoji: string }>(sql`
        select r.message_id, r.emoji from message m join reaction r on r.channel_id = m.channel_id and r.message_id = m.id
        where m.id = any(${uuids('message', ids)}) and r.user_id = ${uuid('user', userId)}`);
      const reacted = new Map<MessageId, Set<string>>(ids.map((id) => [id, new Set()]));
      for (const { message_id: messageId, emoji } of rows) reacted.get(idOf('message', messageId))?.add(emoji);
      return reacted;
    },
  };
}
