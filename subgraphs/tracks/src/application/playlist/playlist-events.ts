import type { EventRecorder } from '@veza/messaging';
import type { TracksEvents } from '@veza/schema/events';
import type { Playlist } from '../../domain/playlist/playlist.ts';

/** Tells others what a playlist is called and who may see it. */
export async function recordPlaylistChanged(events: EventRecorder<TracksEvents>, playlist: Playlist): Promise<void> {
  const { id: playlistId, ownerId, kind, title, visibility, revision } = playlist;
  await events.record('tracks.playlist-changed.v1', playlistId, revision, { playlistId, ownerId, kind, title, visibility });
}
