import type { SubgraphTransport } from '../transport/port.ts';
import type { GatewayState } from './state.ts';

/** The ways to the subgraphs of one supergraph. */
export interface OpenTransports {
  /** By the names that subgraphs have in the supergraph. */
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  /** The supergraph is not served any more. */
  close(): Promise<void>;
}

/** Puts around the way to a subgraph what every call passes. @param service name of the subgraph */
export type TransportDecorator = (service: string, transport: SubgraphTransport) => SubgraphTransport;

/**
 * How subgraphs are reached: ways that stay the same and are their owner's to close, or ways that are opened for each supergraph.
 * Whoever opens them puts `around` around each, so that a subgraph that asks others goes the same way as the gateway itself.
 */
export type TransportSource =
  | ReadonlyMap<string, SubgraphTransport>
  | ((state: GatewayState, around: TransportDecorator) => OpenTransports);

/**
 * Opens the ways to the subgraphs of a supergraph.
 * @param around is put around each of them
 * @throws Error when the supergraph names a subgraph that cannot be reached by any
 */
export function openTransports(source: TransportSource, state: GatewayState, around: TransportDecorator): OpenTransports {
  if (typeof source === 'function') return source(state, around);
  const transports = new Map(Array.from(source, ([service, transport]) => [service, around(service, transport)]));
  return { transports, close: () => Promise.resolve() };
}
