import type { Limits } from '@veza/guard';
import type { EngineOf } from '../pipeline/gateway-engine.ts';
import { pace } from '../pace.ts';
import type { ActiveLabels } from '../pipeline/active-labels.ts';
import type { DocumentReading } from '../pipeline/document-reading.ts';
import type { DocumentReader } from '../pipeline/prepare.ts';
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
  /** Starts the planner of a supergraph, or takes the one that was started. */
  readonly plannerOf: (supergraphSdl: string, started?: Planner) => Planner;
  readonly executorOf: ExecutorOf;
  readonly engineOf: EngineOf;
  readonly limits: Limits;
  readonly activeLabels: ActiveLabels;
  /** Whether everybody may introspect. */
  readonly introspection: boolean;
}

/** Reads documents in the planner's thread. */
function readerOf(planner: Planner): DocumentReader {
  return async (document) => JSON.parse(await planner.run({ kind: 'read', document })) as DocumentReading;
}

async function assembled(sdl: string, planner: Planner, tools: ServingTools): Promise<ServedSupergraph> {
  const { limits, introspection, activeLabels } = tools;
  const pause = pace();
  const state = await gatewayState(sdl, await planner.ready, pause);
  await pause();
  const { transports, close } = openTransports(tools.transports, state, tools.around);
  const executor = tools.executorOf(state, transports, planner);
  const operations = preparedOperations({
    state,
    executor,
    limits,
    hideSuggestions: !introspection,
    read: readerOf(planner),
    activeLabels,
  });
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

/**
 * Makes everything that serving one supergraph needs, in short steps beside what is served already. Nothing is asked of a subgraph yet.
 * Rejects when the SDL cannot be served; then nothing is left behind.
 * @param started a planner of this supergraph, if there is one already; it is closed with the rest
 */
export async function serveSupergraph(sdl: string, tools: ServingTools, started?: Planner): Promise<ServedSupergraph> {
  const planner = tools.plannerOf(sdl, started);
  try {
    return await assembled(sdl, planner, tools);
  } catch (error) {
    await planner.close();
    throw error;
  }
}
