import type { Id, Page, Slice } from '@veza/kernel';
import type { Track, TrackLicence, TrackMetadata } from '../../domain/track.ts';
import type { TrackViewer } from '../../domain/viewer.ts';

/** A track that is about to be made; its first version of audio comes in the same transaction. */
export type NewTrack = Pick<
  Track,
  'id' | 'artistId' | 'isTitleChosen' | 'artworkImageId' | 'releaseAt' | 'createdAt' | keyof TrackMetadata
>;

/** Tracks inside a transaction. */
export interface TrackRepository {
  insert(track: NewTrack, newestAssetId: string): Promise<void>;
  /** The artist's own track, locked; undefined when there is none. */
  lockOwn(id: Id<'track'>, artistId: Id<'user'>): Promise<Track | undefined>;
  /** Any track that is not deleted, locked. */
  lock(id: Id<'track'>): Promise<Track | undefined>;
  /** Writes what the artist says, the release with it, and raises the revision. A release that lies ahead is to be told of when it comes. */
  saveMetadata(track: Track): Promise<void>;
  /** The picture; null for none. */
  setArtwork(id: Id<'track'>, imageId: string | null): Promise<void>;
  /** The version whose processing is shown. */
  setNewestAsset(id: Id<'track'>, assetId: string): Promise<void>;
  /** The version that is heard, and what goes with the first one. */
  setCurrentAsset(track: Pick<Track, 'id' | 'readyAt' | 'isAnnounced' | 'title'>, assetId: string): Promise<void>;
  /** Others know of the release; writes the revision and whether everybody was told. */
  markReleaseTold(track: Pick<Track, 'id' | 'revision' | 'isAnnounced'>): Promise<void>;
  /** Out of sight since an instant, or in sight again. */
  setHidden(track: Pick<Track, 'id' | 'revision' | 'isAnnounced'>, hiddenAt: Date | null): Promise<void>;
  markDeleted(id: Id<'track'>, at: Date): Promise<void>;
}

/** What must be true of tracks that are looked for. */
export interface TrackSearchFilter {
  /** Lower case. */
  readonly genre?: string;
  readonly tags?: readonly string[];
  readonly minDurationMs?: number;
  readonly maxDurationMs?: number;
  readonly licence?: TrackLicence;
}

/** A place in a list of search results. */
export interface SearchPlace {
  readonly score: number;
  readonly id: Id<'track'>;
}

/** A track and how well it fits. */
export interface FoundTrack extends SearchPlace {
  readonly track: Track;
}

/** Tracks as they are read; every method shows what the viewer may see and nothing else. */
export interface TrackReader {
  /** Any number of tracks in one statement, by id. */
  findMany(ids: readonly Id<'track'>[], viewer: TrackViewer): Promise<ReadonlyMap<Id<'track'>, Track>>;
  /** The newest tracks of each artist, one statement for all. */
  listByArtists(
    artistIds: readonly Id<'user'>[],
    slice: Slice<Id<'track'>>,
    viewer: TrackViewer,
  ): Promise<ReadonlyMap<Id<'user'>, Page<Track>>>;
  /** The track of a secret link that has not ended, whoever may see it. */
  findBySecretHash(hash: Uint8Array): Promise<Track | undefined>;
  /** Tracks whose release has come and was not told of, the earliest first. */
  findDueReleases(now: Date, limit: number): Promise<readonly Id<'track'>[]>;
  countByArtists(artistIds: readonly Id<'user'>[], viewer: TrackViewer): Promise<ReadonlyMap<Id<'user'>, number>>;
}

/** Looks for public tracks. */
export interface TrackSearch {
  /** Best first; without words the newest first. */
  find(words: string, filter: TrackSearchFilter, slice: Slice<SearchPlace>): Promise<Page<FoundTrack>>;
  /** Exact up to 1,000, then 1,000. */
  count(words: string, filter: TrackSearchFilter): Promise<number>;
}
