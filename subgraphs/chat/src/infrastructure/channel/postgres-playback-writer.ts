import type { Transaction } from '@veza/postgres';
import { and, eq, sql } from 'drizzle-orm';
import type { PlaybackWriter } from '../../application/ports/channel.ts';
import { channel, member, partyPlayback } from '../tables.ts';

/** Party playback within one transaction, under the lock of the channel's log. */
export function postgresPlaybackWriter(tx: Transaction): PlaybackWriter {
  return {
    async presentHost(channelId) {
      const [row] = await tx
        .select({ hostId: partyPlayback.hostId })
        .from(partyPlayback)
        .innerJoin(channel, eq(channel.id, partyPlayback.channelId))
        .innerJoin(member, and(eq(member.communityId, channel.communityId), eq(member.userId, partyPlayback.hostId)))
        .where(eq(partyPlayback.channelId, channelId));
      return row?.hostId ?? null;
    },

    async save(channelId, playback) {
      await tx
        .insert(partyPlayback)
        .values({ channelId, ...playback, rev: 1 })
        .onConflictDoUpdate({ target: partyPlayback.channelId, set: { ...playback, rev: sql`${partyPlayback.rev} + 1` } });
    },
  };
}
