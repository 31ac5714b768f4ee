import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '@veza/telemetry';

const POLL_MS = 1_000;
const GATHER_MS = 20;
const FIRST_BACKOFF_MS = 100;
const MAX_BACKOFF_MS = 5_000;

/** One named loop and its single round. */
export interface BackgroundLoopOptions {
  readonly runOnce: () => Promise<number>;
  /** What a round takes at most: one that took less waits a moment, so that the next finds more. */
  readonly roundSize: number;
  readonly name: string;
  readonly log: Log;
}

/**
 * Runs rounds until the signal aborts: at once while they are full, 20 ms after one that was not, and with nothing to do after 1 second or a `wake`.
 * A failed round is logged and repeated after 0.1 to 5 seconds, doubling; `wake` does not shorten that.
 */
export function backgroundLoop({ runOnce, roundSize, name, log }: BackgroundLoopOptions) {
  let woken = false;
  let interrupt = new AbortController();

  const pause = async (ms: number, signal: AbortSignal) => {
    interrupt = new AbortController();
    if (woken) return;
    await sleep(ms, undefined, { signal: AbortSignal.any([interrupt.signal, signal]) }).catch(() => undefined);
  };

  const run = async (signal: AbortSignal) => {
    let backoffMs = FIRST_BACKOFF_MS;
    while (!signal.aborted) {
      try {
        woken = false;
        const done = await runOnce();
        if (done === 0) await pause(POLL_MS, signal);
        else if (done < roundSize) await sleep(GATHER_MS, undefined, { signal }).catch(() => undefined);
        backoffMs = FIRST_BACKOFF_MS;
      } catch (error) {
        log.error('background.failed', { task: name, error });
        await sleep(backoffMs, undefined, { signal }).catch(() => undefined);
        backoffMs = Math.min(backoffMs * 2, MAX_BACKOFF_MS);
      }
    }
  };

  const wake = () => {
    woken = true;
    interrupt.abort();
  };
  return { run, wake };
}
