import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Gauge, type Registry } from 'prom-client';

/** The monitor wakes this often; what it records is this interval plus the delay. */
const RESOLUTION_MS = 10;

const QUANTILES = [
  ['p50', 50],
  ['p99', 99],
  ['max', 100],
] as const;

/** How late the event loop turns, which is what every request waits for. */
export interface EventLoopDelay extends Disposable {
  /** The delay below which the given part of the turns stayed since `reset`. Milliseconds. @param percentile above 0 up to 100 */
  percentileMs(percentile: number): number;
  /** Forgets what was seen. */
  reset(): void;
}

/** Watches the event loop from now on. */
export function eventLoopDelay(): EventLoopDelay {
  const monitor = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  monitor.enable();
  return {
    percentileMs: (percentile) => Math.max(0, monitor.percentile(percentile) / 1e6 - RESOLUTION_MS),
    reset: () => monitor.reset(),
    [Symbol.dispose]: () => void monitor.disable(),
  };
}

/** Adds `veza_event_loop_delay_seconds`: how late the event loop turned since the last scrape. */
export function observeEventLoopDelay(metrics: Registry): void {
  const delay = eventLoopDelay();
  metrics.registerMetric(
    new Gauge({
      name: 'veza_event_loop_delay_seconds',
      help: 'How late the event loop turned since the last scrape.',
      labelNames: ['quantile'],
      registers: [],
      collect() {
        for (const [quantile, percentile] of QUANTILES) this.set({ quantile }, delay.percentileMs(percentile) / 1_000);
        delay.reset();
      },
    }),
  );
}
