import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { observeEventLoopDelay } from './event-loop-delay.ts';
import type { MetricShape } from './metric-shape.ts';

/** The metrics of one process. */
export type Metrics = Registry;

/** A registry with the default metrics of the process (CPU, memory, garbage collection) and `veza_event_loop_delay_seconds`. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  observeEventLoopDelay(registry);
  return registry;
}

const settings = <Label extends string>(metrics: Metrics, { name, help, labels = [] }: MetricShape<Label>) => ({
  name,
  help,
  labelNames: [...labels],
  registers: [metrics],
});

/** A count that only rises. */
export function counter<Label extends string>(metrics: Metrics, shape: MetricShape<Label>): Counter<Label> {
  return new Counter(settings(metrics, shape));
}

/**
 * Counts by one label for places that are passed many times in each request: adding is an addition, and the registry hears of it at each
 * scrape. Answers the function that adds.
 */
export function countEach<Label extends string>(
  metrics: Metrics,
  { label, ...shape }: Omit<MetricShape<Label>, 'labels'> & { readonly label: Label },
): (value: string, by?: number) => void {
  const untold = new Map<string, number>();
  new Counter({
    ...settings(metrics, { ...shape, labels: [label] }),
    collect() {
      for (const [value, count] of untold) this.inc({ [label]: value } as Record<Label, string>, count);
      untold.clear();
    },
  });
  return (value, by = 1) => void untold.set(value, (untold.get(value) ?? 0) + by);
}

/** A value that goes up and down; `read` is asked at each scrape. */
export function gauge<Label extends string>(
  metrics: Metrics,
  shape: MetricShape<Label>,
  read?: () => number | Promise<number>,
): Gauge<Label> {
  return new Gauge({
    ...settings(metrics, shape),
    ...(read && {
      async collect() {
        this.set(await read());
      },
    }),
  });
}

/** Values by one label, all asked at each scrape. A value that cannot be read is left out. */
export function gaugeEach<Label extends string>(
  metrics: Metrics,
  { label, ...shape }: Omit<MetricShape<Label>, 'labels'> & { readonly label: Label },
  reads: Readonly<Record<string, () => Promise<number>>>,
): void {
  new Gauge({
    ...settings(metrics, { ...shape, labels: [label] }),
    async collect() {
      this.reset();
      const entries = Object.entries(reads);
      const values = await Promise.allSettled(entries.map(([, read]) => read()));
      for (const [index, value] of values.entries()) {
        if (value.status === 'fulfilled') this.set({ [label]: entries[index]![0] } as Record<Label, string>, value.value);
      }
    },
  });
}
