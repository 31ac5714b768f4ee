import { userError } from '@veza/graphql';
import { toId } from '@veza/kernel';
import { listenerOf } from './context.ts';
import type { RenewStreamInput, Resolvers } from './generated.ts';
import type { TracksLoaders } from './loaders.ts';
import type { TracksUseCases } from '../application/tracks-use-cases.ts';
import type { Track } from '../domain/track.ts';

const UNAVAILABLE = 'There is nothing to hear yet.';

/** The track whose addresses are to be renewed: one that the listener sees, or one that their secret opens. */
async function renewed({ trackId, secret }: RenewStreamInput, loaders: TracksLoaders, tracks: TracksUseCases): Promise<Track | null> {
  if (secret == null) return loaders.track.load(toId('track', trackId));
  const opened = await tracks.findBySecret(secret);
  return opened?.id === trackId ? opened : null;
}

/** Addresses under which tracks are heard. */
export const streamResolvers: Resolvers = {
  Mutation: {
    async renewStream(_root, { input }, { loaders, tracks, request }) {
      const track = await renewed(input, loaders, tracks);
      if (!track) return { stream: null, userErrors: [userError({ code: 'NOT_FOUND', path: ['trackId'] })] };
      const stream = await tracks.grantStream(track, listenerOf(request));
      if (stream) return { stream, userErrors: [] };
      return { stream: null, userErrors: [userError({ code: 'STREAM_UNAVAILABLE', message: UNAVAILABLE, path: ['trackId'] })] };
    },
  },
  Track: {
    stream: async (track, _args, { tracks, request }) => (await tracks.grantStream(track, listenerOf(request))) ?? null,
  },
};
