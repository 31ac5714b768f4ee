import { type Id, pageOf, toTypeId } from '@veza/kernel';
import { type Database, uuid, uuids } from '@veza/postgres';
import { and, inArray, sql } from 'drizzle-orm';
import type { PlaylistReader } from '../../application/playlist/ports.ts';
import { playlist } from '../tables.ts';
import { TRACK_COLUMNS, TRACK_JOINS, trackOf, type TrackRow } from '../track/track-row.ts';
import { playlistOf } from './playlist-row.ts';

interface ItemRow extends TrackRow {
  readonly playlist_id: string;
  readonly item_id: string;
  readonly rank: string;
}

const playlistId = (id: string) => toTypeId('playlist', id) as Id<'playlist'>;

/** Playlists as a viewer may see them. */
export function postgresPlaylistReader(database: Database): PlaylistReader {
  return {
    async findMany(ids, { userId, seesAll }) {
      const isVisible = sql`playlist_visible_to(playlist, ${uuid('user', userId)}, ${seesAll})`;
      const rows = await database
        .select()
        .from(playlist)
        .where(and(inArray(playlist.id, [...ids]), isVisible));
      return new Map(rows.map((row) => [row.id, playlistOf(row)]));
    },

    async listItems(ids, slice, { userId, seesAll }) {
      const { after, before, direction, size } = slice;
      const behind = after === undefined ? sql`true` : sql`item.rank > ${after}`;
      const ahead = before === undefined ? sql`true` : sql`item.rank < ${before}`;
      const order = direction === 'forward' ? sql`item.rank asc` : sql`item.rank desc`;
      const rows = await database.execute<ItemRow & Record<string, unknown>>(sql`
        select page.* from unnest(${uuids('playlist', ids)}) as list (id)
        cross join lateral (
          select item.playlist_id, item.id as item_id, item.rank, ${TRACK_COLUMNS}
          from playlist_item item join track on track.id = item.track_id ${TRACK_JOINS}
          where item.playlist_id = list.id and visible_to(track, ${uuid('user', userId)}, ${seesAll}) and ${behind} and ${ahead}
          order by ${order} limit ${size + 1}
        ) page`);
      const itemsOf = (id: Id<'playlist'>) =>
        rows
          .filter((row) => playlistId(row.playlist_id) === id)
          .map((row) => ({ id: toTypeId('plitem', row.item_id) as Id<'plitem'>, rank: row.rank, track: trackOf(row) }));
      return new Map(ids.map((id) => [id, pageOf(itemsOf(id), slice)]));
    },

    async sizes(ids, { userId, seesAll }) {
      const rows = await database.execute<{ playlist_id: string; count: number; duration_ms: string }>(sql`
        select item.playlist_id, count(*)::int as count, coalesce(sum(heard.duration_ms), 0) as duration_ms
        from playlist_item item join track on track.id = item.track_id ${TRACK_JOINS}
        where item.playlist_id = any (${uuids('playlist', ids)}) and visible_to(track, ${uuid('user', userId)}, ${seesAll})
        group by item.playlist_id`);
      return new Map(rows.map((row) => [playlistId(row.playlist_id), { count: row.count, durationMs: Number(row.duration_ms) }]));
    },
  };
}
