import { type Id, pageOf, type Slice, toTypeId } from '@veza/kernel';
import { type Database, uuid } from '@veza/postgres';
import { type SQL, sql } from 'drizzle-orm';
import type { FoundTrack, SearchPlace, TrackSearch, TrackSearchFilter } from '../../application/track/ports.ts';
import { TRACK_COLUMNS, TRACK_JOINS, trackOf, type TrackRow } from './track-row.ts';

/** Results are counted up to here. */
const MAX_COUNT = 1_000;

const FROM = sql`track left join asset heard on heard.id = track.current_asset_id`;

interface FoundRow extends TrackRow {
  readonly score: number;
}

/** `tags`, `genre` and the rest as conditions that must all hold. */
function filtered({ genre, tags, minDurationMs, maxDurationMs, licence }: TrackSearchFilter): SQL {
  const conditions = [
    sql`track.deleted_at is null and track.hidden_at is null and is_released(track) and track.visibility = 'PUBLIC'`,
    ...(genre === undefined ? [] : [sql`lower(track.genre) = ${genre}`]),
    ...(tags === undefined
      ? []
      : [sql`track.tags @> (select coalesce(array_agg(tag), '{}') from jsonb_array_elements_text(${JSON.stringify(tags)}::jsonb) as tag)`]),
    ...(minDurationMs === undefined ? [] : [sql`heard.duration_ms >= ${minDurationMs}`]),
    ...(maxDurationMs === undefined ? [] : [sql`heard.duration_ms <= ${maxDurationMs}`]),
    ...(licence === undefined ? [] : [sql`track.licence = ${licence}`]),
  ];
  return sql.join(conditions, sql` and `);
}

/**
 * What matches, and how well: better the fewer other words there are, and a little better what is heard more. Without words everything does, and only the time counts.
 * @param query what the words ask for, see `track_query`; as a value, the planner knows how much it finds
 */
function matching(query: string | undefined): { readonly condition: SQL; readonly score: SQL } {
  if (query === undefined) return { condition: sql`true`, score: sql`0::float8` };
  return {
    condition: sql`track.search @@ ${query}::tsquery`,
    score: sql`round((ts_rank(track.search, ${query}::tsquery, 1) * (1 + 0.1 * log(1 + track.play_count)))::numeric, 6)::float8`,
  };
}

function sliced({ after, before, direction }: Slice<SearchPlace>): { readonly condition: SQL; readonly order: SQL } {
  const row = sql`(found.score, found.id)`;
  const place = ({ score, id }: SearchPlace) => sql`(${score}::float8, ${uuid('track', id)})`;
  const below = after === undefined ? sql`true` : sql`${row} < ${place(after)}`;
  const above = before === undefined ? sql`true` : sql`${row} > ${place(before)}`;
  const order = direction === 'forward' ? sql`found.score desc, found.id desc` : sql`found.score asc, found.id asc`;
  return { condition: sql`${below} and ${above}`, order };
}

/** Full text with forgiveness for mistakes and beginnings of words in titles and names of artists, over public tracks that can be heard. */
export function postgresTrackSearch(database: Database): TrackSearch {
  async function queryOf(words: string): Promise<string | undefined> {
    if (words === '') return undefined;
    const [row] = await database.execute<{ query: string }>(sql`select track_query(${words})::text as query`);
    return row?.query ?? '';
  }

  return {
    async find(words, filter, slice) {
      const { condition, score } = matching(await queryOf(words));
      const page = sliced(slice);
      // Only those of the page are read whole.
      const rows = await database.execute<FoundRow & Record<string, unknown>>(sql`
        with found as materialized (
          select found.* from (
            select track.id, ${score} as score from ${FROM} where ${filtered(filter)} and ${condition}
          ) found
          where ${page.condition} order by ${page.order} limit ${slice.size + 1}
        )
        select ${TRACK_COLUMNS}, found.score from found join track on track.id = found.id ${TRACK_JOINS} order by ${page.order}`);
      const found = rows.map((row): FoundTrack => ({
        track: trackOf(row),
        score: row.score,
        id: toTypeId('track', row.id) as Id<'track'>,
      }));
      return pageOf(found, { ...slice, after: slice.after && 'after', before: slice.before && 'before' });
    },

    async count(words, filter) {
      const { condition } = matching(await queryOf(words));
      const [row] = await database.execute<{ count: number }>(sql`
        select count(*)::int as count from (select from ${FROM} where ${filtered(filter)} and ${condition} limit ${MAX_COUNT}) found`);
      return row?.count ?? 0;
    },
  };
}
