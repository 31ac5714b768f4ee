import { err, type Id, ok, type Result } from '@veza/kernel';
import type { Playlist } from '../../domain/playlist/playlist.ts';
import type { PlaylistFailure } from './failure.ts';
import type { PlaylistRepository } from './ports.ts';

/** A playlist and who would change it. */
export interface PlaylistTarget {
  readonly playlistId: Id<'playlist'>;
  readonly ownerId: Id<'user'>;
}

const PATH = ['playlistId'];

/** A person's own playlist, locked. One that they cannot see is NOT_FOUND, somebody else's is NOT_PERMITTED. */
export async function ownPlaylist(
  playlists: Pick<PlaylistRepository, 'lock'>,
  { playlistId, ownerId }: PlaylistTarget,
): Promise<Result<Playlist, PlaylistFailure>> {
  const playlist = await playlists.lock(playlistId);
  const isSeen = playlist && (playlist.ownerId === ownerId || playlist.visibility !== 'PRIVATE');
  if (!isSeen) return err({ code: 'NOT_FOUND', path: PATH });
  return playlist.ownerId === ownerId ? ok(playlist) : err({ code: 'NOT_PERMITTED', path: PATH });
}
