import type { Metrics } from '@veza/telemetry';
import type { PlanExecutor } from '../plan/executor.ts';
import { callMetrics } from '../plan/own/calls/call-metrics.ts';
import { ownPlanExecutor, type OwnPlanExecutorOptions } from '../plan/own.ts';
import type { Planner } from '../plan/planner.ts';
import { referencePlanExecutor } from '../plan/reference.ts';
import { shadowed } from '../plan/shadow.ts';
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
  /** Queries of a hundred that the reference executor runs a second time, to compare; 0 by default. */
  readonly shadowPercent?: number;
  /** From 0 up to 1. */
  readonly random: () => number;
};

/** Makes executors of the chosen kind. Introspection is answered whenever a plan asks for it: who may ask is decided before. */
export function executors(tools: ExecutorTools): ExecutorOf {
  const { metrics, clock, log, dedupe = true, batch = true, executor = 'own', shadowPercent = 0, random, planCacheFolder } = tools;
  const make = executor === 'own' ? ownPlanExecutor : referencePlanExecutor;
  const shadow = shadowPercent > 0 ? shadowed({ percent: shadowPercent, random, clock, log, metrics }) : undefined;
  const counts = callMetrics(metrics);
  return ({ sdl, document, apiSchema }, transports, planner) => {
    const supergraph = { supergraphSdl: sdl, supergraph: document, apiSchema, transports };
    const stored = planCacheFolder === undefined ? {} : { planCacheFolder };
    const options = { clock, log, dedupe, batch, ...supergraph, ...stored, introspection: true, planner };
    const made = make({ ...options, callMetrics: counts });
    return shadow ? shadow(made, referencePlanExecutor(options)) : made;
  };
}
