import { type Id, toTypeId } from '@veza/kernel';
import { type Transaction, uuid, uuids } from '@veza/postgres';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { PlaybackRepository } from '../../application/playback/ports.ts';
import { initialPlayback } from '../../domain/playback/playback-state.ts';
import { playbackCommand, playbackDevice, playbackState } from '../tables.ts';

/** Playback in one transaction. Statements that do not need each other's answers are sent together. */
export function postgresPlaybackRepository(tx: Transaction): PlaybackRepository {
  const lockRow = async (userId: Id<'user'>) =>
    (await tx.select().from(playbackState).where(eq(playbackState.userId, userId)).for('update'))[0];

  return {
    async lock(userId, now) {
      const row = await lockRow(userId);
      if (row) return row;
      await tx.insert(playbackState).values(initialPlayback(userId, now)).onConflictDoNothing();
      return (await lockRow(userId)) ?? initialPlayback(userId, now);
    },

    async contextOf(userId, commandId, deviceIds) {
      const isCommand = and(eq(playbackCommand.userId, userId), eq(playbackCommand.commandId, commandId));
      const isOwnDevice = and(eq(playbackDevice.userId, userId), inArray(playbackDevice.id, [...deviceIds]));
      const [[command], devices] = await Promise.all([
        tx.select({ answer: playbackCommand.answer }).from(playbackCommand).where(isCommand),
        deviceIds.length === 0 ? [] : tx.select().from(playbackDevice).where(isOwnDevice),
      ]);
      const answered = command && { ...command.answer, asOf: new Date(command.answer.asOf) };
      return { answered, devices: new Map(devices.map((device) => [device.id, device])) };
    },

    async durationsOf(userId, trackIds) {
      const rows = await tx.execute<{ id: string; duration_ms: number }>(sql`
        select track.id, asset.duration_ms from track join asset on asset.id = track.current_asset_id
        where track.id = any (${uuids('track', trackIds)}) and visible_to(track, ${uuid('user', userId)}, false)`);
      return new Map(rows.map(({ id, duration_ms: durationMs }) => [toTypeId('track', id) as Id<'track'>, durationMs]));
    },

    async tracksOfPlaylist(userId, playlistId) {
      const rows = await tx.execute<{ item_id: string | null; track_id: string | null }>(sql`
        select heard.item_id, heard.track_id from playlist
        left join lateral (
          select item.id as item_id, item.track_id, item.rank from playlist_item item join track on track.id = item.track_id
          where item.playlist_id = playlist.id and track.current_asset_id is not null and visible_to(track, ${uuid('user', userId)}, false)
        ) heard on true
        where playlist.id = ${uuid('playlist', playlistId)} and playlist_visible_to(playlist, ${uuid('user', userId)}, false)
        order by heard.rank`);
      if (rows.length === 0) return undefined;
      return rows.flatMap(({ item_id: itemId, track_id: trackId }) =>
        itemId === null || trackId === null
          ? []
          : [{ itemId: toTypeId('plitem', itemId) as Id<'plitem'>, trackId: toTypeId('track', trackId) as Id<'track'> }],
      );
    },

    async save({ before, state, commandId, deviceId }) {
      const { userId, entries, ...rest } = state;
      const changed = entries === before.entries ? rest : { ...rest, entries };
      const answer = { ...state, asOf: state.asOf.toISOString() };
      await Promise.all([
        tx.update(playbackState).set(changed).where(eq(playbackState.userId, userId)),
        commandId === undefined ? undefined : tx.insert(playbackCommand).values({ userId, commandId, answer, carriedOutAt: state.asOf }),
        deviceId === undefined ? undefined : tx.update(playbackDevice).set({ seenAt: state.asOf }).where(eq(playbackDevice.id, deviceId)),
      ]);
    },

    async markSeen(userId, deviceId, at) {
      const isIt = and(eq(playbackDevice.id, deviceId), eq(playbackDevice.userId, userId));
      return (await tx.update(playbackDevice).set({ seenAt: at }).where(isIt).returning({ id: playbackDevice.id })).length > 0;
    },

    async registerDevice(device) {
      const { userId, sessionId, name, kind } = playbackDevice;
      const [row] = await tx
        .insert(playbackDevice)
        .values(device)
        .onConflictDoUpdate({ target: [userId, sessionId, name, kind], set: { seenAt: device.seenAt } })
        .returning();
      return row ?? device;
    },

    async keepNewestDevices(userId, count) {
      await tx.execute(sql`
        delete from playback_device where id in (
          select device.id from playback_device device left join playback_state state on state.device_id = device.id
          where device.user_id = ${uuid('user', userId)} order by state.user_id is null, device.seen_at desc, device.id desc offset ${count}
        )`);
    },

    async removeDevicesOf(sessionId) {
      const [gone] = await tx
        .delete(playbackDevice)
        .where(eq(playbackDevice.sessionId, sessionId))
        .returning({ userId: playbackDevice.userId });
      return gone?.userId;
    },

    async lastSeen(deviceId) {
      const [row] = await tx.select({ seenAt: playbackDevice.seenAt }).from(playbackDevice).where(eq(playbackDevice.id, deviceId));
      return row?.seenAt;
    },
  };
}
