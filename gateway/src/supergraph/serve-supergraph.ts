import type { Limits } from '@veza/guard';
import type { Metrics } from '@veza/telemetry';
import type { EngineOf } from '../pipeline/gateway-engine.ts';
import { preparedOperations } from '../pipeline/prepared-operations.ts';
import type { PlanExecutor } from '../plan/executor.ts';
import { callMetrics } from '../plan/own/calls/call-metrics.ts';
import { ownPlanExecutor, type OwnPlanExecutorOptions } from '../plan/own.ts';
import { plannerMeasurement } from '../plan/measured-planner.ts';
import { workerPlanner, type Planner } from '../plan/planner.ts';
import type { SubgraphTransport } from '../transport/port.ts';
import { openTransports, type TransportDecorator, type TransportSource } from './open-transports.ts';
import type { ServedSupergraph } from './served-supergraph.ts';
import { gatewayState, type GatewayState } from './state.ts';

/** An executor, and when it is able to plan. */
export type ReadyExecutor = PlanExecutor & { readonly ready?: Promise<void> };

/** Makes the executor of one supergraph. */
export type ExecutorOf = (state: GatewayState, transports: ReadonlyMap<string, SubgraphTransport>, planner?: Planner) => ReadyExecutor;

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

/** What executors of all supergraphs are made with. */
export type OwnExecutorTools = Pick<OwnPlanExecutorOptions, 'clock' | 'log' | 'dedupe' | 'batch'> & { readonly metrics: Metrics };

/** The executor of our own. Introspection is answered whenever a plan asks for it: who may ask is decided before. */
export function ownExecutors({ metrics, clock, log, dedupe = true, batch = true }: OwnExecutorTools): ExecutorOf {
  const counts = callMetrics(metrics);
  const measured = plannerMeasurement(metrics);
  return ({ sdl, apiSchema }, transports, planner) => {
    const options = { clock, log, dedupe, batch, callMetrics: counts, supergraphSdl: sdl, apiSchema, transports, introspection: true };
    return ownPlanExecutor({ ...options, planner: measured(planner ?? workerPlanner({ supergraphSdl: sdl, clock, log })) });
  };
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
