import type { Database } from '@veza/postgres';
import { inArray } from 'drizzle-orm';
import type { PlaybackReader } from '../../application/ports/channel.ts';
import { partyPlayback } from '../tables.ts';

/** Party playback from Postgres. */
export function postgresPlaybackReader(database: Database): PlaybackReader {
  return {
    async find(channelIds) {
      const rows = await database
        .select()
        .from(partyPlayback)
        .where(inArray(partyPlayback.channelId, [...channelIds]));
      return new Map(
        rows.map(({ channelId, trackId, positionMs, isPlaying, asOf, hostId }) => [
          channelId,
          { trackId, positionMs, isPlaying, asOf, hostId },
        ]),
      );
    },
  };
}
