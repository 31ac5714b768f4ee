import type { Plugin } from '@envelop/core';
import type { Tracing } from '@veza/telemetry';
import type { OperationContext } from '../pipeline/context.ts';
import { errorsOf, type Outcome } from '../pipeline/outcome.ts';
import { onOutcome } from './on-outcome.ts';

/** The code of the first error of a refusal; an answer with errors in it is still an answer. */
function failureOf(outcome: Outcome): string | undefined {
  if (outcome.kind !== 'refused') return undefined;
  const [error] = outcome.errors;
  return error && 'extensions' in error ? String(error.extensions?.['code']) : 'INTERNAL_SERVER_ERROR';
}

/**
 * Times each operation as a span, from its arrival to its answer or to the start of its stream. Facts are what the log tells, too:
 * names, the hash of the document, cost, how it ended; never its text or its variables.
 */
export function useTracing(tracing: Tracing): Plugin<OperationContext> {
  const ends = onOutcome((outcome, { span, origin, prepared, cost }) => {
    span?.note({
      'graphql.operation.type': prepared?.kind,
      'graphql.operation.name': prepared?.operationName,
      'veza.document': prepared?.documentHash,
      'veza.request_id': origin.requestId,
      'veza.transport': origin.transport,
      'veza.cost': cost,
      'veza.outcome': outcome.kind,
      'veza.errors': errorsOf(outcome).length,
    });
    span?.end(failureOf(outcome));
  });
  return {
    ...ends,
    onContextBuilding({ context, extendContext }) {
      extendContext({ span: tracing.start('graphql', { kind: 'server', parent: context.origin.traceparent }) });
    },
  };
}
