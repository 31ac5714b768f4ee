import type { Engine } from '../pipeline/engine.ts';
import type { PreparedOperations } from '../pipeline/prepared-operations.ts';
import type { PlanExecutor } from '../plan/executor.ts';
import type { SubgraphTransport } from '../transport/port.ts';
import type { GatewayState } from './state.ts';

/**
 * One supergraph as it is served. Immutable: a reload puts another one in its place. Everything that depends on the supergraph is in it
 * (plans, caches, batches); what outlives a reload is not (sockets, rate limits, breakers, metrics).
 */
export interface ServedSupergraph {
  readonly state: GatewayState;
  /** Its operations by their text, prepared once. */
  readonly operations: PreparedOperations;
  readonly engine: Engine;
  readonly executor: PlanExecutor;
  /** By the names that subgraphs have in this supergraph. */
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  /** Resolves when the first document can be planned. Rejects when the supergraph cannot be planned at all. */
  readonly ready: Promise<void>;
  /** Ends its planner and the transports that are its own. Only for whoever knows that nobody works with it any more. */
  close(): Promise<void>;
}
