import { type Id, pageOf, type Slice, toTypeId } from '@veza/kernel';
import { type Database, instantOf, uuid, uuids } from '@veza/postgres';
import { type SQL, sql } from 'drizzle-orm';
import type { TrackReader } from '../../application/track/ports.ts';
import type { Track } from '../../domain/track.ts';
import type { TrackViewer } from '../../domain/viewer.ts';
import { TRACK_COLUMNS, TRACK_JOINS, trackOf, type TrackRow } from './track-row.ts';

const visible = ({ userId, seesAll }: TrackViewer): SQL => sql`visible_to(track, ${uuid('user', userId)}, ${seesAll})`;
const listed = ({ userId }: TrackViewer): SQL => sql`listed_to(track, ${uuid('user', userId)})`;

/** Ids are ordered by time, so the newest track has the highest. */
function newestFirst({ after, before, direction }: Slice<Id<'track'>>): { readonly condition: SQL; readonly order: SQL } {
  const below = after === undefined ? sql`true` : sql`track.id < ${uuid('track', after)}`;
  const above = before === undefined ? sql`true` : sql`track.id > ${uuid('track', before)}`;
  return { condition: sql`${below} and ${above}`, order: direction === 'forward' ? sql`track.id desc` : sql`track.id asc` };
}

/** Tracks as a viewer may see them. */
export function postgresTrackReader(database: Database): TrackReader {
  return {
    async findMany(ids, viewer) {
      if (ids.length === 0) return new Map();
      const rows = await database.execute<TrackRow>(
        sql`select ${TRACK_COLUMNS} from track ${TRACK_JOINS} where track.id = any (${uuids('track', ids)}) and ${visible(viewer)}`,
      );
      return new Map(rows.map(trackOf).map((track) => [track.id, track]));
    },

    async listByArtists(artistIds, slice, viewer) {
      const { condition, order } = newestFirst(slice);
      const rows = await database.execute<TrackRow>(sql`
        select page.* from unnest(${uuids('user', artistIds)}) as artist (id)
        cross join lateral (
          select ${TRACK_COLUMNS} from track ${TRACK_JOINS}
          where track.artist_id = artist.id and ${listed(viewer)} and ${condition}
          order by ${order} limit ${slice.size + 1}
        ) page`);
      const request = { ...slice, after: slice.after, before: slice.before };
      const tracks = rows.map(trackOf);
      const ofArtist = (id: Id<'user'>): readonly Track[] => tracks.filter(({ artistId }) => artistId === id);
      return new Map(artistIds.map((id) => [id, pageOf(ofArtist(id), request)]));
    },

    async findBySecretHash(hash) {
      const [row] = await database.execute<TrackRow>(sql`
        select ${TRACK_COLUMNS} from secret_link link join track on track.id = link.track_id ${TRACK_JOINS}
        where link.secret_hash = ${hash} and (link.expires_at is null or link.expires_at > now()) and track.deleted_at is null and track.hidden_at is null`);
      return row && trackOf(row);
    },

    async findDueReleases(now, limit) {
      const rows = await database.execute<{ id: string }>(sql`
        select id from track where not is_release_told and release_at <= ${instantOf(now)} and deleted_at is null order by release_at limit ${limit}`);
      return rows.map(({ id }) => toTypeId('track', id) as Id<'track'>);
    },

    async countByArtists(artistIds, viewer) {
      const rows = await database.execute<{ artist_id: string; count: number }>(sql`
        select artist_id, count(*)::int as count from track
        where artist_id = any (${uuids('user', artistIds)}) and ${listed(viewer)} group by artist_id`);
      return new Map(rows.map(({ artist_id: id, count }) => [toTypeId('user', id) as Id<'user'>, count]));
    },
  };
}
