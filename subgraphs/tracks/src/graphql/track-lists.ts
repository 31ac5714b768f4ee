import { connection, graphqlError, readSlice } from '@veza/graphql';
import { toId } from '@veza/kernel';
import { trackQuery } from '../application/track/search-tracks.ts';
import type { Resolvers } from './generated.ts';
import { withoutNulls } from './track-input.ts';

/** Lists of tracks: a person's own, and what a search finds. */
export const trackListResolvers: Resolvers = {
  Query: {
    async searchTracks(_root, { query, filter, ...page }, { tracks, cursors }) {
      const asked = trackQuery(query, withoutNulls(filter ?? {}));
      if (!asked.ok) throw graphqlError(asked.error.code, asked.error.message);
      const codec = cursors('Query.searchTracks', asked.value);
      const slice = readSlice(page, codec, ([score, id]) => ({ score: Number(score), id: toId('track', String(id)) }));
      const found = await tracks.searchTracks.find(asked.value, slice);
      const cursorById = new Map(found.items.map(({ track, score, id }) => [track.id, codec.encode([score, id])]));
      const listed = { ...found, items: found.items.map(({ track }) => track) };
      return connection(
        listed,
        ({ id }) => cursorById.get(id)!,
        () => tracks.searchTracks.count(asked.value),
      );
    },
  },
  User: {
    feedUrl: ({ id }, _args, { tracks }) => tracks.feedUrl(toId('user', id)),
    async tracks({ id: artistId }, page, { loaders, cursors }) {
      const codec = cursors('User.tracks', artistId);
      const slice = readSlice(page, codec, ([id]) => toId('track', String(id)));
      const listed = await loaders.tracksOfArtist.load({ listId: artistId, slice });
      return connection(
        listed,
        ({ id }) => codec.encode([id]),
        () => loaders.trackCount.load(artistId),
      );
    },
  },
};
