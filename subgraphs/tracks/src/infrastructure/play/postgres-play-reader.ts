import { type Id, pageOf } from '@veza/kernel';
import { type Database, instantOf, uuid } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { HeardTrack, PlayReader } from '../../application/play/ports.ts';
import { TRACK_COLUMNS, TRACK_JOINS, trackOf, type TrackRow } from '../track/track-row.ts';

interface HeardRow extends TrackRow {
  readonly heard_id: string;
  readonly played_at: Date | string;
}

/** Plays outside of transactions. */
export function postgresPlayReader(database: Database): PlayReader {
  const historyOf = (userId: Id<'user'>) => sql`
    listening_history entry join track on track.id = entry.track_id ${TRACK_JOINS}
    where entry.user_id = ${uuid('user', userId)} and visible_to(track, ${uuid('user', userId)}, false)`;

  return {
    async findDue(now, limit) {
      const rows = await database.execute<{ id: string }>(sql`
        select id from listen where due_at <= ${instantOf(now)} order by due_at limit ${limit}`);
      return rows.map(({ id }) => id);
    },

    async statsOf(trackId, days, now) {
      const piece = uuid('track', trackId);
      const today = sql`date_trunc('day', ${instantOf(now)}, 'UTC')`;
      const from = sql`${today} - (${days - 1}::int * interval '1 day')`;
      const daily = await database.execute<{ date: string; plays: number }>(sql`
        select to_char(day at time zone 'UTC', 'YYYY-MM-DD') as date, count(play.listen_id)::int as plays
        from generate_series(${from}, ${today}, interval '1 day') as day
        left join play_decision play on play.track_id = ${piece} and play.decision = 'COUNTED'
          and play.decided_at >= day and play.decided_at < day + interval '1 day'
        group by day order by day`);
      const [whole] = await database.execute<{ listeners: number; average: number | null }>(sql`
        select
          (select count(distinct user_id)::int from play_decision
            where track_id = ${piece} and decision = 'COUNTED' and decided_at >= ${from}) as listeners,
          (select round(avg(credited_ms))::int from listen
            where track_id = ${piece} and credited_ms >= 5000 and started_at >= ${from}) as average`);
      const plays = daily.reduce((sum, day) => sum + day.plays, 0);
      return { plays, uniqueListeners: whole?.listeners ?? 0, averageListenedMs: whole?.average ?? null, daily: [...daily] };
    },

    async listHistory(userId, slice) {
      const { after, before, direction, size } = slice;
      const row = sql`(entry.played_at, entry.id)`;
      const place = ({ playedAtMs, id }: { readonly playedAtMs: number; readonly id: string }) =>
        sql`(${instantOf(new Date(playedAtMs))}, ${id}::uuid)`;
      const older = after === undefined ? sql`true` : sql`${row} < ${place(after)}`;
      const newer = before === undefined ? sql`true` : sql`${row} > ${place(before)}`;
      const order = direction === 'forward' ? sql`entry.played_at desc, entry.id desc` : sql`entry.played_at asc, entry.id asc`;
      const rows = await database.execute<HeardRow & Record<string, unknown>>(sql`
        select entry.id as heard_id, entry.played_at, ${TRACK_COLUMNS} from ${historyOf(userId)} and ${older} and ${newer}
        order by ${order} limit ${size + 1}`);
      const heard = rows.map((one): HeardTrack => ({ id: one.heard_id, playedAt: new Date(one.played_at), track: trackOf(one) }));
      return pageOf(heard, { ...slice, after: slice.after && 'after', before: slice.before && 'before' });
    },

    async countHistory(userId) {
      const [row] = await database.execute<{ count: number }>(sql`select count(*)::int as count from ${historyOf(userId)}`);
      return row?.count ?? 0;
    },

    async forget(now) {
      const at = instantOf(now);
      const gone = await database.execute<{ count: number }>(sql`
        with grants as (delete from stream_grant where granted_at < ${at} - interval '2 days' returning 1),
          deliveries as (delete from media_delivery where delivered_at < ${at} - interval '2 days' returning 1),
          heard as (delete from listening_history where played_at < ${at} - interval '13 months' returning 1)
        select (select count(*) from grants)::int + (select count(*) from deliveries)::int + (select count(*) from heard)::int as count`);
      return gone[0]?.count ?? 0;
    },
  };
}
