import type { Limits } from '@veza/guard';
import type { Log, Metrics, Tracing } from '@veza/telemetry';
import type { PriorityOf } from '../overload/priority.ts';
import type { Shedding } from '../overload/shedding.ts';
import { useAccess } from '../plugins/use-access.ts';
import { useAuthentication, type Identity } from '../plugins/use-authentication.ts';
import { useCostLimit } from '../plugins/use-cost-limit.ts';
import { useDocuments } from '../plugins/use-documents.ts';
import { useLoadShedding } from '../plugins/use-load-shedding.ts';
import { useMaskedErrors } from '../plugins/use-masked-errors.ts';
import { useMetrics } from '../plugins/use-metrics.ts';
import { useOperationLog } from '../plugins/use-operation-log.ts';
import { usePlan } from '../plugins/use-plan.ts';
import type { RateLimits } from '../plugins/rate-limits.ts';
import { rateLimiting } from '../plugins/use-rate-limit.ts';
import { useTracing } from '../plugins/use-tracing.ts';
import { useTransportRules } from '../plugins/use-transport-rules.ts';
import { useVariables } from '../plugins/use-variables.ts';
import type { GatewayState } from '../supergraph/state.ts';
import { documentFinder, type DocumentMode, type TrustedDocuments } from './documents.ts';
import { engine, type Engine } from './engine.ts';
import type { ForwardHeaders } from './forwarded-headers.ts';
import type { ErrorMask } from './mask.ts';
import { persistedQueries } from './persisted-queries.ts';
import { planSource } from './plan-source.ts';
import type { PreparedOperations } from './prepared-operations.ts';

/** What the pipeline of a gateway is made of, whatever its supergraph. */
export interface GatewayEngineOptions {
  readonly identity: Identity;
  readonly limits: Limits;
  readonly introspection: boolean;
  readonly shedding: Shedding;
  /** How important the root fields are. */
  readonly priorityOf: PriorityOf;
  readonly mask: ErrorMask;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly tracing?: Tracing;
  /** Headers that subgraphs see as they came, where callers are not known to the gateway; then `@access` is not checked either. */
  readonly forward?: ForwardHeaders;
  /** Documents that clients may ask for by id, and who may send others; everybody unless given. */
  readonly documents?: { readonly mode: DocumentMode; readonly trusted: TrustedDocuments };
  /** Without them nobody is limited over time. */
  readonly rateLimits?: RateLimits;
  readonly environment: 'development' | 'production';
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** What the pipeline works with that belongs to one supergraph. */
export interface EngineSupergraph {
  readonly state: GatewayState;
  readonly operations: PreparedOperations;
}

/** Makes the engine of one supergraph. */
export type EngineOf = (supergraph: EngineSupergraph) => Engine;

/**
 * The pipeline of a gateway, one plugin for each concern. Those that look at outcomes come first, then those that refuse,
 * in the order in which a refusal is told, then the one that runs the plan. Only the last one belongs to a supergraph;
 * the others are made once, so that what they count goes on over a reload.
 */
export function gatewayEngine(options: GatewayEngineOptions): EngineOf {
  const { identity, limits, introspection, shedding, priorityOf, mask, log, metrics, tracing, forward, now, rateLimits, environment } =
    options;
  const rates = rateLimits && rateLimiting({ limits: rateLimits, isLoopbackExempt: environment === 'development', log });
  const persisted = persistedQueries();
  const find = documentFinder({ mode: 'open', trusted: new Map(), ...options.documents, persisted });
  const names = new Set(Array.from(options.documents?.trusted.values() ?? [], ({ name }) => name));
  const lasting = [
    useMaskedErrors(mask),
    ...(tracing ? [useTracing(tracing)] : []),
    useOperationLog(log, now),
    useMetrics({ metrics, names, now }),
    useAuthentication(identity),
    useDocuments({ find, persisted, keepsForPeopleOnly: forward === undefined, limiter: rateLimits?.limiter, log }),
    useTransportRules(),
    useLoadShedding(shedding, priorityOf),
    useAccess({ introspection, log, checksCallers: forward === undefined }),
    useVariables(),
    useCostLimit(limits.cost),
    ...(rates ? [rates.plugin] : []),
  ];
  const planning = { executionMs: limits.executionMs, ...(forward && { forward }), planOf: planSource(metrics, tracing) };
  return (supergraph) => engine([...lasting, usePlan({ ...supergraph, ...planning })], now, rates?.settle);
}
