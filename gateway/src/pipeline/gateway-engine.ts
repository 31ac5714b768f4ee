import type { Limits } from '@veza/guard';
import type { Log, Metrics } from '@veza/telemetry';
import type { PlanExecutor } from '../plan/executor.ts';
import { useAccess } from '../plugins/use-access.ts';
import { useAuthentication, type Identity } from '../plugins/use-authentication.ts';
import { useCostLimit } from '../plugins/use-cost-limit.ts';
import { useMaskedErrors } from '../plugins/use-masked-errors.ts';
import { useMetrics } from '../plugins/use-metrics.ts';
import { useOperationLog } from '../plugins/use-operation-log.ts';
import { usePlan } from '../plugins/use-plan.ts';
import { useTransportRules } from '../plugins/use-transport-rules.ts';
import { useVariables } from '../plugins/use-variables.ts';
import type { GatewayState } from '../supergraph/state.ts';
import { engine, type Engine } from './engine.ts';
import type { ErrorMask } from './mask.ts';
import { preparedOperations } from './prepared-operations.ts';

/** What the pipeline of a gateway is made of. */
export interface GatewayEngineOptions {
  readonly state: GatewayState;
  readonly executor: PlanExecutor;
  readonly identity: Identity;
  readonly limits: Limits;
  readonly introspection: boolean;
  readonly mask: ErrorMask;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * The pipeline of a gateway, one plugin for each concern. Those that look at outcomes come first, then those that refuse,
 * in the order in which a refusal is told, then the one that runs the plan.
 */
export function gatewayEngine(options: GatewayEngineOptions): Engine {
  const { state, executor, identity, limits, introspection, mask, log, metrics, now } = options;
  const operations = preparedOperations({ state, executor, limits, hideSuggestions: !introspection });
  return engine(
    [
      useMaskedErrors(mask),
      useOperationLog(log, now),
      useMetrics(metrics, now),
      useAuthentication(identity),
      useTransportRules(),
      useAccess({ introspection, log }),
      useVariables(),
      useCostLimit(limits.cost),
      usePlan({ state, operations, executionMs: limits.executionMs }),
    ],
    now,
  );
}
