import type { Plugin } from '@envelop/core';
import { countEach, counter, durations, type Metrics } from '@veza/telemetry';
import type { OperationContext } from '../pipeline/context.ts';
import { errorsOf, type Outcome } from '../pipeline/outcome.ts';
import { codesOf } from '../pipeline/outcome-codes.ts';
import { onOutcome } from './on-outcome.ts';

/** What operations are counted by. */
export interface OperationMetricsOptions {
  readonly metrics: Metrics;
  /** Names that become labels, because our own clients use them; clients choose all others, and there is no end to them. */
  readonly names: ReadonlySet<string>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const OTHER = 'other';

function outcomeLabel(outcome: Outcome): string {
  return outcome.kind === 'answered' && errorsOf(outcome).length > 0 ? 'partial' : outcome.kind;
}

const isUnknown = (outcome: Outcome): boolean => outcome.kind === 'refused' && outcome.stage === 'identity';

function registered(metrics: Metrics) {
  return {
    duration: durations(metrics, {
      name: 'veza_operation_duration_seconds',
      help: 'From the arrival of an operation to its answer, or to the start of its stream',
      labels: ['operation', 'kind', 'outcome'],
    }),
    errors: counter(metrics, {
      name: 'veza_operation_errors_total',
      help: 'Operations with an error of a code in their answer; each code once for an operation',
      labels: ['kind', 'code'],
    }),
    cost: countEach(metrics, { name: 'veza_operation_cost_points', help: 'Static cost of the operations that ran', label: 'kind' }),
    authentication: countEach(metrics, { name: 'veza_auth_total', help: 'Operations by who asked for them', label: 'outcome' }),
  };
}

/** Counts and times operations, and sums up what they cost. */
export function useMetrics({ metrics, names, now }: OperationMetricsOptions): Plugin<OperationContext> {
  const { duration, errors, cost, authentication } = registered(metrics);
  const operationLabel = (name: string | undefined) => (name !== undefined && names.has(name) ? name : OTHER);
  return onOutcome((outcome, { caller, prepared, startedAt, cost: points }) => {
    authentication(isUnknown(outcome) ? 'refused' : caller.kind);
    const kind = prepared?.kind ?? 'none';
    duration.observe(
      { operation: operationLabel(prepared?.operationName), kind, outcome: outcomeLabel(outcome) },
      (now() - startedAt) / 1000,
    );
    for (const code of codesOf(outcome)) errors.inc({ kind, code });
    if (outcome.kind !== 'refused') cost(kind, points ?? 0);
  });
}
