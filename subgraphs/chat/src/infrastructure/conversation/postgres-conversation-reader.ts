import { pageOf } from '@veza/kernel';
import { type Database, instantOf, uuid, uuids } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { ConversationReader } from '../../application/ports/conversation.ts';
import { grouped } from '../grouped.ts';
import { idOf } from '../id-columns.ts';
import { keyset } from '../keyset.ts';
import { conversationColumns, conversationTables, type ConversationAccessRow, toConversationAccess } from './conversation-access-rows.ts';
import { dmKey } from './dm-key.ts';

/** Conversations from Postgres. */
export function postgresConversationReader(database: Database): ConversationReader {
  return {
    async participants(channelIds) {
      const rows = await database.execute<{ channel_id: string; user_id: string }>(sql`
        select channel_id, user_id from participant where channel_id = any(${uuids('channel', channelIds)}) order by channel_id, joined_at, user_id`);
      const people = rows.map((row) => ({ channelId: idOf('channel', row.channel_id), userId: idOf('user', row.user_id) }));
      const byChannel = grouped(people, ({ channelId }) => channelId);
      return new Map(Array.from(byChannel, ([channelId, list]) => [channelId, list.map(({ userId }) => userId)]));
    },

    async list(viewerId, slice) {
      const activeAt = sql`coalesce(h.last_message_at, c.created_at)`;
      const valuesOf = (place: { readonly activeAt: Date; readonly id: `channel_${string}` }) => [
        instantOf(place.activeAt),
        uuid('channel', place.id),
      ];
      const { condition, order } = keyset(slice, [activeAt, sql`c.id`], valuesOf, 'descending');
      const rows = await database.execute<ConversationAccessRow & { active_at: string }>(sql`
        select ${conversationColumns}, ${activeAt} as active_at from ${conversationTables}
        where p.user_id = ${uuid('user', viewerId)} and ${condition} order by ${order} limit ${slice.size + 1}`);
      const conversations = rows.map((row) => ({ access: toConversationAccess(row), activeAt: new Date(row.active_at) }));
      return pageOf(conversations, { ...slice, after: slice.after?.id, before: slice.before?.id });
    },

    async find(people) {
      const [row] = await database.execute<{ id: string }>(sql`select id from channel where dm_key = ${dmKey(people)}`);
      return row && idOf('channel', row.id);
    },
  };
}
