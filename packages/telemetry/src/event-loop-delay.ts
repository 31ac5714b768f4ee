import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Gauge, type Registry } from 'prom-client';

/** The monitor wakes this often; what it records is this interval plus the delay. */
const RESOLUTION_MS = 10;

const QUANTILES = [
  ['p50', 50],
  ['p99', 99],
  ['max', 100],
] as const;

/** Adds `veza_event_loop_delay_seconds`: how late the event loop turned since the last scrape, which is what every request waits for. */
export function observeEventLoopDelay(metrics: Registry): void {
  const monitor = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  monitor.enable();
  metrics.registerMetric(
    new Gauge({
      name: 'veza_event_loop_delay_seconds',
      help: 'How late the event loop turned since the last scrape.',
      labelNames: ['quantile'],
      registers: [],
      collect() {
        for (const [quantile, percentile] of QUANTILES) {
          const delayMs = Math.max(0, monitor.percentile(percentile) / 1e6 - RESOLUTION_MS);
          this.set({ quantile }, delayMs / 1_000);
        }
        monitor.reset();
      },
    }),
  );
}
