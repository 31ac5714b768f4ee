import { type Id, toId } from '@veza/kernel';
import type { ArtistReader } from '../artist/ports.ts';
import type { TrackReader } from '../track/ports.ts';
import type { ArtistCard } from '../../domain/artist-card.ts';
import type { Track } from '../../domain/track.ts';
import { NOBODY } from '../../domain/viewer.ts';

/** Tracks of a feed; readers of podcasts come by every hour and miss nothing. */
const FEED_ITEMS = 200;

/** An artist and what everybody can hear of them, the newest first. */
export interface ArtistFeed {
  readonly artist: ArtistCard;
  readonly tracks: readonly Track[];
}

export type ListFeed = ReturnType<typeof listFeed>;

/** The feed of an artist; undefined for people of whom nothing is known here. */
export function listFeed({ tracks, artists }: { readonly tracks: Pick<TrackReader, 'listByArtists'>; readonly artists: ArtistReader }) {
  return async (artistId: string): Promise<ArtistFeed | undefined> => {
    const id = toId('user', artistId) as Id<'user'>;
    const artist = await artists.find(id);
    if (!artist) return undefined;
    const page = await tracks.listByArtists([id], { size: FEED_ITEMS, direction: 'forward', after: undefined, before: undefined }, NOBODY);
    return { artist, tracks: page.get(id)?.items ?? [] };
  };
}
