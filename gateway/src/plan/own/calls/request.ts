import type { Log } from '@veza/telemetry';
import type { SubgraphOperation, SubgraphTransport } from '../../../transport/port.ts';

/** A prepared request of a plan. */
export interface Request {
  readonly service: string;
  readonly transport: SubgraphTransport;
  readonly operation: SubgraphOperation;
  /** Equal for equal operations of one subgraph, whichever plan they belong to. */
  readonly key: string;
  /** Whether everybody is answered alike. */
  readonly isPublic: boolean;
  readonly log: Log;
}
