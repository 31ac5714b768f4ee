/** Keeps the many who want one lost connection back from opening it all the time. */
export interface ReconnectPace {
  /** Milliseconds until the connection may be tried; 0 unless it was lost a moment ago. */
  waitMs(): number;
  /** The connection could not be opened, or is lost. */
  lost(): void;
  /** The connection stands. */
  connected(): void;
}

/** @see gateway.md 5 */
const MIN_WAIT_MS = 100;
const MAX_WAIT_MS = 5_000;

/** Times of a pace. */
export interface PaceOptions {
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Milliseconds that only ever rise. */
  readonly elapsed: () => number;
}

/**
 * After each loss without a connection between, the longest wait doubles from 0.2 to 5 s; how much of it is waited is random, and at
 * least 0.1 s. Everybody who waits goes on at the same moment, and so shares one try.
 */
export function reconnectPace({ random, elapsed }: PaceOptions): ReconnectPace {
  let losses = 0;
  let notBefore = 0;
  return {
    waitMs: () => Math.max(0, notBefore - elapsed()),
    lost() {
      losses += 1;
      const longest = Math.min(MAX_WAIT_MS, MIN_WAIT_MS * 2 ** losses);
      notBefore = elapsed() + MIN_WAIT_MS + random() * (longest - MIN_WAIT_MS);
    },
    connected: () => void (losses = 0),
  };
}
