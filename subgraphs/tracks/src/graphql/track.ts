import { graphqlError } from '@veza/graphql';
import { toId } from '@veza/kernel';
import { FAILURE_MESSAGES } from '../domain/audio/processing.ts';
import { publishedAt, type Track } from '../domain/track.ts';
import { WAVEFORM_PAIRS, waveformPeaks } from '../domain/audio/waveform.ts';
import type { Resolvers } from './generated.ts';

/** Tracks and how far their audio is. */
export const trackResolvers: Resolvers = {
  Query: {
    track: (_root, { id }, { loaders }) => loaders.track.load(toId('track', id)),
  },
  Subscription: {
    trackProcessing: {
      async subscribe(_root, { trackId }, { tracks, viewer, request }) {
        const followed = await tracks.followProcessing({ trackId: toId('track', trackId), viewer, signal: request.signal });
        if (!followed.ok) throw graphqlError(followed.error.code, 'there is no such track, or you cannot see it');
        return followed.value as AsyncIterable<never>;
      },
      resolve: (track: Track) => track,
    },
  },
  Track: {
    url: ({ id }, _args, { tracks }) => tracks.pageUrl(id),
    publishedAt: (track, _args, { tracks }) => publishedAt(track, tracks.now()),
    durationMs: ({ audio }) => audio?.durationMs ?? null,
    artist: ({ artistId }) => ({ id: artistId }),
    artwork: ({ artworkImageId }) => (artworkImageId === null ? null : { id: artworkImageId }),
    loudness: ({ audio }) => audio?.loudness ?? null,
    waveform({ audio }, { samples }) {
      if (samples < 1 || samples > WAVEFORM_PAIRS) throw graphqlError('BAD_USER_INPUT', `samples goes from 1 to ${WAVEFORM_PAIRS}`);
      return audio && { peaks: waveformPeaks(audio.waveform, samples) };
    },
  },
  TrackProcessing: {
    failure: ({ failureCode }) => failureCode && { code: failureCode, message: FAILURE_MESSAGES[failureCode] },
  },
};
