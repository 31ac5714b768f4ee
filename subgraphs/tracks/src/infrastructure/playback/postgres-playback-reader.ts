import { type Id, toTypeId } from '@veza/kernel';
import { type Database, instantOf } from '@veza/postgres';
import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { PlaybackReader } from '../../application/playback/ports.ts';
import { playbackCommand, playbackDevice, playbackState } from '../tables.ts';

/** Playback as its person reads it. */
export function postgresPlaybackReader(database: Database): PlaybackReader {
  return {
    async find(userId) {
      const [row] = await database.select().from(playbackState).where(eq(playbackState.userId, userId));
      return row;
    },

    async versionOf(userId) {
      const { revision, asOf } = playbackState;
      const [row] = await database.select({ revision, asOf }).from(playbackState).where(eq(playbackState.userId, userId));
      return row && `${row.revision} ${row.asOf.getTime()}`;
    },

    async findDevices(ids, userId) {
      const isOwn = and(eq(playbackDevice.userId, userId), inArray(playbackDevice.id, [...ids]));
      const rows = await database.select().from(playbackDevice).where(isOwn);
      return new Map(rows.map((row) => [row.id, row]));
    },

    async findLost(silentSince, limit) {
      const rows = await database.execute<{ user_id: string }>(sql`
        select state.user_id from playback_state state left join playback_device device on device.id = state.device_id
        where state.is_playing and (device.id is null or device.seen_at < ${instantOf(silentSince)}) limit ${limit}`);
      return rows.map(({ user_id: id }) => toTypeId('user', id) as Id<'user'>);
    },

    async forgetCommands(before) {
      const gone = await database
        .delete(playbackCommand)
        .where(lt(playbackCommand.carriedOutAt, before))
        .returning({ id: sql`1` });
      return gone.length;
    },
  };
}
