import type { FastifyInstance } from 'fastify';
import type { TracksAdapters } from './adapters.ts';
import { findPage } from './application/page/find-page.ts';
import { listFeed } from './application/page/list-feed.ts';
import type { TracksUseCases } from './application/tracks-use-cases.ts';
import type { TracksDependencies } from './dependencies.ts';
import { postgresArtistReader } from './infrastructure/artist/postgres-artist-reader.ts';
import { feedDoor } from './infrastructure/page/feed-door.ts';
import { pageAddresses } from './infrastructure/page/page-addresses.ts';
import { pageDoor } from './infrastructure/page/page-door.ts';
import { playerDoor } from './infrastructure/page/player-door.ts';

/** What people without an account and without an app meet: pages of tracks, their descriptions for embedders, feeds for readers of podcasts. */
export function publicPages(deps: TracksDependencies, { tracks, nowMs }: TracksAdapters, { findBySecret, grantStream }: TracksUseCases) {
  const { database, blobs, publicUrl, mediaUrl } = deps;
  const artists = postgresArtistReader(database);
  const addresses = pageAddresses(publicUrl, mediaUrl);
  const pages = { findPage: findPage({ tracks, artists, findBySecret }), addresses };
  return async (server: FastifyInstance): Promise<void> => {
    await pageDoor({ ...pages, grantStream, mediaOrigin: mediaUrl })(server);
    await feedDoor({ ...pages, listFeed: listFeed({ tracks, artists }), database, blobs, nowMs })(server);
    await playerDoor(server);
  };
}
