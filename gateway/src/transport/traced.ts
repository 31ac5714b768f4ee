import type { Tracing } from '@veza/telemetry';
import { type JsonObject, SubgraphFailure, type SubgraphTransport } from './port.ts';

/** Objects that an entity fetch asks for; undefined for a fetch of root fields. */
function batchSize({ representations }: JsonObject): number | undefined {
  return Array.isArray(representations) ? representations.length : undefined;
}

/**
 * Times each call as a span of the trace that the call is part of, and lets the subgraph's own spans be part of it.
 * A shared call belongs to the trace of whoever asked first; a join of a live event begins a trace of its own, because its stream has no end.
 */
export function traced(tracing: Tracing, service: string, transport: SubgraphTransport): SubgraphTransport {
  const name = `fetch ${service}`;
  return {
    ...transport,
    async call(operation, variables, meta) {
      const facts = {
        'veza.subgraph': service,
        'graphql.operation.type': operation.kind,
        'graphql.operation.name': operation.name,
        'veza.batch.size': batchSize(variables),
      };
      const span = tracing.start(name, { kind: 'client', parent: meta.traceparent, facts });
      try {
        const answer = await transport.call(operation, variables, { ...meta, traceparent: span.traceparent });
        if (answer.errors) span.note({ 'veza.errors': answer.errors.length });
        span.end();
        return answer;
      } catch (failure) {
        span.end(failure instanceof SubgraphFailure ? failure.kind : 'broken');
        throw failure;
      }
    },
  };
}
