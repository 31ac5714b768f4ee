import type { Log } from '@veza/telemetry';
import { PRIORITIES, type Priority } from './priority.ts';

/** Says what is refused while the process has more to do than it can. */
export interface Overload {
  readonly refuses: (priority: Priority) => boolean;
  /** Milliseconds after which a refused client may come back; a random time, so that they do not come back together. */
  readonly retryAfterMs: () => number;
}

/** An `Overload` that is to be told how things are. */
export interface WatchedOverload extends Overload {
  /** Takes a look. Called at equal intervals. */
  look(): void;
}

/** What is looked at. */
export interface OverloadSignals {
  /** How late the event loop turned since the last look: 99th percentile, milliseconds. */
  delayMs(): number;
  /** Part of the memory for objects that is in use, from 0 to 1. */
  heapShare(): number;
}

/** What is too much. */
export interface OverloadOptions {
  readonly signals: OverloadSignals;
  /** Delay of the event loop at which usual work is refused. Milliseconds. */
  readonly delayLimitMs: number;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly log: Log;
}

/** Parts of the delay limit at which work of a priority is refused. */
const REFUSED_FROM: Readonly<Record<Priority, number>> = { essential: 2, usual: 1, discovery: 0.75, deferrable: 0.5 };
/** Heap in use → how much of the load limit that is taken for. @see reliability.md 5 */
const HEAP_LOADS = [
  [0.95, REFUSED_FROM.essential],
  [0.85, REFUSED_FROM.usual],
] as const;
/** One pause of the event loop is no overload (a collection of garbage, the compilation of a query): only what lasts this many looks is. */
const LASTING_LOOKS = 3;
const MIN_RETRY_MS = 1_000;
const MAX_RETRY_MS = 5_000;

/**
 * Refuses work by its priority: the more there is, the more important is what is refused. Load is the least of the last three looks;
 * so refusing begins when the load has lasted, and ends with the first look at which it is gone.
 */
export function overload({ signals, delayLimitMs, random, log }: OverloadOptions): WatchedOverload {
  const loads: number[] = Array.from({ length: LASTING_LOOKS }, () => 0);
  let load = 0;
  const refuses = (priority: Priority): boolean => load >= REFUSED_FROM[priority];
  const refused = (): readonly Priority[] => PRIORITIES.filter(refuses);
  return {
    refuses,
    retryAfterMs: () => Math.floor(MIN_RETRY_MS + random() * (MAX_RETRY_MS - MIN_RETRY_MS)),
    look() {
      const heapShare = signals.heapShare();
      const heapLoad = HEAP_LOADS.find(([share]) => heapShare >= share)?.[1] ?? 0;
      const delayMs = signals.delayMs();
      loads.shift();
      loads.push(Math.max(delayMs / delayLimitMs, heapLoad));
      const before = refused().length;
      load = Math.min(...loads);
      const now = refused();
      if (now.length > before) log.warn('overload.begun', { refused: now, delayMs, heapShare });
      if (before > 0 && now.length === 0) log.info('overload.ended', { delayMs, heapShare });
    },
  };
}
