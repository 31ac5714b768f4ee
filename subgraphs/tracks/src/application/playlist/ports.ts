import type { Id, Page, Slice } from '@veza/kernel';
import type { Playlist } from '../../domain/playlist/playlist.ts';
import type { Track } from '../../domain/track.ts';
import type { TrackViewer } from '../../domain/viewer.ts';

/** A track at a place in a playlist. */
export interface PlaylistItem {
  readonly id: Id<'plitem'>;
  /** Orders the items of a playlist, compared byte by byte. */
  readonly rank: string;
  readonly track: Track;
}

/** Tracks that are about to be put into a playlist. */
export interface NewItems {
  readonly ids: readonly Id<'plitem'>[];
  /** One for each id. */
  readonly trackIds: readonly Id<'track'>[];
  /** From 0, among the items that the owner sees; undefined for the end, and beyond it is the end. */
  readonly position: number | undefined;
  readonly at: Date;
}

/** Playlists inside a transaction; whoever changes items has the playlist locked. */
export interface PlaylistRepository {
  insert(playlist: Playlist): Promise<void>;
  /** The playlist, locked; undefined when there is none. */
  lock(id: Id<'playlist'>): Promise<Playlist | undefined>;
  /** Locks the person, so that two new playlists are counted one after the other. */
  lockCount(ownerId: Id<'user'>): Promise<number>;
  /** Everything but the items. */
  save(playlist: Playlist): Promise<void>;
  markDeleted(id: Id<'playlist'>, at: Date): Promise<void>;
  countItems(id: Id<'playlist'>): Promise<number>;
  addItems(playlist: Pick<Playlist, 'id' | 'ownerId'>, items: NewItems): Promise<void>;
  /** Answers whether the playlist has the item. @param position from 0, among the other items that the owner sees */
  moveItem(playlist: Pick<Playlist, 'id' | 'ownerId'>, itemId: Id<'plitem'>, position: number): Promise<boolean>;
  /** Answers whether the playlist had the item. */
  removeItem(id: Id<'playlist'>, itemId: Id<'plitem'>): Promise<boolean>;
  /** Takes a track that is gone out of all playlists. */
  removeTrack(trackId: Id<'track'>): Promise<void>;
}

/** How much a viewer finds in a playlist. */
export interface PlaylistSize {
  readonly count: number;
  readonly durationMs: number;
}

/** Playlists as they are read; items whose track the viewer may not see are left out everywhere. */
export interface PlaylistReader {
  /** Any number of playlists in one statement, by id. */
  findMany(ids: readonly Id<'playlist'>[], viewer: TrackViewer): Promise<ReadonlyMap<Id<'playlist'>, Playlist>>;
  /** Places are ranks. One statement for all playlists. */
  listItems(
    ids: readonly Id<'playlist'>[],
    slice: Slice<string>,
    viewer: TrackViewer,
  ): Promise<ReadonlyMap<Id<'playlist'>, Page<PlaylistItem>>>;
  sizes(ids: readonly Id<'playlist'>[], viewer: TrackViewer): Promise<ReadonlyMap<Id<'playlist'>, PlaylistSize>>;
}
