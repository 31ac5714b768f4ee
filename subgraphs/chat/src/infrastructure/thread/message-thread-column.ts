import { type SQL, sql } from 'drizzle-orm';
import type { Channel } from '../../domain/channel.ts';
import { idOf } from '../id-columns.ts';
import { threadColumn, type ThreadRow, toThread } from './thread-columns.ts';

/** The thread that grew from a message. */
export interface MessageThreadRow {
  readonly id: string;
  readonly community_id: string;
  readonly name: string;
  readonly slow_mode_s: number;
  readonly thread: ThreadRow;
}

/** The `MessageThreadRow` of `message m`; null where none grew from it. */
export const messageThreadColumn: SQL = sql`
  (select jsonb_build_object('id', c.id, 'community_id', c.community_id, 'name', c.name, 'slow_mode_s', p.slow_mode_s, 'thread', ${threadColumn})
   from channel c join channel_head h on h.channel_id = c.id join channel p on p.id = c.parent_id
   where c.parent_id = m.channel_id and c.source_message_id = m.id and c.deleted_at is null)`;

/** A row as the domain has it. */
export function toMessageThread({ id, community_id: communityId, name, slow_mode_s: slowModeSeconds, thread }: MessageThreadRow): Channel {
  return {
    id: idOf('channel', id),
    communityId: idOf('community', communityId),
    categoryId: null,
    kind: 'THREAD',
    name,
    topic: null,
    position: 0,
    slowModeSeconds,
    thread: toThread(thread),
  };
}
