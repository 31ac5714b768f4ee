import type { CallMetrics } from './call-metrics.ts';
import type { MayJoin } from './in-flight.ts';
import type { Order } from './order.ts';

/** What sharing and batching work with. */
export interface CallTools {
  readonly order: Order;
  readonly mayJoin: MayJoin;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly metrics: CallMetrics | undefined;
  /** Whether calls in flight are joined. */
  readonly dedupe: boolean;
}
