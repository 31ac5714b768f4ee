import type { Metrics } from '@veza/telemetry';
import type { PlanExecutor } from '../plan/executor.ts';
import { callMetrics } from '../plan/own/calls/call-metrics.ts';
import { ownPlanExecutor, type OwnPlanExecutorOptions } from '../plan/own.ts';
import type { Planner } from '../plan/planner.ts';
import { referencePlanExecutor } from '../plan/reference.ts';
import type { SubgraphTransport } from '../transport/port.ts';
import type { GatewayState } from './state.ts';

/** Which executor runs plans: the gateway's own, or the one of @apollo/gateway, which ours is measured against. */
export type ExecutorKind = 'own' | 'reference';

/** An executor, and when it is able to plan. */
export type ReadyExecutor = PlanExecutor & { readonly ready?: Promise<void> };

/** Makes the executor of one supergraph. */
export type ExecutorOf = (state: GatewayState, transports: ReadonlyMap<string, SubgraphTransport>, planner: Planner) => ReadyExecutor;

/** What executors of all supergraphs are made with. */
export type ExecutorTools = Pick<OwnPlanExecutorOptions, 'clock' | 'log' | 'dedupe' | 'batch' | 'planCacheFolder'> & {
  readonly metrics: Metrics;
  readonly executor?: ExecutorKind;
};

/** Makes executors of the chosen kind. Introspection is answered whenever a plan asks for it: who may ask is decided before. */
export function executors(tools: ExecutorTools): ExecutorOf {
  const { metrics, clock, log, dedupe = true, batch = true, executor = 'own', planCacheFolder } = tools;
  const make = executor === 'own' ? ownPlanExecutor : referencePlanExecutor;
  const counts = callMetrics(metrics);
  return ({ sdl, document, apiSchema }, transports, planner) => {
    const supergraph = { supergraphSdl: sdl, supergraph: document, apiSchema, transports };
    const stored = planCacheFolder === undefined ? {} : { planCacheFolder };
    return make({ clock, log, dedupe, batch, callMetrics: counts, ...supergraph, ...stored, introspection: true, planner });
  };
}
