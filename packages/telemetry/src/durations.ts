import type { Histogram, Registry } from 'prom-client';
import type { MetricShape } from './metric-shape.ts';

/** Seconds, from one millisecond to the longest that a request may take. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** How long things took, split by labels. */
export interface Durations<Label extends string> {
  /** @param labels a value for each label of the shape */
  observe(labels: Readonly<Record<Label, string>>, seconds: number): void;
}

/** What was seen for one combination of label values. */
interface Series {
  readonly labels: Readonly<Record<string, string>>;
  /** How many fell under each bound and above the one before; the last ones above all bounds. */
  readonly counts: number[];
  sum: number;
}

interface Line {
  readonly metricName: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

function slotOf(seconds: number): number {
  const slot = BOUNDS.findIndex((bound) => seconds <= bound);
  return slot === -1 ? BOUNDS.length : slot;
}

/** The lines of one series as the Prometheus text has them: each bucket counts those below it, too. */
function linesOf(name: string, { labels, counts, sum }: Series): readonly Line[] {
  let total = 0;
  const buckets = [...BOUNDS.map(String), '+Inf'].map((le, slot): Line => {
    total += counts[slot]!;
    return { metricName: `${name}_bucket`, labels: { le, ...labels }, value: total };
  });
  return [...buckets, { metricName: `${name}_sum`, labels, value: sum }, { metricName: `${name}_count`, labels, value: total }];
}

/**
 * Durations in seconds, as a histogram. It is passed several times in each request: seeing one is an addition to a list of counts, and
 * everything that Prometheus wants is made at the scrape. A histogram of prom-client checks, sorts and hashes its labels each time.
 */
export function durations<Label extends string = never>(registry: Registry, shape: MetricShape<Label>): Durations<Label> {
  const { name, help, labels: names = [] } = shape;
  const all = new Map<string, Series>();
  const seriesOf = (key: string, labels: Readonly<Record<Label, string>>): Series => {
    const series = { labels: { ...labels }, counts: Array.from({ length: BOUNDS.length + 1 }, () => 0), sum: 0 };
    all.set(key, series);
    return series;
  };
  const get = () =>
    Promise.resolve({ name, help, type: 'histogram', aggregator: 'sum', values: [...all.values()].flatMap((one) => linesOf(name, one)) });
  // The registry asks its metrics for nothing but their name and `get`.
  registry.registerMetric({ name, get } as unknown as Histogram);
  return {
    observe(labels, seconds) {
      let key = '';
      for (const label of names) key += `${labels[label]}\n`;
      const series = all.get(key) ?? seriesOf(key, labels);
      series.counts[slotOf(seconds)]! += 1;
      series.sum += seconds;
    },
  };
}
