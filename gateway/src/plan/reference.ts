import { graphqlError } from '@veza/graphql';
import { type DocumentNode, parse } from 'graphql';
import { pace } from '../pace.ts';
import { byteBoundedCache } from '../pipeline/byte-bounded-cache.ts';
import { type JsonObject, SubgraphFailure, type SubgraphOperation } from '../transport/port.ts';
import type { ExecutablePlan, PlanAnswer, PlanRequest } from './executor.ts';
import { ownPlanExecutor, type OwnPlanExecutor, type OwnPlanExecutorOptions } from './own.ts';
import { presenceOf } from './own/calls/presence.ts';
import { supergraphTypes } from './own/supergraph-types.ts';
import type { PlannedOperation } from './planned-operation.ts';
import { workerPlanner } from './planner.ts';
import { fetchCountOf, type QueryPlan } from './query-plan.ts';
import type { RunPlan, SendFetch } from './reference/apollo.ts';
import { withClientNames } from './reference/client-form.ts';
import { entityCount } from './reference/entity-count.ts';
import { clientErrors } from './reference/reference-errors.ts';

/** Memory for plans. Bytes. */
const CACHE_BYTES = 64 * 1024 * 1024;
const BYTES_PER_CHARACTER = 6;

/** What is run of an operation. */
interface ReferencePlan {
  readonly queryPlan: QueryPlan;
  readonly document: DocumentNode;
  readonly clientNames: ReadonlyMap<string, string>;
}

type Failures = WeakMap<SubgraphFailure, string>;

/** Sends the fetches of one run over our transports; nobody waits longer than the run. */
function sender({ transports, clock }: OwnPlanExecutorOptions, { meta }: PlanRequest, operationOf: (query: string) => SubgraphOperation) {
  const presence = presenceOf(meta, clock);
  const services: Failures = new WeakMap();
  const ended = new Promise<never>((_, reject) => presence.onEnd(reject));
  ended.catch(() => undefined);
  const send: SendFetch = async (service, query, variables) => {
    try {
      const gone = presence.ended();
      if (gone) throw gone;
      return await Promise.race([transports.get(service)!.call(operationOf(query), variables, meta), ended]);
    } catch (reason) {
      const failure =
        reason instanceof SubgraphFailure ? reason : new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'no answer', { cause: reason });
      services.set(failure, service);
      throw failure;
    }
  };
  return { send, release: presence.release, serviceOf: (failure: SubgraphFailure) => services.get(failure) ?? '' };
}

/** Operations of a plan by their text: transports keep what they compile by identity. */
function operations(): (query: string) => SubgraphOperation {
  const known = new Map<string, SubgraphOperation>();
  return (text) => {
    const operation = known.get(text);
    if (operation) return operation;
    const document = parse(text, { noLocation: true });
    const [definition] = document.definitions;
    const kind = definition && 'operation' in definition ? definition.operation : 'query';
    const made: SubgraphOperation = { kind: kind as SubgraphOperation['kind'], name: undefined, text, document };
    known.set(text, made);
    return made;
  };
}

/**
 * The executor of @apollo/gateway behind our port: what our own is measured against, and to be chosen where ours is in doubt.
 * It is loaded when the first of its kind is made. It neither shares nor batches calls; subscriptions, which it refuses, run on ours.
 */
export function referencePlanExecutor(options: OwnPlanExecutorOptions): OwnPlanExecutor {
  const { supergraphSdl, apiSchema, transports, introspection, clock, log } = options;
  const planner = options.planner ?? workerPlanner({ supergraphSdl, clock, log });
  const own = ownPlanExecutor({ ...options, planner });
  const { entityTypes } = supergraphTypes(options.supergraph ?? parse(supergraphSdl));
  const cache = byteBoundedCache<Promise<ExecutablePlan>>(CACHE_BYTES);
  const loaded: Promise<RunPlan> = import('./reference/apollo.ts').then(({ apolloExecutor }) =>
    apolloExecutor(supergraphSdl, transports.keys()),
  );

  const run = async (
    runPlan: RunPlan,
    { queryPlan, document, clientNames }: ReferencePlan,
    request: PlanRequest,
    operationOf: (query: string) => SubgraphOperation,
  ) => {
    const { send, release, serviceOf } = sender(options, request, operationOf);
    const variables: JsonObject = { ...request.variables };
    const answer = await runPlan(queryPlan, document, variables, send);
    release();
    const errors = clientErrors(answer, { clientNames, requestId: request.meta.requestId, log, serviceOf });
    return { data: answer.data ?? null, errors };
  };

  const prepare = async (operation: string, labels: readonly string[]): Promise<ExecutablePlan> => {
    const [runPlan, json] = await Promise.all([loaded, planner.run({ kind: 'plan', operation, ...(labels.length > 0 && { labels }) })]);
    await pace()();
    const { queryPlan, text, clientNames, introspection: asksForSchema } = JSON.parse(json) as PlannedOperation;
    if (!introspection && asksForSchema) throw graphqlError('FORBIDDEN', 'Introspection is off.');
    const planned = { queryPlan, document: parse(text, { noLocation: true }), clientNames: new Map(clientNames) };
    const count = entityCount(planned.document, apiSchema, entityTypes);
    const operationOf = operations();
    return {
      fetchCount: fetchCountOf(planned.queryPlan.node),
      subscription: undefined,
      async execute(request): Promise<PlanAnswer> {
        const { data, errors } = await run(runPlan, planned, request, operationOf);
        return { dataJson: JSON.stringify(withClientNames(data, planned.clientNames)), errors, objectCount: count(data) };
      },
    };
  };

  const isSubscription = (operation: string) =>
    parse(operation, { noLocation: true }).definitions.some(
      (node) => node.kind === 'OperationDefinition' && node.operation === 'subscription',
    );

  return {
    ready: Promise.all([planner.ready, loaded]).then(() => undefined),
    prepare(text, labels = []) {
      const key = [...labels, text].join(' ');
      const known = cache.get(key);
      if (known) return known;
      if (isSubscription(text)) return own.prepare(text, labels);
      const prepared = prepare(text, labels);
      cache.set(key, prepared, key.length * BYTES_PER_CHARACTER * 10);
      // A failure is not kept: the next request tries again.
      prepared.catch(() => cache.set(key, prepared, Number.POSITIVE_INFINITY));
      return prepared;
    },
    close: () => own.close(),
  };
}
