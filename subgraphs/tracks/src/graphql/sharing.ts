import { userError } from '@veza/graphql';
import { toId } from '@veza/kernel';
import { mayDownload } from '../application/download/grant-download.ts';
import { listenerOf, personOf } from './context.ts';
import type { Resolvers } from './generated.ts';

/** What an artist gives away: links to what is not out yet, and the files that tracks were made of. */
export const sharingResolvers: Resolvers = {
  Query: {
    trackBySecretLink: async (_root, { secret }, { tracks }) => (await tracks.findBySecret(secret)) ?? null,
  },
  Mutation: {
    async createSecretLink(_root, { input }, context) {
      const { tracks } = context;
      const command = { artistId: personOf(context), trackId: toId('track', input.trackId), expiresAt: input.expiresAt ?? null };
      const made = await tracks.createSecretLink(command);
      if (!made.ok) return { secretLink: null, userErrors: [userError(made.error)] };
      return { secretLink: { ...made.value, url: tracks.secretUrl(made.value.secret) }, userErrors: [] };
    },
  },
  Track: {
    async download(track, _args, { tracks, loaders, viewer, request }) {
      const { audio } = track;
      if (!audio || !mayDownload(track, viewer.userId)) return null;
      const original = await loaders.original.load(audio.assetId);
      return original && tracks.grantDownload(audio.aid, original, listenerOf(request));
    },
  },
};
