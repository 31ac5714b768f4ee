import { pageOf, type Slice } from '@veza/kernel';
import { type Database, instantOf, uuid, uuids } from '@veza/postgres';
import { type SQL, sql } from 'drizzle-orm';
import type { ThreadPlace, ThreadReader } from '../../application/ports/thread.ts';
import { idOf } from '../id-columns.ts';
import { keyset } from '../keyset.ts';
import { closedAtColumn, lastActiveColumn } from './thread-columns.ts';

/** Threads and their members from Postgres. */
export function postgresThreadReader(database: Database): ThreadReader {
  return {
    async list({ parentId, viewerId, seesAllPrivate, isArchived, now }, slice) {
      const valuesOf = (place: ThreadPlace) => [instantOf(place.createdAt), uuid('channel', place.id)];
      const { condition, order } = keyset(slice, [sql`c.created_at`, sql`c.id`], valuesOf, 'descending');
      const visible = sql`(${seesAllPrivate} or not c.is_private or exists (
        select from thread_member t where t.channel_id = c.id and t.user_id = ${uuid('user', viewerId)}))`;
      const rows = await database.execute<{ id: string; created_at: string }>(sql`
        select c.id, c.created_at from channel c join channel_head h on h.channel_id = c.id
        where c.parent_id = ${uuid('channel', parentId)} and c.deleted_at is null and ${visible} and ${isArchived} = ${isArchivedAt(now)}
          and ${condition} order by ${order} limit ${slice.size + 1}`);
      return pageOf(
        rows.map((row) => ({ id: idOf('channel', row.id), createdAt: new Date(row.created_at) })),
        flags(slice),
      );
    },

    async listMembers(threadId, slice) {
      const { condition, order } = keyset(slice, [sql`t.joined_at`, sql`t.user_id`], ({ joinedAt, id }) => [
        instantOf(joinedAt),
        uuid('user', id),
      ]);
      const rows = await database.execute<{ user_id: string; joined_at: string }>(sql`
        select t.user_id, t.joined_at from thread_member t
        where t.channel_id = ${uuid('channel', threadId)} and ${condition} order by ${order} limit ${slice.size + 1}`);
      return pageOf(
        rows.map((row) => ({ id: idOf('user', row.user_id), joinedAt: new Date(row.joined_at) })),
        flags(slice),
      );
    },

    async idsIn(viewerId, { all, seeingAllPrivate }) {
      const rows = await database.execute<{ id: string }>(sql`
        select c.id from channel c where c.parent_id = any(${uuids('channel', all)}) and c.deleted_at is null and (
          not c.is_private or c.parent_id = any(${uuids('channel', seeingAllPrivate)})
          or exists (select from thread_member t where t.channel_id = c.id and t.user_id = ${uuid('user', viewerId)}))`);
      return rows.map(({ id }) => idOf('channel', id));
    },
  };
}

/** Whether a thread, channel `c` with head `h`, is archived: `archivedAt` of the domain in SQL. */
export function isArchivedAt(now: Date): SQL {
  return sql`(${closedAtColumn} is not null or ${lastActiveColumn} + make_interval(secs => c.archive_after_s) <= ${instantOf(now)})`;
}

/** The same slice as `pageOf` wants it, which only looks at whether a bound is there. */
function flags<Place extends { readonly id: string }>({ direction, size, after, before }: Slice<Place>) {
  return { direction, size, after: after?.id, before: before?.id };
}
