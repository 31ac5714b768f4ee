import { type Clock, err, type Id, type NewId, ok, type Result } from '@veza/kernel';
import { MAX_PLAYLISTS, type Playlist, playlistDescription, type PlaylistKind, playlistTitle } from '../../domain/playlist/playlist.ts';
import type { TrackVisibility } from '../../domain/track.ts';
import type { TrackReader } from '../track/ports.ts';
import type { TracksUnitOfWork } from '../unit-of-work.ts';
import { chosenTracks, findWanted } from './chosen-tracks.ts';
import type { PlaylistFailure } from './failure.ts';
import { recordPlaylistChanged } from './playlist-events.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly tracks: Pick<TrackReader, 'findMany'>;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** A playlist to be made. */
export interface CreatePlaylistCommand {
  readonly ownerId: Id<'user'>;
  readonly kind: PlaylistKind;
  readonly title: string;
  readonly description: string | null;
  readonly visibility: TrackVisibility;
  readonly trackIds: readonly Id<'track'>[];
}

export type CreatePlaylist = ReturnType<typeof createPlaylist>;

/**
 * Makes a playlist with its first tracks and records `tracks.playlist-changed.v1`.
 * Fails with INVALID, LIMIT_REACHED (playlists of one person), NOT_FOUND (a track) and NOT_PERMITTED (somebody else's track in an album or EP).
 */
export function createPlaylist({ unitOfWork, tracks, clock, newId }: Dependencies) {
  const playlistOf = (command: CreatePlaylistCommand): Result<Playlist, PlaylistFailure> => {
    const { ownerId, kind, visibility } = command;
    const title = playlistTitle(command.title);
    const description = command.description === null ? null : playlistDescription(command.description);
    if (title === undefined) return err({ code: 'INVALID', path: ['title'] });
    if (description === undefined) return err({ code: 'INVALID', path: ['description'] });
    const said = { title, description, visibility };
    return ok({ id: newId('playlist'), ownerId, kind, ...said, artworkImageId: null, createdAt: clock(), revision: 1 });
  };

  return async (command: CreatePlaylistCommand): Promise<Result<Id<'playlist'>, PlaylistFailure>> => {
    const made = playlistOf(command);
    const wanted = await findWanted(tracks, command.trackIds, command.ownerId);
    if (!made.ok || !wanted.ok) return made.ok ? (wanted as Result<never, PlaylistFailure>) : made;
    const playlist = made.value;
    const trackIds = chosenTracks(playlist, wanted.value);
    if (!trackIds.ok) return trackIds;
    return unitOfWork(async ({ playlists, events }): Promise<Result<Id<'playlist'>, PlaylistFailure>> => {
      if ((await playlists.lockCount(playlist.ownerId)) >= MAX_PLAYLISTS) return err({ code: 'LIMIT_REACHED', path: [] });
      await playlists.insert(playlist);
      const ids = trackIds.value.map(() => newId('plitem'));
      await playlists.addItems(playlist, { ids, trackIds: trackIds.value, position: undefined, at: playlist.createdAt });
      await recordPlaylistChanged(events, playlist);
      return ok(playlist.id);
    });
  };
}
