import type { Transaction } from '@veza/postgres';
import { and, count, eq, isNull, max } from 'drizzle-orm';
import type { ChannelCreator } from '../../application/ports/channel.ts';
import { CHANNEL_KIND_CODES, hasLog } from '../../domain/channel.ts';
import { channel, channelHead, community } from '../tables.ts';

/** New channels within one transaction. */
export function postgresChannelCreator(tx: Transaction): ChannelCreator {
  return {
    async survey(communityId) {
      await tx.select({ id: community.id }).from(community).where(eq(community.id, communityId)).for('update');
      const [row] = await tx
        .select({ channels: count(), last: max(channel.position) })
        .from(channel)
        .where(and(eq(channel.communityId, communityId), isNull(channel.deletedAt)));
      return { count: row?.channels ?? 0, nextPosition: (row?.last ?? -1) + 1 };
    },

    async create({ id, communityId, categoryId, kind, name, topic, position, slowModeSeconds }, createdAt) {
      const stored = { id, scopeId: communityId, communityId, categoryId, name, topic, position, createdAt };
      await tx.insert(channel).values({ ...stored, kind: CHANNEL_KIND_CODES[kind], slowModeS: slowModeSeconds });
      if (hasLog({ kind })) await tx.insert(channelHead).values({ channelId: id, scopeId: communityId });
    },
  };
}
