import { type SQL, sql } from 'drizzle-orm';
import type { Thread } from '../../domain/thread.ts';
import { idOf, optionalIdOf, optionalInstant } from '../id-columns.ts';

/** What makes a channel a thread, as Postgres tells it; null for other channels. */
export interface ThreadRow {
  readonly parent_id: string;
  readonly source_message_id: string | null;
  readonly creator_id: string;
  readonly is_private: boolean;
  readonly is_locked: boolean;
  readonly archive_after_s: number;
  readonly closed_at: string | null;
  readonly last_active_at: string;
}

/** When a thread, channel `c` with head `h`, was archived by hand, unless somebody wrote in it since. */
export const closedAtColumn: SQL = sql`case when c.archived_msg_no >= h.last_msg_no then c.archived_at end`;

/** The last message, the making or the reopening by hand of a thread, channel `c` with head `h`. */
export const lastActiveColumn: SQL = sql`greatest(coalesce(h.last_message_at, c.created_at), c.opened_at)`;

/** The `ThreadRow` of channel `c` with head `h`. */
export const threadColumn: SQL = sql`
  case when c.parent_id is not null then jsonb_build_object(
    'parent_id', c.parent_id, 'source_message_id', c.source_message_id, 'creator_id', c.creator_id, 'is_private', c.is_private,
    'is_locked', c.is_locked, 'archive_after_s', c.archive_after_s, 'closed_at', ${closedAtColumn}, 'last_active_at', ${lastActiveColumn}) end`;

/** A row as the domain has it. */
export function toThread(row: ThreadRow): Thread {
  return {
    parentId: idOf('channel', row.parent_id),
    sourceMessageId: optionalIdOf('message', row.source_message_id),
    creatorId: idOf('user', row.creator_id),
    isPrivate: row.is_private,
    isLocked: row.is_locked,
    archiveAfterSeconds: row.archive_after_s,
    closedAt: optionalInstant(row.closed_at),
    lastActiveAt: new Date(row.last_active_at),
  };
}
