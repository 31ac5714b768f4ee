import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '@veza/telemetry';

const POLL_MS = 1_000;
const FIRST_BACKOFF_MS = 100;
const MAX_BACKOFF_MS = 5_000;

/** One named loop and its single round. */
export interface BackgroundLoopOptions {
  readonly runOnce: () => Promise<number>;
  readonly name: string;
  readonly log: Log;
}

/**
 * Runs rounds until the signal aborts: at once while there is work, else after 1 second or a `wake`.
 * A failed round is logged and repeated after 0.1 to 5 seconds, doubling; `wake` does not shorten that.
 */
export function backgroundLoop({ runOnce, name, log }: BackgroundLoopOptions) {
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
        if ((await runOnce()) === 0) await pause(POLL_MS, signal);
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
