import type { Transaction } from '@veza/postgres';
import { and, count, eq, gte, isNull, max, or, sql } from 'drizzle-orm';
import type { CommunityChannelWriter } from '../../application/ports/channel.ts';
import { CHANNEL_KIND_CODES, hasLog } from '../../domain/channel.ts';
import type { CommunityId } from '../../domain/community.ts';
import { channel, channelHead } from '../tables.ts';

/** Channels of a community within one transaction, under the community's lock. */
export function postgresCommunityChannelWriter(tx: Transaction): CommunityChannelWriter {
  const standing = (communityId: CommunityId) =>
    and(eq(channel.communityId, communityId), isNull(channel.deletedAt), isNull(channel.parentId));

  return {
    async survey(communityId) {
      const [row] = await tx
        .select({ channels: count(), last: max(channel.position) })
        .from(channel)
        .where(standing(communityId));
      return { count: row?.channels ?? 0, nextPosition: (row?.last ?? -1) + 1 };
    },

    async create({ id, communityId, categoryId, kind, name, topic, position, slowModeSeconds }, createdAt) {
      const stored = { id, scopeId: communityId, communityId, categoryId, name, topic, position, createdAt };
      await tx.insert(channel).values({ ...stored, kind: CHANNEL_KIND_CODES[kind], slowModeS: slowModeSeconds });
      if (hasLog({ kind })) await tx.insert(channelHead).values({ channelId: id, scopeId: communityId });
    },

    async update({ id, name, topic, slowModeSeconds, categoryId }) {
      await tx.update(channel).set({ name, topic, slowModeS: slowModeSeconds, categoryId }).where(eq(channel.id, id));
    },

    async place({ id, communityId }, position) {
      await tx
        .update(channel)
        .set({ position: sql`${channel.position} + 1` })
        .where(and(standing(communityId), gte(channel.position, position)));
      await tx.update(channel).set({ position }).where(eq(channel.id, id));
    },

    async delete(channelId, deletedAt) {
      await tx
        .update(channel)
        .set({ deletedAt })
        .where(and(isNull(channel.deletedAt), or(eq(channel.id, channelId), eq(channel.parentId, channelId))));
      await tx.update(channel).set({ categoryId: null }).where(eq(channel.categoryId, channelId));
    },
  };
}
