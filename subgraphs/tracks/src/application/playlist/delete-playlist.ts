import { type Clock, type Id, ok, type Result } from '@veza/kernel';
import { removeImage } from '../picture/remove-image.ts';
import type { TracksUnitOfWork } from '../unit-of-work.ts';
import type { PlaylistFailure } from './failure.ts';
import { ownPlaylist, type PlaylistTarget } from './own-playlist.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly clock: Clock;
}

export type DeletePlaylist = ReturnType<typeof deletePlaylist>;

/** Deletes a person's own playlist; its tracks stay. Records `tracks.playlist-deleted.v1`. Fails with NOT_FOUND and NOT_PERMITTED. */
export function deletePlaylist({ unitOfWork, clock }: Dependencies) {
  return (target: PlaylistTarget): Promise<Result<Id<'playlist'>, PlaylistFailure>> =>
    unitOfWork(async (repositories): Promise<Result<Id<'playlist'>, PlaylistFailure>> => {
      const { playlists, events } = repositories;
      const playlist = await ownPlaylist(playlists, target);
      if (!playlist.ok) return playlist;
      const { id: playlistId, ownerId, artworkImageId, revision } = playlist.value;
      await playlists.markDeleted(playlistId, clock());
      if (artworkImageId !== null) await removeImage(repositories, artworkImageId, clock());
      await events.record('tracks.playlist-deleted.v1', playlistId, revision + 1, { playlistId, ownerId });
      return ok(playlistId);
    });
}
