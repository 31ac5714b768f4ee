import type { SubgraphTransport } from '../transport/port.ts';
import type { GatewayState } from './state.ts';

/** The ways to the subgraphs of one supergraph. */
export interface OpenTransports {
  /** By the names that subgraphs have in the supergraph. */
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  /** The supergraph is not served any more. */
  close(): Promise<void>;
}

/** How subgraphs are reached: ways that stay the same and are their owner's to close, or ways that are opened for each supergraph. */
export type TransportSource = ReadonlyMap<string, SubgraphTransport> | ((state: GatewayState) => OpenTransports);

/** Opens the ways to the subgraphs of a supergraph. @throws Error when the supergraph names a subgraph that cannot be reached by any */
export function openTransports(source: TransportSource, state: GatewayState): OpenTransports {
  if (typeof source === 'function') return source(state);
  return { transports: source, close: () => Promise.resolve() };
}
