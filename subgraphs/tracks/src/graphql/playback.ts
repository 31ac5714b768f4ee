import { graphqlError, userError, type UserErrorShape } from '@veza/graphql';
import { type Result, toId } from '@veza/kernel';
import type { PlaybackFailure } from '../application/playback/failure.ts';
import { currentEntry, initialPlayback, type PlaybackState } from '../domain/playback/playback-state.ts';
import { personOf, type TracksContext } from './context.ts';
import type { Resolvers } from './generated.ts';
import { playbackWish } from './playback-wish.ts';
import { queuePage } from './queue-page.ts';

type Code = Exclude<PlaybackFailure['code'], 'RATE_LIMITED'>;

const MESSAGES: Partial<Readonly<Record<Code, string>>> = {
  QUEUE_FULL: 'The queue has at most 1,000 entries.',
  NOTHING_TO_PLAY: 'There is nothing to play.',
  DEVICE_OFFLINE: 'This device has not been heard of for a while.',
};
const ONE_COMMAND = 'Give exactly one command.';

/** A refusal as the payload's `userErrors`. @throws GraphQLError RATE_LIMITED */
function refusal(failure: PlaybackFailure): readonly UserErrorShape<Code>[] {
  if (failure.code === 'RATE_LIMITED')
    throw graphqlError('RATE_LIMITED', 'too many commands in a short time', { retryAfterMs: failure.retryAfterMs });
  const { code, path } = failure;
  return [userError({ code, path, message: MESSAGES[code] })];
}

/** The state behind a command, the present one beside REVISION_CONFLICT, or why there is none. */
function answer(changed: Result<PlaybackState, PlaybackFailure>) {
  if (changed.ok) return { playback: changed.value, userErrors: [] };
  const playback = changed.error.code === 'REVISION_CONFLICT' ? changed.error.current : null;
  return { playback, userErrors: refusal(changed.error) };
}

/** What a person plays: their devices, their commands, their queue. */
export const playbackResolvers: Resolvers = {
  Mutation: {
    async registerDevice(_root, { input: { name, kind } }, context) {
      const { caller, tracks } = context;
      const userId = personOf(context);
      if (caller.kind !== 'user') throw graphqlError('UNAUTHENTICATED', 'sign in to do this');
      const registered = await tracks.registerDevice({ userId, sessionId: caller.sessionId, name, kind });
      return registered.ok ? { device: registered.value, userErrors: [] } : { device: null, userErrors: refusal(registered.error) };
    },
    async controlPlayback(_root, { input }, context) {
      const userId = personOf(context);
      const read = playbackWish(input);
      if (!('wish' in read)) {
        const path = read.invalid.length > 0 ? read.invalid : null;
        return { playback: null, userErrors: [userError({ code: 'INVALID' as const, path, message: ONE_COMMAND })] };
      }
      const { commandId, deviceId, expectedRevision } = input;
      const asked = { userId, commandId, deviceId: toId('device', deviceId), expectedRevision: expectedRevision ?? undefined };
      return answer(await context.tracks.controlPlayback({ ...asked, wish: read.wish }));
    },
    async enqueueTracks(_root, { input: { commandId, trackIds, position } }, context) {
      const ids = trackIds.map((id) => toId('track', id));
      return answer(await context.tracks.enqueueTracks({ userId: personOf(context), commandId, trackIds: ids, position }));
    },
    async removeFromQueue(_root, { input: { commandId, entryIds } }, context) {
      const ids = entryIds.map((id) => toId('queueitem', id));
      return answer(await context.tracks.removeFromQueue({ userId: personOf(context), commandId, entryIds: ids }));
    },
  },
  Subscription: {
    playbackState: {
      subscribe: (_root, _args, context) =>
        context.tracks.followPlayback({ userId: personOf(context), signal: context.request.signal }) as AsyncIterable<never>,
      resolve(state: PlaybackState, _args: unknown, { loaders }: TracksContext) {
        // What the viewer could see of tracks and devices at the last event may be gone by now.
        loaders.track.clearAll();
        loaders.device.clearAll();
        return state;
      },
    },
  },
  Viewer: {
    playback: async ({ id: userId }, _args, { tracks }) => (await tracks.playback.find(userId)) ?? initialPlayback(userId, tracks.now()),
  },
  PlaybackState: {
    shuffle: ({ isShuffled }) => isShuffled,
    track(state, _args, { loaders }) {
      const entry = currentEntry(state);
      return entry ? loaders.track.load(entry.trackId) : null;
    },
    activeDevice: ({ deviceId }, _args, { loaders }) => (deviceId === null ? null : loaders.device.load(deviceId)),
    queue: (state, page, { cursors }) => queuePage(state, page, cursors('PlaybackState.queue', state.userId)),
  },
  QueueEntry: {
    track: ({ trackId }, _args, { loaders }) => loaders.track.load(trackId),
  },
};
