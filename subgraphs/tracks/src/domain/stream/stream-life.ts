/** Seconds that a token of a stream lives at most: what its verifiers hold it to. */
const MAX_SECONDS = 6 * 3600;
const MIN_SECONDS = 15 * 60;

/** Seconds that a stream's token lives: twice the track, at least 15 minutes, at most 6 hours. */
export function streamSeconds(durationMs: number): number {
  return Math.min(MAX_SECONDS, Math.max(MIN_SECONDS, Math.ceil((2 * durationMs) / 1000)));
}

/** Seconds that a token of a download lives. */
export const DOWNLOAD_SECONDS = 15 * 60;
