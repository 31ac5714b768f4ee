import { userError, type UserErrorShape } from '@veza/graphql';
import { toId } from '@veza/kernel';
import type { TrackFailure } from '../application/track/failure.ts';
import { personOf } from './context.ts';
import type { Resolvers } from './generated.ts';
import { changesOf, withoutNulls } from './track-input.ts';

const MESSAGES: Partial<Record<TrackFailure['code'], string>> = {
  UPLOAD_NOT_READY: 'Not all bytes of this upload have arrived.',
  LIMIT_REACHED: 'Too many of your tracks wait to be processed; try again when some are ready.',
};

function refusal({ code, path }: TrackFailure): UserErrorShape<TrackFailure['code']> {
  const message = MESSAGES[code];
  return userError({ code, path, ...(message !== undefined && { message }) });
}

/** Making, changing and deleting tracks. */
export const trackMutationResolvers: Resolvers = {
  Mutation: {
    async createTrack(_root, { input }, context) {
      const { uploadId, artworkUploadId, releaseAt, ...said } = input;
      const command = {
        ...changesOf(withoutNulls(said)),
        artistId: personOf(context),
        uploadId: toId('upload', uploadId),
        ...(artworkUploadId != null && { artworkUploadId: toId('upload', artworkUploadId) }),
        ...(releaseAt != null && { releaseAt }),
      };
      const made = await context.tracks.createTrack(command);
      if (!made.ok) return { track: null, userErrors: [refusal(made.error)] };
      return { track: await context.loaders.track.load(made.value), userErrors: [] };
    },

    async updateTrack(_root, { input }, context) {
      const { trackId, uploadId, artworkUploadId, releaseAt, ...said } = input;
      const changed = await context.tracks.updateTrack({
        ...changesOf(said),
        artistId: personOf(context),
        trackId: toId('track', trackId),
        ...(uploadId != null && { uploadId: toId('upload', uploadId) }),
        ...(releaseAt !== undefined && { releaseAt }),
        ...(artworkUploadId !== undefined && { artworkUploadId: artworkUploadId === null ? null : toId('upload', artworkUploadId) }),
      });
      if (!changed.ok) return { track: null, userErrors: [refusal(changed.error)] };
      context.loaders.track.clear(changed.value);
      return { track: await context.loaders.track.load(changed.value), userErrors: [] };
    },

    async deleteTrack(_root, { input }, context) {
      const deleted = await context.tracks.deleteTrack(toId('track', input.trackId), personOf(context));
      if (!deleted.ok) return { deletedTrackId: null, userErrors: [refusal(deleted.error)] };
      context.loaders.track.clear(deleted.value);
      return { deletedTrackId: deleted.value, userErrors: [] };
    },
  },
};
