import { type Id, toId } from '@veza/kernel';
import type { ArtistReader } from '../artist/ports.ts';
import type { FindBySecret } from '../secret/find-by-secret.ts';
import type { TrackReader } from '../track/ports.ts';
import type { ArtistCard } from '../../domain/artist-card.ts';
import type { Track } from '../../domain/track.ts';
import { NOBODY } from '../../domain/viewer.ts';

interface Dependencies {
  readonly tracks: Pick<TrackReader, 'findMany'>;
  readonly artists: ArtistReader;
  readonly findBySecret: FindBySecret;
}

/** How a page is asked for: by the id of a track that everybody may hear, or by the secret of a link. */
export type PageKey = { readonly trackId: string } | { readonly secret: string };

/** What a page shows. */
export interface TrackPage {
  readonly track: Track;
  /** Undefined until their owner told of them. */
  readonly artist: ArtistCard | undefined;
}

export type FindPage = ReturnType<typeof findPage>;

/** The page of a track that a person without an account may hear; undefined for every other. */
export function findPage({ tracks, artists, findBySecret }: Dependencies) {
  async function trackOf(key: PageKey): Promise<Track | undefined> {
    if ('secret' in key) return findBySecret(key.secret);
    const id = toId('track', key.trackId) as Id<'track'>;
    return (await tracks.findMany([id], NOBODY)).get(id);
  }

  return async (key: PageKey): Promise<TrackPage | undefined> => {
    const track = await trackOf(key);
    return track && { track, artist: await artists.find(track.artistId) };
  };
}
