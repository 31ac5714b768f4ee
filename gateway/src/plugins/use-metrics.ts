import type { Plugin } from '@envelop/core';
import { counter, durations, type Metrics } from '@veza/telemetry';
import type { OperationContext } from '../pipeline/context.ts';
import { errorsOf, type Outcome } from '../pipeline/outcome.ts';
import { onOutcome } from './on-outcome.ts';

/** Operation names that become labels; later ones are counted together as `other`. */
const MAX_OPERATION_NAMES = 500;
const OTHER = 'other';

/** A label for a name that clients choose: the first 500 names seen, and then no more. */
function boundedLabel(): (name: string | undefined) => string {
  const known = new Set<string>();
  return (name) => {
    if (name === undefined) return OTHER;
    if (known.has(name)) return name;
    if (known.size >= MAX_OPERATION_NAMES) return OTHER;
    known.add(name);
    return name;
  };
}

function outcomeLabel(outcome: Outcome): string {
  return outcome.kind === 'answered' && errorsOf(outcome).length > 0 ? 'partial' : outcome.kind;
}

/** Counts and times operations, and sums up what they cost. */
export function useMetrics(metrics: Metrics, now: () => number): Plugin<OperationContext> {
  const duration = durations(metrics, {
    name: 'veza_operation_duration_seconds',
    help: 'From the arrival of an operation to its answer, or to the start of its stream',
    labels: ['operation', 'kind', 'outcome'],
  });
  const cost = counter(metrics, { name: 'veza_operation_cost_points', help: 'Static cost of the operations that ran', labels: ['kind'] });
  const authentications = counter(metrics, {
    name: 'veza_auth_total',
    help: 'Operations by who asked for them',
    labels: ['outcome'],
  });
  const label = boundedLabel();
  return onOutcome((outcome, context) => {
    const isUnknown = outcome.kind === 'refused' && outcome.stage === 'identity';
    authentications.inc({ outcome: isUnknown ? 'refused' : context.caller.kind });
    const kind = context.prepared?.kind ?? 'none';
    const operation = label(context.prepared?.operationName);
    duration.observe({ operation, kind, outcome: outcomeLabel(outcome) }, (now() - context.startedAt) / 1000);
    if (outcome.kind !== 'refused') cost.inc({ kind }, context.cost ?? 0);
  });
}
