import { type Id, toUuid } from '@veza/kernel';
import type { Database } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import type { ArtistReader } from '../../application/artist/ports.ts';

/** Cards of artists in the table `artist_card`. */
export function postgresArtistReader(database: Database): ArtistReader {
  return {
    async find(id: Id<'user'>) {
      const [row] = await database.execute<{ username: string; display_name: string }>(
        sql`select username, display_name from artist_card where user_id = ${toUuid('user', id)}`,
      );
      return row && { id, username: row.username, displayName: row.display_name };
    },
  };
}
