import { instantOf, type Transaction, uuid } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { ThreadWriter } from '../../application/ports/thread.ts';
import { CHANNEL_KIND_CODES } from '../../domain/channel.ts';
import { idOf } from '../id-columns.ts';
import { isArchivedAt } from './postgres-thread-reader.ts';

/** Threads within one transaction. */
export function postgresThreadWriter(tx: Transaction): ThreadWriter {
  return {
    async findGrown(parentId, messageId) {
      const [row] = await tx.execute<{ id: string }>(sql`
        select id from channel
        where parent_id = ${uuid('channel', parentId)} and source_message_id = ${uuid('message', messageId)} and deleted_at is null`);
      return row && idOf('channel', row.id);
    },

    async countActive(communityId, now) {
      const [row] = await tx.execute<{ active: number }>(sql`
        select count(*)::int as active from channel c join channel_head h on h.channel_id = c.id
        where c.community_id = ${uuid('community', communityId)} and c.parent_id is not null and c.deleted_at is null and not ${isArchivedAt(now)}`);
      return row?.active ?? 0;
    },

    async create({ id, communityId, name, thread }, createdAt) {
      const source = thread.sourceMessageId === null ? sql`null::uuid` : uuid('message', thread.sourceMessageId);
      const community = uuid('community', communityId);
      await tx.execute(sql`
        insert into channel (id, scope_id, community_id, kind, name, position, created_at, parent_id, source_message_id, creator_id, is_private,
          archive_after_s)
        values (${uuid('channel', id)}, ${community}, ${community}, ${CHANNEL_KIND_CODES.THREAD}, ${name}, 0, ${instantOf(createdAt)},
          ${uuid('channel', thread.parentId)}, ${source}, ${uuid('user', thread.creatorId)}, ${thread.isPrivate}, ${thread.archiveAfterSeconds})`);
      await tx.execute(sql`insert into channel_head (channel_id, scope_id) values (${uuid('channel', id)}, ${community})`);
    },

    async update(threadId, { name, isLocked, archiveAfterSeconds, isArchived, at }) {
      const state =
        isArchived === undefined
          ? sql``
          : isArchived
            ? sql`, archived_at = ${instantOf(at)}, archived_msg_no = (select last_msg_no from channel_head where channel_id = c.id)`
            : sql`, archived_at = null, archived_msg_no = null, opened_at = ${instantOf(at)}`;
      await tx.execute(sql`
        update channel c set name = ${name}, is_locked = ${isLocked}, archive_after_s = ${archiveAfterSeconds}${state}
        where c.id = ${uuid('channel', threadId)}`);
    },

    async addMember(threadId, userId, { at, limit }) {
      const [thread, user] = [uuid('channel', threadId), uuid('user', userId)];
      await tx.execute(sql`select from channel where id = ${thread} for update`);
      const [row] = await tx.execute<{ members: number; is_member: boolean }>(sql`
        select count(*)::int as members, coalesce(bool_or(user_id = ${user}), false) as is_member from thread_member where channel_id = ${thread}`);
      if (row?.is_member) return 'PRESENT';
      if ((row?.members ?? 0) >= limit) return 'FULL';
      await tx.execute(sql`insert into thread_member (channel_id, user_id, joined_at) values (${thread}, ${user}, ${instantOf(at)})`);
      await tx.execute(sql`
        insert into read_state (user_id, channel_id, last_read_msg_no)
        select ${user}, channel_id, last_msg_no from channel_head where channel_id = ${thread} on conflict do nothing`);
      return 'ADDED';
    },

    async removeMember(threadId, userId) {
      const removed = await tx.execute(sql`
        delete from thread_member where channel_id = ${uuid('channel', threadId)} and user_id = ${uuid('user', userId)} returning user_id`);
      return removed.length > 0;
    },
  };
}
