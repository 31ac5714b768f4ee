import { type Id, pageOf, type Slice, toTypeId } from '@veza/kernel';
import { type Database, uuid } from '@veza/postgres';
import { type SQL, sql } from 'drizzle-orm';
import type { FoundTrack, SearchPlace, TrackSearch, TrackSearchFilter } from '../../application/track/ports.ts';
import { TRACK_COLUMNS, TRACK_JOINS, trackOf, type TrackRow } from './track-row.ts';

/** Results are counted up to here. */
const MAX_COUNT = 1_000;
/** Least similarity of a title to the words, 0 to 1, at which a mistake is forgiven. */
const MIN_SIMILARITY = 0.4;

interface FoundRow extends TrackRow {
  readonly score: number;
}

/** `tags`, `genre` and the rest as conditions that must all hold. */
function filtered({ genre, tags, minDurationMs, maxDurationMs, licence }: TrackSearchFilter): SQL {
  const conditions = [
    sql`track.deleted_at is null and is_released(track) and track.visibility = 'PUBLIC'`,
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

/** What matches, and how well. Without words everything does, and only the time counts. */
function matching(words: string): { readonly condition: SQL; readonly score: SQL } {
  if (words === '') return { condition: sql`true`, score: sql`0::float8` };
  const plain = sql`lower(public.unaccent(${words}))`;
  const query = sql`plainto_tsquery('simple', public.unaccent(${words}))`;
  const similarity = sql`public.word_similarity(${plain}, track.search_title)`;
  const text = sql`ts_rank(track.search, ${query}) + ${similarity}`;
  return {
    condition: sql`(track.search @@ ${query} or ${similarity} >= ${MIN_SIMILARITY})`,
    score: sql`round(((${text}) * (1 + 0.1 * log(1 + track.play_count)))::numeric, 6)::float8`,
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

/** Full text with forgiveness for mistakes and beginnings of words in titles, over public tracks that can be heard. */
export function postgresTrackSearch(database: Database): TrackSearch {
  return {
    async find(words, filter, slice) {
      const { condition, score } = matching(words);
      const page = sliced(slice);
      const rows = await database.execute<FoundRow & Record<string, unknown>>(sql`
        select found.* from (
          select ${TRACK_COLUMNS}, ${score} as score from track ${TRACK_JOINS} where ${filtered(filter)} and ${condition}
        ) found
        where ${page.condition} order by ${page.order} limit ${slice.size + 1}`);
      const found = rows.map((row): FoundTrack => ({
        track: trackOf(row),
        score: row.score,
        id: toTypeId('track', row.id) as Id<'track'>,
      }));
      return pageOf(found, { ...slice, after: slice.after && 'after', before: slice.before && 'before' });
    },

    async count(words, filter) {
      const [row] = await database.execute<{ count: number }>(sql`
        select count(*)::int as count from (
          select from track ${TRACK_JOINS} where ${filtered(filter)} and ${matching(words).condition} limit ${MAX_COUNT}
        ) found`);
      return row?.count ?? 0;
    },
  };
}
