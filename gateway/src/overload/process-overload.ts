import { getHeapStatistics } from 'node:v8';
import { eventLoopDelay } from '@veza/telemetry';
import { overload, type Overload, type OverloadOptions, type OverloadSignals } from './overload.ts';

/** @see reliability.md 5 */
const LOOK_MS = 100;

/** Signals of this process. */
function processSignals(): OverloadSignals & Disposable {
  const delay = eventLoopDelay();
  return {
    delayMs() {
      const delayMs = delay.percentileMs(99);
      delay.reset();
      return delayMs;
    },
    heapShare() {
      const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
      return used / limit;
    },
    [Symbol.dispose]: () => delay[Symbol.dispose](),
  };
}

/** Looks at this process ten times a second until it is disposed. Keeps no process alive. */
export function processOverload(options: Omit<OverloadOptions, 'signals'>): Overload & Disposable {
  const signals = processSignals();
  const watched = overload({ ...options, signals });
  const looking = setInterval(() => watched.look(), LOOK_MS);
  looking.unref();
  return {
    refuses: watched.refuses,
    retryAfterMs: watched.retryAfterMs,
    [Symbol.dispose]() {
      clearInterval(looking);
      signals[Symbol.dispose]();
    },
  };
}
