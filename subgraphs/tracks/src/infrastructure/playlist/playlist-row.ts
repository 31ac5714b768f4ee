import type { InferSelectModel } from 'drizzle-orm';
import type { Playlist } from '../../domain/playlist/playlist.ts';
import type { playlist } from '../tables.ts';

/** A playlist from its row. */
export function playlistOf({ deletedAt: _deletedAt, ...row }: InferSelectModel<typeof playlist>): Playlist {
  return row;
}
