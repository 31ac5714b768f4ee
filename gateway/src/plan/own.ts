import { graphqlError } from '@veza/graphql';
import type { Clock } from '@veza/kernel';
import type { Log } from '@veza/telemetry';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { pace } from '../pace.ts';
import { byteBoundedCache } from '../pipeline/byte-bounded-cache.ts';
import { accessTable } from '../supergraph/access-table.ts';
import type { ExecutablePlan, PlanExecutor } from './executor.ts';
import type { CallMetrics } from './own/calls/call-metrics.ts';
import { subgraphCalls } from './own/calls/subgraph-calls.ts';
import type { CompileContext, Transports } from './own/context.ts';
import { executablePlan } from './own/executable-plan.ts';
import { liveSchema } from './own/live/live-schema.ts';
import { compileIntrospection } from './own/introspect.ts';
import { supergraphTypes } from './own/supergraph-types.ts';
import type { PlannedOperation } from './planned-operation.ts';
import { type Planner, workerPlanner } from './planner.ts';
import { storedPlans } from './stored-plans.ts';

/** What the executor is built from. */
export interface OwnPlanExecutorOptions {
  readonly supergraphSdl: string;
  /** The same, parsed, where that has been done. */
  readonly supergraph?: DocumentNode;
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
  /** Resolves when the planner is ready. */
  readonly ready: Promise<void>;
}

/** Memory for compiled plans. Bytes. @see gateway.md 3.1 */
const CACHE_BYTES = 64 * 1024 * 1024;
/** A plan in memory weighs about this many bytes per character of its JSON and its generated code. */
const BYTES_PER_CHARACTER = 6;

/** Reads what plans are compiled with out of a supergraph, in short steps. Rejects on an `@access` or `@live` that makes no sense. */
async function compileContext(
  supergraph: DocumentNode,
  rest: Pick<CompileContext, 'apiSchema' | 'transports' | 'log'>,
): Promise<CompileContext> {
  const pause = pace();
  const types = supergraphTypes(supergraph);
  await pause();
  const live = liveSchema(supergraph);
  await pause();
  return { ...rest, types, live, access: accessTable(supergraph) };
}

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
  const supergraph = options.supergraph ?? parse(supergraphSdl);
  const calls = subgraphCalls({ dedupe, batch, clock, metrics });
  const compiling = compileContext(supergraph, { apiSchema, transports, log });
  // Whoever prepares or waits for readiness hears of it.
  compiling.catch(() => undefined);
  const inFlight = new Map<string, Promise<ExecutablePlan>>();

  const prepare = async (text: string, labels: readonly string[], key: string): Promise<ExecutablePlan> => {
    const json = await planner.run({ kind: 'plan', operation: text, ...(labels.length > 0 && { labels }) });
    const pause = pace();
    await pause();
    const planned = JSON.parse(json) as PlannedOperation;
    const introspect = compileIntrospection(planned.introspection, planner);
    if (introspect && !introspection) throw graphqlError('FORBIDDEN', 'Introspection is off.');
    const plan = await executablePlan(planned, await compiling, { introspect, calls, clock, pause });
    cache.set(key, plan, (key.length + json.length) * BYTES_PER_CHARACTER);
    return plan;
  };

  return {
    ready: Promise.all([planner.ready, compiling]).then(() => undefined),
    prepare(text, labels = []) {
      const key = [...labels, text].join(' ');
      const known = cache.get(key);
      if (known) return Promise.resolve(known);
      const running = inFlight.get(key);
      if (running) return running;
      const prepared = prepare(text, labels, key).finally(() => inFlight.delete(key));
      inFlight.set(key, prepared);
      return prepared;
    },
    close: () => planner.close(),
  };
}
