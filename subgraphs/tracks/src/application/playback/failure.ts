import type { PlaybackState } from '../../domain/playback/playback-state.ts';

/** Why a command was not carried out; then nothing changed. `path` starts inside the input. */
export type PlaybackFailure =
  | {
      readonly code: 'INVALID' | 'NOT_FOUND' | 'STREAM_UNAVAILABLE' | 'QUEUE_FULL' | 'NOTHING_TO_PLAY' | 'DEVICE_OFFLINE';
      readonly path: readonly string[];
    }
  | { readonly code: 'REVISION_CONFLICT'; readonly path: readonly string[]; readonly current: PlaybackState }
  | { readonly code: 'RATE_LIMITED'; readonly retryAfterMs: number };
