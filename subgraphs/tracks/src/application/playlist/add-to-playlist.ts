import { type Clock, err, type Id, type NewId, ok, type Result } from '@veza/kernel';
import { MAX_ITEMS } from '../../domain/playlist/playlist.ts';
import type { TrackReader } from '../track/ports.ts';
import type { TracksUnitOfWork } from '../unit-of-work.ts';
import { chosenTracks, findWanted } from './chosen-tracks.ts';
import type { PlaylistFailure } from './failure.ts';
import { ownPlaylist, type PlaylistTarget } from './own-playlist.ts';
import { recordPlaylistChanged } from './playlist-events.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly tracks: Pick<TrackReader, 'findMany'>;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Tracks for a playlist. */
export interface AddToPlaylistCommand extends PlaylistTarget {
  /** 1 to 100; one that stands there already stands there twice. */
  readonly trackIds: readonly Id<'track'>[];
  /** From 0; undefined for the end. Below 0 is the beginning, beyond the end is the end. */
  readonly position: number | undefined;
}

export type AddToPlaylist = ReturnType<typeof addToPlaylist>;

/**
 * Puts tracks into a person's own playlist, in their order. Records `tracks.playlist-changed.v1`.
 * Fails with INVALID, NOT_FOUND, NOT_PERMITTED and PLAYLIST_FULL; then nothing changes.
 */
export function addToPlaylist({ unitOfWork, tracks, clock, newId }: Dependencies) {
  return async (command: AddToPlaylistCommand): Promise<Result<Id<'playlist'>, PlaylistFailure>> => {
    if (command.trackIds.length === 0) return err({ code: 'INVALID', path: ['trackIds'] });
    const wanted = await findWanted(tracks, command.trackIds, command.ownerId);
    if (!wanted.ok) return wanted;
    return unitOfWork(async ({ playlists, events }): Promise<Result<Id<'playlist'>, PlaylistFailure>> => {
      const playlist = await ownPlaylist(playlists, command);
      if (!playlist.ok) return playlist;
      const chosen = chosenTracks(playlist.value, wanted.value);
      if (!chosen.ok) return chosen;
      const { id, revision } = playlist.value;
      if ((await playlists.countItems(id)) + chosen.value.length > MAX_ITEMS) return err({ code: 'PLAYLIST_FULL', path: ['trackIds'] });
      const ids = chosen.value.map(() => newId('plitem'));
      await playlists.addItems(playlist.value, { ids, trackIds: chosen.value, position: command.position, at: clock() });
      const changed = { ...playlist.value, revision: revision + 1 };
      await playlists.save(changed);
      await recordPlaylistChanged(events, changed);
      return ok(id);
    });
  };
}
