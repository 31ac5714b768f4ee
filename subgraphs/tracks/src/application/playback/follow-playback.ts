import type { Clock, Id } from '@veza/kernel';
import { initialPlayback, type PlaybackState } from '../../domain/playback/playback-state.ts';
import { hintWaiter, type Pause } from '../hint-waiter.ts';
import type { PlaybackHints, PlaybackReader } from './ports.ts';

interface Dependencies {
  readonly playback: Pick<PlaybackReader, 'find' | 'versionOf'>;
  readonly hints: PlaybackHints;
  readonly pause: Pause;
  readonly clock: Clock;
}

/** Who follows their own playback. */
export interface FollowPlaybackCommand {
  readonly userId: Id<'user'>;
  readonly signal: AbortSignal;
}

export type FollowPlayback = ReturnType<typeof followPlayback>;

/** Without a hint the version is read again after this long. */
const REREAD_MS = 5_000;

const versionOf = ({ revision, asOf }: PlaybackState) => `${revision} ${asOf.getTime()}`;

/**
 * A person's playback: the present state first, then the newest after each change; whoever is slow misses the ones in between. Ends when the
 * signal aborts. Listens before it reads, so nothing falls in between.
 */
export function followPlayback({ playback, hints, pause, clock }: Dependencies) {
  return async function* followed(command: FollowPlaybackCommand): AsyncGenerator<PlaybackState, void> {
    const { userId } = command;
    const stop = new AbortController();
    const signal = AbortSignal.any([command.signal, stop.signal]);
    const wait = hintWaiter(hints.subscribe(userId, signal), { pause, rereadMs: REREAD_MS, signal });
    try {
      let shown = (await playback.find(userId)) ?? initialPlayback(userId, clock());
      yield shown;
      while (!signal.aborted) {
        const isHinted = await wait();
        if (signal.aborted) return;
        if (!isHinted && (await playback.versionOf(userId)) === versionOf(shown)) continue;
        const now = await playback.find(userId);
        if (!now || versionOf(now) === versionOf(shown)) continue;
        shown = now;
        yield shown;
      }
    } finally {
      stop.abort();
    }
  };
}
