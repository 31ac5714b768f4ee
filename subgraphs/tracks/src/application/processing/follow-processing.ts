import { err, type Id, ok, type Result } from '@veza/kernel';
import { isFinal } from '../../domain/audio/processing.ts';
import type { Track } from '../../domain/track.ts';
import type { TrackViewer } from '../../domain/viewer.ts';
import { hintWaiter, type Pause } from '../hint-waiter.ts';
import type { TrackReader } from '../track/ports.ts';
import type { ProcessingHints } from './ports.ts';

interface Dependencies {
  readonly tracks: TrackReader;
  readonly hints: ProcessingHints;
  readonly pause: Pause;
}

/** Who follows what. */
export interface FollowProcessingCommand {
  readonly trackId: Id<'track'>;
  readonly viewer: TrackViewer;
  readonly signal: AbortSignal;
}

export type FollowProcessing = ReturnType<typeof followProcessing>;

/** No two events come closer together. */
const MIN_GAP_MS = 500;
/** Without a hint the row is read again after this long: a lost hint costs no more. */
const REREAD_MS = 5_000;

const isSame = (a: Track['processing'], b: Track['processing']) => a.state === b.state && a.progress === b.progress;

/**
 * The processing of a track: its present state first, then changes, at most two a second, always the last one; ends after READY or FAILED,
 * and when the track is gone or the signal aborts. Listens before it reads, so nothing falls in between.
 * Fails with NOT_FOUND for a track that is absent or invisible.
 */
export function followProcessing({ tracks, hints, pause }: Dependencies) {
  async function* changes(
    first: Track,
    { trackId, viewer, signal }: FollowProcessingCommand,
    wait: () => Promise<boolean>,
  ): AsyncGenerator<Track, void> {
    let shown = first;
    yield shown;
    while (!isFinal(shown.processing.state) && !signal.aborted) {
      await pause(MIN_GAP_MS, signal);
      const now = (await tracks.findMany([trackId], viewer)).get(trackId);
      if (!now || signal.aborted) return;
      if (isSame(now.processing, shown.processing)) {
        await wait();
        continue;
      }
      shown = now;
      yield shown;
    }
  }

  return async (command: FollowProcessingCommand): Promise<Result<AsyncGenerator<Track, void>, { readonly code: 'NOT_FOUND' }>> => {
    const stop = new AbortController();
    const signal = AbortSignal.any([command.signal, stop.signal]);
    const wait = hintWaiter(hints.subscribe(command.trackId, signal), { pause, rereadMs: REREAD_MS, signal });
    const first = (await tracks.findMany([command.trackId], command.viewer)).get(command.trackId);
    if (!first) {
      stop.abort();
      return err({ code: 'NOT_FOUND' });
    }
    async function* followed(): AsyncGenerator<Track, void> {
      try {
        yield* changes(first!, { ...command, signal }, wait);
      } finally {
        stop.abort();
      }
    }
    return ok(followed());
  };
}
