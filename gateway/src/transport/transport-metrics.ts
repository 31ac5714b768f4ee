import { counter, durations, gauge, type Log, type Metrics } from '@veza/telemetry';
import { type FailureKind, SubgraphFailure, type SubgraphTransport } from './port.ts';
import type { ResilienceObserver } from './resilience.ts';
import type { BreakerState } from './resilience/breaker.ts';

/** How a call went: `ok`, `errors` when the subgraph answered with some, else how it failed. */
type CallOutcome = 'ok' | 'errors' | FailureKind;

/** Measures calls to subgraphs, and hears what their resilience does. */
export interface TransportMetrics extends ResilienceObserver {
  /** Wraps a transport so that each call is timed, waiting and repetitions included. @param service name of the subgraph */
  around(service: string, transport: SubgraphTransport): SubgraphTransport;
}

/** What a gauge shows for a state. */
const STATE_VALUES: Readonly<Record<BreakerState, number>> = { closed: 0, 'half-open': 1, open: 2 };

const failureOutcome = (failure: unknown): CallOutcome => (failure instanceof SubgraphFailure ? failure.kind : 'broken');

/** Registers the measurements of calls to subgraphs. A breaker that opens or closes is told in the log, too. */
export function transportMetrics(metrics: Metrics, log: Log): TransportMetrics {
  const duration = durations(metrics, {
    name: 'veza_subgraph_fetch_duration_seconds',
    help: 'From the wish to call a subgraph to its answer or failure, waiting and repetition included',
    labels: ['service', 'class', 'outcome'],
  });
  const breakers = gauge(metrics, {
    name: 'veza_breaker_state',
    help: '0: calls pass; 1: one call finds out whether the subgraph is back; 2: it is not asked',
    labels: ['service', 'class'],
  });
  const retries = counter(metrics, { name: 'veza_retries_total', help: 'Queries sent to a subgraph a second time', labels: ['service'] });
  const openBreakers = new Set<string>();

  const logged = (service: string, lane: string, state: BreakerState) => {
    const key = `${service} ${lane}`;
    if (state === 'open' && !openBreakers.has(key)) {
      openBreakers.add(key);
      log.warn('subgraph.breaker-opened', { service, class: lane });
    }
    if (state === 'closed' && openBreakers.delete(key)) log.info('subgraph.breaker-closed', { service, class: lane });
  };

  return {
    breakerChanged(service, lane, state) {
      breakers.set({ service, class: lane }, STATE_VALUES[state]);
      logged(service, lane, state);
    },
    retried: (service) => retries.inc({ service }),
    around(service, transport) {
      const timed = (kind: string, startedAt: number, outcome: CallOutcome) => {
        const lane = kind === 'mutation' ? 'mutations' : 'queries';
        duration.observe({ service, class: lane, outcome }, (performance.now() - startedAt) / 1000);
      };
      return {
        ...transport,
        async call(operation, variables, meta) {
          const startedAt = performance.now();
          try {
            const answer = await transport.call(operation, variables, meta);
            timed(operation.kind, startedAt, answer.errors === undefined ? 'ok' : 'errors');
            return answer;
          } catch (failure) {
            timed(operation.kind, startedAt, failureOutcome(failure));
            throw failure;
          }
        },
      };
    },
  };
}
