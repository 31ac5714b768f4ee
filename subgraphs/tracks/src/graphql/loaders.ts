import DataLoader from 'dataloader';
import type { Id, Page, Slice } from '@veza/kernel';
import type { OriginalFile } from '../application/download/grant-download.ts';
import type { PlaylistItem, PlaylistSize } from '../application/playlist/ports.ts';
import type { TracksUseCases } from '../application/tracks-use-cases.ts';
import type { UploadViewer } from '../application/upload/find-uploads.ts';
import type { Device } from '../domain/playback/device.ts';
import type { Playlist } from '../domain/playlist/playlist.ts';
import type { Track } from '../domain/track.ts';
import type { Upload } from '../domain/upload.ts';
import type { TrackViewer } from '../domain/viewer.ts';

/** Batches of one request; everything is read once, as its viewer may see it. */
export interface TracksLoaders {
  readonly track: DataLoader<Id<'track'>, Track | null>;
  readonly upload: DataLoader<Id<'upload'>, Upload | null>;
  /** By the id of the version. */
  readonly original: DataLoader<string, OriginalFile | null>;
  readonly tracksOfArtist: DataLoader<PageKey<Id<'user'>, Id<'track'>>, Page<Track>, string>;
  readonly playlist: DataLoader<Id<'playlist'>, Playlist | null>;
  readonly playlistItems: DataLoader<PageKey<Id<'playlist'>, string>, Page<PlaylistItem>, string>;
  readonly playlistSize: DataLoader<Id<'playlist'>, PlaylistSize>;
  readonly trackCount: DataLoader<Id<'user'>, number>;
  readonly device: DataLoader<Id<'device'>, Device | null>;
}

const NOTHING: PlaylistSize = { count: 0, durationMs: 0 };
const EMPTY: Page<never> = { items: [], hasNextPage: false, hasPreviousPage: false };

/** A page that is asked for of one of several lists. */
interface PageKey<ListId, Place> {
  readonly listId: ListId;
  readonly slice: Slice<Place>;
}

/** One statement for all lists whose pages are asked for alike. */
function pageLoader<ListId extends string, Place, Item>(
  list: (ids: readonly ListId[], slice: Slice<Place>) => Promise<ReadonlyMap<ListId, Page<Item>>>,
): DataLoader<PageKey<ListId, Place>, Page<Item>, string> {
  const sliceKey = ({ slice }: PageKey<ListId, Place>) => JSON.stringify(slice);
  return new DataLoader(
    async (asked) => {
      const answers = new Map<string, ReadonlyMap<ListId, Page<Item>>>();
      for (const key of new Set(asked.map(sliceKey))) {
        const alike = asked.filter((page) => sliceKey(page) === key);
        const ids = alike.map(({ listId }) => listId);
        answers.set(key, await list(ids, alike[0]!.slice));
      }
      return asked.map((page) => answers.get(sliceKey(page))?.get(page.listId) ?? EMPTY);
    },
    { cacheKeyFn: (page) => `${page.listId} ${sliceKey(page)}` },
  );
}

/** Fresh loaders for one request. */
export function tracksLoaders(useCases: TracksUseCases, viewer: TrackViewer, uploadViewer: UploadViewer): TracksLoaders {
  const { tracks, findUploads, originals, playlists, playback } = useCases;
  return {
    track: new DataLoader(async (ids) => {
      const found = await tracks.findMany(ids, viewer);
      return ids.map((id) => found.get(id) ?? null);
    }),
    upload: new DataLoader(async (ids) => {
      const found = await findUploads(ids, uploadViewer);
      return ids.map((id) => found.get(id) ?? null);
    }),
    original: new DataLoader(async (ids) => {
      const found = await originals.findMany(ids);
      return ids.map((id) => found.get(id) ?? null);
    }),
    tracksOfArtist: pageLoader((ids, slice) => tracks.listByArtists(ids, slice, viewer)),
    playlist: new DataLoader(async (ids) => {
      const found = await playlists.findMany(ids, viewer);
      return ids.map((id) => found.get(id) ?? null);
    }),
    playlistItems: pageLoader((ids, slice) => playlists.listItems(ids, slice, viewer)),
    playlistSize: new DataLoader(async (ids) => {
      const found = await playlists.sizes(ids, viewer);
      return ids.map((id) => found.get(id) ?? NOTHING);
    }),
    trackCount: new DataLoader(async (ids) => {
      const found = await tracks.countByArtists(ids, viewer);
      return ids.map((id) => found.get(id) ?? 0);
    }),
    device: new DataLoader(async (ids) => {
      const found = viewer.userId === undefined ? new Map<Id<'device'>, Device>() : await playback.findDevices(ids, viewer.userId);
      return ids.map((id) => found.get(id) ?? null);
    }),
  };
}
