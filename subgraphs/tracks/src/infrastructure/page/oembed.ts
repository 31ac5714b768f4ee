import type { TrackPage } from '../../application/page/find-page.ts';
import type { PageAddresses } from './page-addresses.ts';
import { htmlText, pageTitle } from './track-page.ts';

const WIDTH = 600;
const HEIGHT = 160;
const THUMBNAIL_SIZE = 256;
/** Seconds that a description may be kept. */
const CACHE_AGE = 3_600;

/** How much room an embedder has, in pixels. */
export interface EmbedRoom {
  readonly maxWidth: number | undefined;
  readonly maxHeight: number | undefined;
}

/** How a page is shown inside another. @param address of the page @see https://oembed.com, type `rich` */
export function oembed(page: TrackPage, address: string, addresses: PageAddresses, room: EmbedRoom): Readonly<Record<string, unknown>> {
  const { track, artist } = page;
  const width = Math.min(WIDTH, room.maxWidth ?? WIDTH);
  const height = Math.min(HEIGHT, room.maxHeight ?? HEIGHT);
  const frame = `src="${htmlText(address)}" width="${width}" height="${height}" title="${htmlText(pageTitle(page))}"`;
  return {
    version: '1.0',
    type: 'rich',
    provider_name: 'Veza',
    provider_url: new URL(address).origin,
    title: track.title,
    ...(artist && { author_name: artist.displayName }),
    cache_age: CACHE_AGE,
    ...(track.artworkImageId !== null && {
      thumbnail_url: addresses.picture(track.artworkImageId, THUMBNAIL_SIZE),
      thumbnail_width: THUMBNAIL_SIZE,
      thumbnail_height: THUMBNAIL_SIZE,
    }),
    width,
    height,
    html: `<iframe ${frame} style="border:0" allow="autoplay; encrypted-media" loading="lazy"></iframe>`,
  };
}
