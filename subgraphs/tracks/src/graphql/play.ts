import { connection, graphqlError, readSlice, userError } from '@veza/graphql';
import { parseTypeId, toId } from '@veza/kernel';
import type { Track } from '../domain/track.ts';
import { personOf, type TracksContext } from './context.ts';
import type { Resolvers } from './generated.ts';

const DEFAULT_DAYS = 28;
const MAX_DAYS = 365;
const NOT_READY = 'There is nothing to hear yet.';

interface Failure {
  readonly code: 'INVALID' | 'NOT_FOUND' | 'STREAM_UNAVAILABLE';
  readonly path: readonly string[];
}

const refused = ({ code, path }: Failure) => ({
  playback: null,
  userErrors: [userError({ code, path, ...(code === 'STREAM_UNAVAILABLE' && { message: NOT_READY }) })],
});

/** Its artist sees the figures of a track, and whoever keeps the books. */
function seesStats({ artistId }: Track, { caller, viewer }: TracksContext): boolean {
  return viewer.userId === artistId || (caller.kind === 'user' && caller.scopes.includes('ledger:read'));
}

/** What was heard: reports of devices, a person's history, an artist's figures. */
export const playResolvers: Resolvers = {
  Mutation: {
    async reportPlayback(_root, { input }, context) {
      const { tracks, loaders, request } = context;
      const userId = personOf(context);
      if (parseTypeId('device', input.deviceId) === undefined) return refused({ code: 'NOT_FOUND', path: ['deviceId'] });
      if (input.positionMs < 0) return refused({ code: 'INVALID', path: ['positionMs'] });
      const track = await loaders.track.load(toId('track', input.trackId));
      if (!track) return refused({ code: 'NOT_FOUND', path: ['trackId'] });
      const network = tracks.networkOf(request.clientAddress);
      const command = { userId, deviceId: toId('device', input.deviceId), track, playedMs: input.playedMs, network };
      const reported = await tracks.reportPlayback(command);
      if (!reported.ok) return refused(reported.error);
      const { deviceId } = command;
      return {
        playback: await tracks.reportPosition({ userId, deviceId, trackId: track.id, positionMs: input.positionMs }),
        userErrors: [],
      };
    },
  },
  Track: {
    async stats(track, { days: asked }, context) {
      const days = asked ?? DEFAULT_DAYS;
      if (days < 1 || days > MAX_DAYS) throw graphqlError('BAD_USER_INPUT', `days goes from 1 to ${MAX_DAYS}`, { argument: ['days'] });
      if (!seesStats(track, context)) return null;
      const { tracks } = context;
      return tracks.plays.statsOf(track.id, days, tracks.now());
    },
  },
  Viewer: {
    async listeningHistory({ id: userId }, page, { tracks, cursors }) {
      const codec = cursors('Viewer.listeningHistory', userId);
      const slice = readSlice(page, codec, ([playedAtMs, id]) => ({ playedAtMs: Number(playedAtMs), id: String(id) }));
      const heard = await tracks.plays.listHistory(userId, slice);
      return connection(
        heard,
        ({ playedAt, id }) => codec.encode([playedAt.getTime(), id]),
        () => tracks.plays.countHistory(userId),
      );
    },
  },
};
