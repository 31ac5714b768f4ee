import { err, type Id, ok, type Result } from '@veza/kernel';
import type { Playlist } from '../../domain/playlist/playlist.ts';
import type { TracksUnitOfWork } from '../unit-of-work.ts';
import type { PlaylistFailure } from './failure.ts';
import { ownPlaylist, type PlaylistTarget } from './own-playlist.ts';
import { recordPlaylistChanged } from './playlist-events.ts';
import type { PlaylistRepository } from './ports.ts';

/** An item of a playlist. */
export interface ItemTarget extends PlaylistTarget {
  readonly itemId: Id<'plitem'>;
}

/** An item and where it is to stand. */
export interface MovePlaylistItemCommand extends ItemTarget {
  /** From 0, among the other items. Below 0 is the beginning, beyond the end is the end. */
  readonly position: number;
}

type Change = (playlists: PlaylistRepository, playlist: Playlist) => Promise<boolean>;
export type MovePlaylistItem = ReturnType<typeof movePlaylistItem>;
export type RemovePlaylistItem = ReturnType<typeof removePlaylistItem>;

/** Changes one item of a person's own playlist. `change` answers whether the playlist has it. */
function changeItem(
  unitOfWork: TracksUnitOfWork,
  target: PlaylistTarget,
  change: Change,
): Promise<Result<Id<'playlist'>, PlaylistFailure>> {
  return unitOfWork(async ({ playlists, events }): Promise<Result<Id<'playlist'>, PlaylistFailure>> => {
    const playlist = await ownPlaylist(playlists, target);
    if (!playlist.ok) return playlist;
    if (!(await change(playlists, playlist.value))) return err({ code: 'NOT_FOUND', path: ['itemId'] });
    const changed = { ...playlist.value, revision: playlist.value.revision + 1 };
    await playlists.save(changed);
    await recordPlaylistChanged(events, changed);
    return ok(changed.id);
  });
}

/** Moves an item to another place, whatever others do to the rest at the same time. Fails with NOT_FOUND and NOT_PERMITTED. */
export function movePlaylistItem(unitOfWork: TracksUnitOfWork) {
  return ({ itemId, position, ...target }: MovePlaylistItemCommand) =>
    changeItem(unitOfWork, target, (playlists, playlist) => playlists.moveItem(playlist, itemId, position));
}

/** Takes an item out; other items with the same track stay. Fails with NOT_FOUND and NOT_PERMITTED. */
export function removePlaylistItem(unitOfWork: TracksUnitOfWork) {
  return ({ itemId, ...target }: ItemTarget) => changeItem(unitOfWork, target, (playlists, { id }) => playlists.removeItem(id, itemId));
}
