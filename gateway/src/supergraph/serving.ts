import type { GatewayDependencies } from '../dependencies.ts';
import { activeLabels } from '../pipeline/active-labels.ts';
import type { EngineOf } from '../pipeline/gateway-engine.ts';
import { aroundTransport } from '../transport/around-transport.ts';
import { prepareReload } from './prepare-reload.ts';
import { reloader, type ReloadOutcome } from './reloader.ts';
import type { ServedSupergraph } from './served-supergraph.ts';
import { servedSupergraphs, type SwappableSupergraphs } from './served-supergraphs.ts';
import { executors } from './executors.ts';
import { measuredPlanners, planners } from './planners.ts';
import { serveSupergraph } from './serve-supergraph.ts';
import { watchSource } from './watch-source.ts';

/** The supergraph of one gateway, whatever it is just now. */
export interface Serving {
  readonly supergraphs: SwappableSupergraphs;
  /** What is served at the start. */
  readonly first: ServedSupergraph;
  /** Reads the source and serves what it holds; absent without a source. Never rejects. */
  readonly reload?: () => Promise<ReloadOutcome>;
  /** Looks at the source until the signal aborts. */
  watch(): Promise<void>;
}

/** What serving needs beside the dependencies of the gateway. */
export interface ServingOptions {
  readonly dependencies: GatewayDependencies & { readonly random: () => number };
  readonly engineOf: EngineOf;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Aborts when the gateway stops. */
  readonly signal: AbortSignal;
}

/** Makes the first supergraph, and whatever takes its place. Rejects when the first cannot be served. */
export async function serving({ dependencies, engineOf, now, signal }: ServingOptions): Promise<Serving> {
  const { supergraphSdl, planner, source, limits, log, metrics, random, overrideLabels = [] } = dependencies;
  const around = aroundTransport({ ...dependencies, executionMs: limits.executionMs });
  const plannerOf = measuredPlanners(metrics, dependencies.plannerOf ?? planners(dependencies));
  const labels = activeLabels({ configured: overrideLabels, random });
  const tools = { ...dependencies, around, plannerOf, executorOf: executors(dependencies), engineOf, activeLabels: labels };
  const first = await serveSupergraph(supergraphSdl, tools, planner);
  const supergraphs = servedSupergraphs(first, log);
  if (!source) return { supergraphs, first, watch: () => Promise.resolve() };
  const prepare = (sdl: string, present: ServedSupergraph) => prepareReload(sdl, present, { ...dependencies, tools, now, signal });
  const reloads = reloader({ source, supergraphs, prepare, log, metrics });
  return { supergraphs, first, reload: reloads.reload, watch: () => watchSource(reloads, source.pollMs, signal) };
}
