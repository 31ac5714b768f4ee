import { connection, readSlice } from '@veza/graphql';
import { toId } from '@veza/kernel';
import type { Resolvers } from './generated.ts';

/** Playlists and what is in them. */
export const playlistResolvers: Resolvers = {
  Query: {
    playlist: (_root, { id }, { loaders }) => loaders.playlist.load(toId('playlist', id)),
  },
  Playlist: {
    owner: ({ ownerId }) => ({ id: ownerId }),
    artwork: ({ artworkImageId }) => (artworkImageId === null ? null : { id: artworkImageId }),
    durationMs: async ({ id }, _args, { loaders }) => (await loaders.playlistSize.load(id)).durationMs,
    async items({ id: playlistId }, page, { loaders, cursors }) {
      const codec = cursors('Playlist.items', playlistId);
      const slice = readSlice(page, codec, ([rank]) => String(rank));
      const items = await loaders.playlistItems.load({ listId: playlistId, slice });
      return connection(
        items,
        ({ rank }) => codec.encode([rank]),
        async () => (await loaders.playlistSize.load(playlistId)).count,
      );
    },
  },
};
