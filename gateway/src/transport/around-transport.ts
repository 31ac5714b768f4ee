import type { Clock } from '@veza/kernel';
import type { Log, Metrics, Tracing } from '@veza/telemetry';
import type { TransportDecorator } from '../supergraph/open-transports.ts';
import { transportMetrics } from './transport-metrics.ts';
import { subgraphResilience } from './resilience.ts';
import { traced } from './traced.ts';

/** What calls to subgraphs are watched and held to with. */
export interface AroundTransportOptions {
  /** Milliseconds that a whole operation may take. */
  readonly executionMs: number;
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Without one nothing is traced. */
  readonly tracing?: Tracing;
}

/** What every call to a subgraph passes: it is traced and measured, then held back, repeated or let through. Made once; outlives every supergraph. */
export function aroundTransport({ metrics, log, tracing, ...options }: AroundTransportOptions): TransportDecorator {
  const measured = transportMetrics(metrics, log);
  const resilient = subgraphResilience({ ...options, elapsed: () => performance.now(), observer: measured });
  return (service, transport) => {
    const watched = measured.around(service, resilient.around(service, transport));
    return tracing ? traced(tracing, service, watched) : watched;
  };
}
