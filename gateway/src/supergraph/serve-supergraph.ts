import type { Limits } from '@veza/guard';
import type { EngineOf } from '../pipeline/gateway-engine.ts';
import { preparedOperations } from '../pipeline/prepared-operations.ts';
import type { Planner } from '../plan/planner.ts';
import type { ExecutorOf } from './executors.ts';
import { openTransports, type TransportDecorator, type TransportSource } from './open-transports.ts';
import type { ServedSupergraph } from './served-supergraph.ts';
import { gatewayState } from './state.ts';

/** What every supergraph is served with. */
export interface ServingTools {
  readonly transports: TransportSource;
  readonly around: TransportDecorator;
  readonly executorOf: ExecutorOf;
  readonly engineOf: EngineOf;
  readonly limits: Limits;
  /** Whether everybody may introspect. */
  readonly introspection: boolean;
}

/**
 * Makes everything that serving one supergraph needs. Nothing is asked of a subgraph yet.
 * @param planner of this supergraph, if one was started already; it is closed with the rest
 * @throws Error when the SDL cannot be served
 */
export function serveSupergraph(sdl: string, tools: ServingTools, planner?: Planner): ServedSupergraph {
  const { limits, introspection } = tools;
  const state = gatewayState(sdl);
  const { transports, close } = openTransports(tools.transports, state, tools.around);
  const executor = tools.executorOf(state, transports, planner);
  const operations = preparedOperations({ state, executor, limits, hideSuggestions: !introspection });
  return Object.freeze({
    state,
    operations,
    engine: tools.engineOf({ state, operations }),
    executor,
    transports,
    ready: executor.ready ?? Promise.resolve(),
    async close() {
      await Promise.all([executor.close(), close()]);
    },
  });
}
