import { type Transaction, uuids } from '@veza/postgres';
import { and, count, eq, isNotNull, sql } from 'drizzle-orm';
import type { MessageWriter } from '../../application/ports/message.ts';
import type { MessageView } from '../../domain/message/message.ts';
import { postgresMessageReader } from './postgres-message-reader.ts';
import { idOf } from '../id-columns.ts';
import { deleteStatement, type DeletionRow } from './delete-statement.ts';
import { message, reaction, reactionCount } from '../tables.ts';

/** Changes of messages within one transaction, under the lock of their channel's log. */
export function postgresMessageWriter(tx: Transaction): MessageWriter {
  const reader = postgresMessageReader(tx);
  const row = ({ channelId, messageNumber }: MessageView) => and(eq(message.channelId, channelId), eq(message.msgNo, messageNumber));
  const countOf = ({ channelId, id }: MessageView, emoji: string) =>
    and(eq(reactionCount.channelId, channelId), eq(reactionCount.messageId, id), eq(reactionCount.emoji, emoji));
  const nextVersion = sql`${message.version} + 1`;

  return {
    find: async (id, channelId) => (await reader.findMany([id], channelId)).get(id),

    async deleteMany(messageIds, { channelId, actorId, deletedAt, accessEpoch }) {
      const condition = sql`m.id = any(${uuids('message', messageIds)})`;
      const [row] = await tx.execute<DeletionRow>(
        deleteStatement({ channelId, actorId, at: deletedAt, condition, limit: messageIds.length, accessEpoch }),
      );
      if (!row) throw new Error(`channel ${channelId} vanished inside its transaction`);
      return { messageIds: row.deleted_ids.map((id) => idOf('message', id)), seq: Number(row.last_seq) };
    },

    async addReaction({ channelId, id: messageId }, { emoji, userId, at }) {
      const added = await tx.insert(reaction).values({ channelId, messageId, emoji, userId }).onConflictDoNothing().returning();
      if (added.length === 0) return false;
      await tx
        .insert(reactionCount)
        .values({ channelId, messageId, emoji, count: 1, firstAt: at })
        .onConflictDoUpdate({
          target: [reactionCount.channelId, reactionCount.messageId, reactionCount.emoji],
          set: { count: sql`${reactionCount.count} + 1` },
        });
      return true;
    },

    async removeReaction(about, { emoji, userId }) {
      const { channelId, id: messageId } = about;
      const mine = and(
        eq(reaction.channelId, channelId),
        eq(reaction.messageId, messageId),
        eq(reaction.emoji, emoji),
        eq(reaction.userId, userId),
      );
      const removed = await tx.delete(reaction).where(mine).returning();
      if (removed.length === 0) return false;
      const last = await tx
        .delete(reactionCount)
        .where(and(countOf(about, emoji), eq(reactionCount.count, 1)))
        .returning();
      if (last.length === 0)
        await tx
          .update(reactionCount)
          .set({ count: sql`${reactionCount.count} - 1` })
          .where(countOf(about, emoji));
      return true;
    },

    async setPinned(pinned, pinnedAt) {
      await tx.update(message).set({ pinnedAt, version: nextVersion }).where(row(pinned));
    },

    async countPinned(channelId) {
      const [row] = await tx
        .select({ pinned: count() })
        .from(message)
        .where(and(eq(message.channelId, channelId), isNotNull(message.pinnedAt)));
      return row?.pinned ?? 0;
    },
  };
}
