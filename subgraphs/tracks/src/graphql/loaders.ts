import DataLoader from 'dataloader';
import type { Id, Page } from '@veza/kernel';
import type { OriginalFile } from '../application/download/grant-download.ts';
import type { Slice } from '../application/track/ports.ts';
import type { TracksUseCases } from '../application/tracks-use-cases.ts';
import type { UploadViewer } from '../application/upload/find-uploads.ts';
import type { Track } from '../domain/track.ts';
import type { Upload } from '../domain/upload.ts';
import type { TrackViewer } from '../domain/viewer.ts';

/** A page of an artist's tracks. */
export interface ArtistPage {
  readonly artistId: Id<'user'>;
  readonly slice: Slice<Id<'track'>>;
}

/** Batches of one request; everything is read once, as its viewer may see it. */
export interface TracksLoaders {
  readonly track: DataLoader<Id<'track'>, Track | null>;
  readonly upload: DataLoader<Id<'upload'>, Upload | null>;
  /** By the id of the version. */
  readonly original: DataLoader<string, OriginalFile | null>;
  readonly tracksOfArtist: DataLoader<ArtistPage, Page<Track>, string>;
  readonly trackCount: DataLoader<Id<'user'>, number>;
}

const EMPTY: Page<Track> = { items: [], hasNextPage: false, hasPreviousPage: false };
const sliceKey = ({ slice }: ArtistPage) => JSON.stringify(slice);

/** One statement for all artists whose pages are asked for alike. */
async function pagesOf(
  tracks: TracksUseCases['tracks'],
  viewer: TrackViewer,
  asked: readonly ArtistPage[],
): Promise<readonly Page<Track>[]> {
  const answers = new Map<string, ReadonlyMap<Id<'user'>, Page<Track>>>();
  for (const key of new Set(asked.map(sliceKey))) {
    const alike = asked.filter((page) => sliceKey(page) === key);
    const found = await tracks.listByArtists(
      alike.map(({ artistId }) => artistId),
      alike[0]!.slice,
      viewer,
    );
    answers.set(key, found);
  }
  return asked.map((page) => answers.get(sliceKey(page))?.get(page.artistId) ?? EMPTY);
}

/** Fresh loaders for one request. */
export function tracksLoaders(useCases: TracksUseCases, viewer: TrackViewer, uploadViewer: UploadViewer): TracksLoaders {
  const { tracks, findUploads, originals } = useCases;
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
    tracksOfArtist: new DataLoader((pages) => pagesOf(tracks, viewer, pages), {
      cacheKeyFn: (page) => `${page.artistId} ${sliceKey(page)}`,
    }),
    trackCount: new DataLoader(async (ids) => {
      const found = await tracks.countByArtists(ids, viewer);
      return ids.map((id) => found.get(id) ?? 0);
    }),
  };
}
