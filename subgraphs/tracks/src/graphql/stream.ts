import { userError } from '@veza/graphql';
import { toId } from '@veza/kernel';
import { listenerOf } from './context.ts';
import type { Resolvers } from './generated.ts';

const UNAVAILABLE = 'There is nothing to hear yet.';

/** Addresses under which tracks are heard. */
export const streamResolvers: Resolvers = {
  Mutation: {
    async renewStream(_root, { input }, { loaders, tracks, request }) {
      const track = await loaders.track.load(toId('track', input.trackId));
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
