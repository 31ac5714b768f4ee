import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import { type Playlist, playlistDescription, playlistTitle } from '../../domain/playlist/playlist.ts';
import type { TrackVisibility } from '../../domain/track.ts';
import { removeImage } from '../picture/remove-image.ts';
import { claimArtwork } from '../track/claim-artwork.ts';
import type { TracksRepositories, TracksUnitOfWork } from '../unit-of-work.ts';
import type { PlaylistFailure } from './failure.ts';
import { ownPlaylist, type PlaylistTarget } from './own-playlist.ts';
import { recordPlaylistChanged } from './playlist-events.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly clock: Clock;
}

/** Changes to a playlist; absent members stay, null removes where that is possible. */
export interface UpdatePlaylistCommand extends PlaylistTarget {
  readonly title?: string;
  readonly description?: string | null;
  readonly visibility?: TrackVisibility;
  readonly artworkUploadId?: Id<'upload'> | null;
}

export type UpdatePlaylist = ReturnType<typeof updatePlaylist>;

/** What is said of a playlist after changes. */
function changed(playlist: Playlist, change: UpdatePlaylistCommand): Result<Playlist, PlaylistFailure> {
  const title = change.title === undefined ? playlist.title : playlistTitle(change.title);
  const description = change.description === undefined ? playlist.description : playlistDescription(change.description ?? '');
  if (title === undefined) return err({ code: 'INVALID', path: ['title'] });
  if (description === undefined) return err({ code: 'INVALID', path: ['description'] });
  const visibility = change.visibility ?? playlist.visibility;
  return ok({ ...playlist, title, description, visibility, revision: playlist.revision + 1 });
}

/**
 * Changes what is said of a person's own playlist, who may see it, and its picture. Records `tracks.playlist-changed.v1`.
 * Fails with INVALID, NOT_FOUND, NOT_PERMITTED and UPLOAD_NOT_READY; then nothing changes.
 */
export function updatePlaylist({ unitOfWork, clock }: Dependencies) {
  const withArtwork = async (
    repositories: TracksRepositories,
    playlist: Playlist,
    uploadId: Id<'upload'> | null | undefined,
  ): Promise<Result<Playlist, PlaylistFailure>> => {
    if (uploadId === undefined) return ok(playlist);
    const artwork = await claimArtwork(repositories, uploadId, playlist.ownerId);
    return artwork.ok ? ok({ ...playlist, artworkImageId: artwork.value }) : artwork;
  };

  return (command: UpdatePlaylistCommand): Promise<Result<Id<'playlist'>, PlaylistFailure>> =>
    unitOfWork(async (repositories): Promise<Result<Id<'playlist'>, PlaylistFailure>> => {
      const { playlists, events } = repositories;
      const playlist = await ownPlaylist(playlists, command);
      if (!playlist.ok) return playlist;
      const said = changed(playlist.value, command);
      const next = said.ok ? await withArtwork(repositories, said.value, command.artworkUploadId) : said;
      if (!next.ok) return next;
      await playlists.save(next.value);
      const old = playlist.value.artworkImageId;
      if (old !== null && old !== next.value.artworkImageId) await removeImage(repositories, old, clock());
      await recordPlaylistChanged(events, next.value);
      return ok(next.value.id);
    });
}
