import { breaker, type Breaker, BREAKER_SETTINGS, type BreakerState } from './breaker.ts';
import { bulkhead, type Bulkhead, type BulkheadSettings } from './bulkhead.ts';

/** Queries and mutations of one subgraph are kept apart: neither uses up the room of the other, or is stopped by its failures. */
export type LaneName = 'queries' | 'mutations';

/** What is known of the calls of one kind to one subgraph. */
export interface Lane {
  readonly breaker: Breaker;
  readonly bulkhead: Bulkhead;
  /** Time for one try. Milliseconds. */
  readonly tryMs: number;
}

/** @see reliability.md 4 */
const ROOM: Readonly<Record<LaneName, BulkheadSettings>> = {
  queries: { running: 200, queued: 200 },
  mutations: { running: 100, queued: 100 },
};

/** Part of an operation's time that one try of a query gets: 3 s of 10 s. A mutation is tried once and gets all of it. */
const TRY_SHARE: Readonly<Record<LaneName, number>> = { queries: 0.3, mutations: 1 };

/** A lane on which nothing has happened yet. @param executionMs milliseconds that a whole operation may take */
export function lane(name: LaneName, executionMs: number, onBreakerChange: (state: BreakerState) => void): Lane {
  return {
    breaker: breaker(BREAKER_SETTINGS, onBreakerChange),
    bulkhead: bulkhead(ROOM[name]),
    tryMs: executionMs * TRY_SHARE[name],
  };
}
