import type { Clock } from '@veza/kernel';
import type { SubgraphTransport } from './port.ts';
import { attempt } from './resilience/attempts.ts';
import type { BreakerState } from './resilience/breaker.ts';
import { lane, type Lane, type LaneName } from './resilience/lane.ts';
import { notSent } from './resilience/not-sent.ts';
import { retryBudget, type RetryBudget } from './resilience/retry-budget.ts';

/** Keeps one subgraph's trouble from becoming everybody's. What is known of a subgraph stays with its name when its transport is made anew. */
export interface SubgraphResilience {
  /** Wraps a transport; subscriptions and `close` pass as they are. @param service name of the subgraph */
  around(service: string, transport: SubgraphTransport): SubgraphTransport;
}

/** What happens to a subgraph's calls, for logs and metrics. */
export interface ResilienceObserver {
  /** Also told once, `closed`, when a subgraph becomes known. */
  breakerChanged(service: string, lane: LaneName, state: BreakerState): void;
  retried(service: string): void;
}

/** What calls are held to. */
export interface ResilienceOptions {
  /** Milliseconds that a whole operation may take; tries are parts of it. */
  readonly executionMs: number;
  readonly clock: Clock;
  /** Milliseconds that only ever rise, so that a clock that is set does not keep a breaker open. */
  readonly elapsed: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly observer: ResilienceObserver;
}

/** What is known of one subgraph. */
interface Known extends Readonly<Record<LaneName, Lane>> {
  readonly budget: RetryBudget;
}

const LANES = ['queries', 'mutations'] as const;

/** Makes what is known of a subgraph, once. */
function knowledge({ executionMs, observer }: ResilienceOptions): (service: string) => Known {
  const known = new Map<string, Known>();
  return (service) => {
    const existing = known.get(service);
    if (existing) return existing;
    const [queries, mutations] = LANES.map((name) => {
      observer.breakerChanged(service, name, 'closed');
      return lane(name, executionMs, (state) => observer.breakerChanged(service, name, state));
    }) as [Lane, Lane];
    const fresh = { queries, mutations, budget: retryBudget() };
    known.set(service, fresh);
    return fresh;
  };
}

const never = () => false;

/** A subgraph of this process cannot be away alone, and repeating or queueing would only load the same thread: it has the deadline, and no more. */
function withinDeadline(transport: SubgraphTransport, now: () => number): SubgraphTransport {
  return {
    ...transport,
    call: (operation, variables, meta) =>
      meta.deadlineAt <= now() ? Promise.reject(notSent.late()) : transport.call(operation, variables, meta),
  };
}

/**
 * Calls pass, from the outside in: the deadline; the breaker, for a first look that keeps the line short; a place among the calls that run;
 * the breaker itself; up to two tries of a query, one of a mutation; a time for each try, which travels on as the deadline of the subgraph.
 * Only failures of the transport count against a subgraph; errors in its answers never do.
 * @see reliability.md 4
 */
export function subgraphResilience(options: ResilienceOptions): SubgraphResilience {
  const { clock, elapsed, random, observer } = options;
  const knownOf = knowledge(options);
  const now = () => clock().getTime();
  const attemptOptions = { now, elapsed, random };

  return {
    around(service, transport) {
      if (transport.isLocal) return withinDeadline(transport, now);
      const { queries, mutations, budget } = knownOf(service);
      const takeRetry = () => {
        const isGranted = queries.breaker.state === 'closed' && budget.take();
        if (isGranted) observer.retried(service);
        return isGranted;
      };
      return {
        ...transport,
        async call(operation, variables, meta) {
          const isMutation = operation.kind === 'mutation';
          const { breaker, bulkhead, tryMs } = isMutation ? mutations : queries;
          const remainingMs = meta.deadlineAt - now();
          if (remainingMs <= 0) throw notSent.late();
          if (!breaker.admits(elapsed())) throw notSent.ill();
          const admission = bulkhead.tryEnter() ? 'entered' : await bulkhead.enter({ remainingMs, signal: meta.signal });
          if (admission !== 'entered') throw notSent[admission]();
          try {
            const passage = breaker.enter(elapsed());
            if (!passage) throw notSent.ill();
            budget.earn();
            const send = (tried: typeof meta) => transport.call(operation, variables, tried);
            return await attempt({ passage, meta, tryMs, send, takeRetry: isMutation ? never : takeRetry }, attemptOptions);
          } finally {
            bulkhead.leave();
          }
        },
      };
    },
  };
}
