import { Feed, type Item } from 'feed';
import type { ArtistFeed } from '../../application/page/list-feed.ts';
import { publishedAt, type Track } from '../../domain/track.ts';
import type { PageAddresses } from './page-addresses.ts';

const PICTURE_SIZE = 1_024;
const AUDIO_TYPE = 'audio/mp4';
/** Minutes after which readers look again. */
const FEED_MINUTES = 60;

/** A track as an entry; undefined while nobody but its artist can hear it. @param length bytes of its whole audio */
function entryOf(track: Track, length: number, addresses: PageAddresses, now: Date): Item | undefined {
  const { id, title, description, genre, tags, artworkImageId, audio } = track;
  const date = publishedAt(track, now);
  if (date === null || audio === null) return undefined;
  return {
    guid: id,
    title,
    link: addresses.page(id),
    date,
    ...(description !== null && { description }),
    ...(artworkImageId !== null && { image: addresses.picture(artworkImageId, PICTURE_SIZE) }),
    category: [...new Set(genre === null ? tags : [genre, ...tags])].map((name) => ({ name })),
    audio: { url: addresses.audio(id), length, type: AUDIO_TYPE, duration: Math.round(audio.durationMs / 1000) },
  };
}

/**
 * An artist's tracks as RSS 2.0 with the fields that podcast players read.
 * @param byteSizes of the tracks' whole audio, by track; those without any are left out
 * @see https://www.rssboard.org/rss-specification
 */
export function artistFeed(
  { artist, tracks }: ArtistFeed,
  byteSizes: ReadonlyMap<string, number>,
  addresses: PageAddresses,
  now: Date,
): string {
  const address = addresses.feed(artist.id);
  const feed = new Feed({
    id: address,
    title: artist.displayName,
    description: `What ${artist.displayName} makes.`,
    link: address,
    feedLinks: { rss: address },
    author: { name: artist.displayName },
    generator: 'Veza',
    podcast: true,
    updated: tracks[0]?.createdAt ?? new Date(0),
    ttl: FEED_MINUTES,
  });
  for (const track of tracks) {
    const length = byteSizes.get(track.id);
    const entry = length === undefined ? undefined : entryOf(track, length, addresses, now);
    if (entry) feed.addItem(entry);
  }
  return feed.rss2();
}
