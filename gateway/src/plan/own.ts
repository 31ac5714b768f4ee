import { graphqlError } from '@veza/graphql';
import type { Clock } from '@veza/kernel';
import type { Log } from '@veza/telemetry';
import { type DocumentNode, type GraphQLSchema, parse, print } from 'graphql';
import { pace } from '../pace.ts';
import { byteBoundedCache } from '../pipeline/byte-bounded-cache.ts';
import { accessTable } from '../supergraph/access-table.ts';
import type { ExecutablePlan, PlanExecutor } from './executor.ts';
import type { CallMetrics } from './own/calls/call-metrics.ts';
import { subgraphCalls } from './own/calls/subgraph-calls.ts';
import type { Transports } from './own/context.ts';
import { executablePlan } from './own/executable-plan.ts';
import { liveSchema } from './own/live/live-schema.ts';
import { compileIntrospection } from './own/introspection.ts';
import { supergraphTypes } from './own/supergraph-types.ts';
import { planDocument } from './planned-document.ts';
import { type Planner, workerPlanner } from './planner.ts';
import { storedPlans } from './stored-plans.ts';

/** What the executor is built from. */
export interface OwnPlanExecutorOptions {
  readonly supergraphSdl: string;
  /** The schema that clients see. */
  readonly apiSchema: GraphQLSchema;
  /** A transport for every subgraph, by its name in the supergraph. */
  readonly transports: Transports;
  /** Whether `__schema` and `__type` are answered. */
  readonly introspection: boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether equal fetches under way at the same time are sent once; true by default. */
  readonly dedupe?: boolean;
  /** Whether fetches of entities of several requests go out together; true by default. */
  readonly batch?: boolean;
  /** Told of fetches and calls. */
  readonly callMetrics?: CallMetrics;
  /** Takes the place of the planner's thread. */
  readonly planner?: Planner;
  /** A folder where plans are kept, so that a restart plans nothing; without one they are kept in memory only. */
  readonly planCacheFolder?: string;
}

/** The executor, and when it is able to plan. */
export interface OwnPlanExecutor extends PlanExecutor {
  /** Resolves when the planner is built. */
  readonly ready: Promise<void>;
}

/** Memory for compiled plans. Bytes. @see gateway.md 3.1 */
const CACHE_BYTES = 64 * 1024 * 1024;
/** A plan in memory weighs about this many bytes per character of its JSON and its generated code. */
const BYTES_PER_CHARACTER = 6;

/**
 * Plans with the planner's thread and executes with closures of our own; compiled plans are kept by document text.
 * `prepare` rejects with OVERLOADED, OPERATION_LIMIT_EXCEEDED or FORBIDDEN (introspection is off).
 */
export function ownPlanExecutor(options: OwnPlanExecutorOptions): OwnPlanExecutor {
  const { supergraphSdl, apiSchema, transports, introspection, clock, log, dedupe = true, batch = true, callMetrics: metrics } = options;
  const thread = options.planner ?? workerPlanner({ supergraphSdl, clock, log });
  const { planCacheFolder: folder } = options;
  const planner = folder === undefined ? thread : storedPlans(thread, { folder, supergraphSdl, log });
  const cache = byteBoundedCache<ExecutablePlan>(CACHE_BYTES);
  const supergraph = parse(supergraphSdl);
  const calls = subgraphCalls({ dedupe, batch, clock, metrics });
  const compile = {
    apiSchema,
    types: supergraphTypes(supergraph),
    live: liveSchema(supergraph),
    transports,
    access: accessTable(supergraph),
    log,
  };
  const inFlight = new Map<string, Promise<ExecutablePlan>>();

  const prepare = async (document: DocumentNode, text: string): Promise<ExecutablePlan> => {
    const introspect = compileIntrospection(document, apiSchema);
    if (introspect && !introspection) throw graphqlError('FORBIDDEN', 'Introspection is off.');
    const pause = pace();
    const planned = await planDocument(planner, document, compile.types.plannedNames, pause);
    const { plan, codeLength } = await executablePlan({ ...planned, introspect }, compile, { calls, clock, pause });
    cache.set(text, plan, (text.length + planned.planLength + codeLength) * BYTES_PER_CHARACTER);
    return plan;
  };

  return {
    ready: planner.ready,
    prepare(document) {
      const text = print(document);
      const known = cache.get(text);
      if (known) return Promise.resolve(known);
      const running = inFlight.get(text);
      if (running) return running;
      const prepared = prepare(document, text).finally(() => inFlight.delete(text));
      inFlight.set(text, prepared);
      return prepared;
    },
    close: () => planner.close(),
  };
}
