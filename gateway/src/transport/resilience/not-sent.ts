import { SubgraphFailure } from '../port.ts';

/** Failures of calls that were not sent, or not a second time. */
export const notSent = {
  late: () => new SubgraphFailure('OPERATION_TIMEOUT', 'the time of the operation is over'),
  cancelled: () => new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'nobody waits for the answer any more', { kind: 'cancelled' }),
  full: () => new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'too many calls to the subgraph wait already', { kind: 'held-back' }),
  ill: () => new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'the subgraph is ill and not asked for a while', { kind: 'held-back' }),
} as const;
