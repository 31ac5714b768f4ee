import type { Plugin } from '@envelop/core';
import type { Tracing } from '@veza/telemetry';
import type { OperationContext } from '../pipeline/context.ts';
import { errorsOf } from '../pipeline/outcome.ts';
import { codesOf } from '../pipeline/outcome-codes.ts';
import { onOutcome } from './on-outcome.ts';

/**
 * Times each operation as a span, from its arrival to its answer or to the start of its stream. Facts are what the log tells, too:
 * names, the hash of the document, cost, how it ended; never its text or its variables. Only a refusal is a failure of the span:
 * an answer with errors in it is an answer.
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
    span?.end(outcome.kind === 'refused' ? codesOf(outcome)[0] : undefined);
  });
  return {
    ...ends,
    onContextBuilding({ context, extendContext }) {
      extendContext({ span: tracing.start('graphql', { kind: 'server', parent: context.origin.traceparent }) });
    },
  };
}
