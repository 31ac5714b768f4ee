import { percentile } from '../numbers/percentile.ts';
import type { Audience } from './audience.ts';

const EVENTS_PER_SECOND = 20;
const NANOSECONDS_PER_MS = 1e6;

/** From the publication of an event to its arrival at the last client. Milliseconds. */
export interface LastClientLatency {
  readonly p50: number;
  readonly p99: number;
}

/** Publishes twenty events a second for a while. @param seconds how long */
export async function lastClientLatency(audience: Audience, seconds: number): Promise<LastClientLatency> {
  const { publishedAt, completedAt } = await audience.follow(EVENTS_PER_SECOND * seconds, 1_000 / EVENTS_PER_SECOND);
  const latencies = publishedAt.map((published, index) => Number(completedAt[index]! - published) / NANOSECONDS_PER_MS);
  return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}
