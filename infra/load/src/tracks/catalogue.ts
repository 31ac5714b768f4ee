import { runningPostgresUrl } from '@veza/embedded-postgres';
import postgres from 'postgres';

const SYLLABLES = ['ba', 'chor', 'del', 'fi', 'gra', 'hu', 'lin', 'mo', 'nes', 'pal', 'qui', 'ro', 'sa', 'tem', 'vo', 'zer'];
/** Different words in the titles. */
const WORDS = 2_000;
const ARTISTS = 500;

/** A word of two or three syllables, always the same for a number. */
export function wordOf(number: number): string {
  const syllable = (shift: number) => SYLLABLES[(number >> shift) & 15]!;
  return number % 2 === 0 ? syllable(1) + syllable(5) : syllable(1) + syllable(5) + syllable(8);
}

/** The words of a title: frequent ones come often, as in any language. */
export const titleOf = (track: number): readonly string[] =>
  [track * 7919, track * 104_729, track * 15_485_863].map((seed) => wordOf(Math.floor(((seed % 9973) / 9973) ** 2 * WORDS)));

/**
 * Writes public tracks that everybody finds straight into the database of a running Veza. They have a length, and no sound.
 * @param dataDir of the Veza
 */
export async function fillCatalogue(dataDir: string, tracks: number): Promise<void> {
  const url = await runningPostgresUrl(dataDir);
  if (url === undefined) throw new Error(`no Postgres runs on ${dataDir}`);
  const sql = postgres(url, { max: 1, onnotice: () => undefined, connection: { search_path: 'tracks, public' } });
  const titles = Array.from({ length: tracks }, (_none, track) => `${titleOf(track).join(' ')} ${track}`);
  try {
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`insert into artist_card select md5('artist' || n)::uuid, 'artist' || n, 'Artist ' || n, 1 from generate_series(0, ${ARTISTS - 1}) n`;
      await tx`
        insert into asset (id, track_id, version, aid, upload_id, state, progress, duration_ms, waveform, renditions, created_at, changed_at)
        select md5('asset' || n)::uuid, md5('track' || n)::uuid, 1, left(md5('aid' || n), 26), md5('upload' || n)::uuid, 'READY', 1, 180000 + n,
          decode(repeat('10', 4000), 'hex'), '[]', now(), now()
        from generate_series(0, ${tracks - 1}) n`;
      await tx`
        insert into track (id, artist_id, title, is_title_chosen, genre, tags, visibility, licence, play_count, newest_asset_id, current_asset_id, ready_at, created_at)
        select md5('track' || n)::uuid, md5('artist' || (n % ${ARTISTS}))::uuid, title, true, 'genre' || n % 20, array['tag' || n % 50], 'PUBLIC', 'CC0', n % 1000,
          md5('asset' || n)::uuid, md5('asset' || n)::uuid, now(), now()
        from unnest(${titles}::text[]) with ordinality as seeded (title, place), lateral (select place::int - 1 as n) as numbered`;
    });
    // Triggers were away; this makes what is searched.
    await sql`update track set title = title`;
    // What the server does by itself within a minute: else searches read what was written last from a list.
    await sql`vacuum analyze track, asset, search_word`;
  } finally {
    await sql.end();
  }
}
