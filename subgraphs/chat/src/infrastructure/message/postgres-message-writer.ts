import type { Transaction } from '@veza/postgres';
import { and, count, eq, isNotNull, sql } from 'drizzle-orm';
import type { MessageWriter } from '../../application/ports/message.ts';
import type { MessageView } from '../../domain/message/message.ts';
import { postgresMessageReader } from './postgres-message-reader.ts';
import { uuid, uuids } from '../sql-ids.ts';
import { mention, message, reaction, reactionCount } from '../tables.ts';

/** Changes of messages within one transaction, under the lock of their channel's log. */
export function postgresMessageWriter(tx: Transaction): MessageWriter {
  const reader = postgresMessageReader(tx);
  const row = ({ channelId, messageNumber }: MessageView) => and(eq(message.channelId, channelId), eq(message.msgNo, messageNumber));
  const dropMentions = ({ channelId, messageNumber }: MessageView) =>
    tx.delete(mention).where(and(eq(mention.channelId, channelId), eq(mention.msgNo, messageNumber)));
  const countOf = ({ channelId, id }: MessageView, emoji: string) =>
    and(eq(reactionCount.channelId, channelId), eq(reactionCount.messageId, id), eq(reactionCount.emoji, emoji));
  const nextVersion = sql`${message.version} + 1`;

  return {
    find: async (id, channelId) => (await reader.findMany([id], channelId)).get(id),

    async edit(edited, { content, mentions, editedAt, communityId }) {
      await tx.update(message).set({ content, editedAt, version: nextVersion }).where(row(edited));
      await dropMentions(edited);
      if (mentions.length === 0) return;
      await tx.execute(sql`
        insert into mention (user_id, channel_id, msg_no)
        select user_id, ${uuid('channel', edited.channelId)}, ${edited.messageNumber}::bigint from member
        where community_id = ${uuid('community', communityId)} and user_id = any(${uuids('user', mentions)})`);
    },

    async delete(deleted, deletedAt) {
      await tx
        .update(message)
        .set({ content: '', deletedAt, pinnedAt: null, momentTrackId: null, momentMs: null, version: nextVersion })
        .where(row(deleted));
      await dropMentions(deleted);
      await tx.delete(reaction).where(and(eq(reaction.channelId, deleted.channelId), eq(reaction.messageId, deleted.id)));
      await tx.delete(reactionCount).where(and(eq(reactionCount.channelId, deleted.channelId), eq(reactionCount.messageId, deleted.id)));
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
