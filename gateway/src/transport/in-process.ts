import { inProcessExecutor, type RequestMeta, type Subgraph, type SubgraphContext } from '@veza/graphql';
import type { ExecutionResult } from 'graphql';
import { abortSignalOf } from './cancellation.ts';
import type { CallMeta, SubgraphAnswer, SubgraphTransport } from './port.ts';

const answerOf = (result: ExecutionResult): SubgraphAnswer => result as SubgraphAnswer;

/** Resolvers may hand the signal on to whatever takes an `AbortSignal`. Few do, so it is made when the first one looks at it. */
function requestMeta(meta: CallMeta): RequestMeta {
  const { caller, requestId, deadlineAt, clientAddress, idempotencyKey, userAgent, traceparent } = meta;
  let signal: AbortSignal | undefined;
  return {
    caller,
    requestId,
    deadlineAt,
    clientAddress,
    idempotencyKey,
    userAgent,
    traceparent,
    get signal() {
      return (signal ??= abortSignalOf(meta.signal));
    },
  };
}

/**
 * A subgraph of this process, asked without a socket. The caller goes along as it is: there is no token between two parts of one process.
 * Operations are compiled once per plan.
 */
export function inProcessTransport<Context extends SubgraphContext>(subgraph: Subgraph<Context>): SubgraphTransport {
  const executor = inProcessExecutor(subgraph);
  return {
    isLocal: true,
    async call({ document }, variables, meta) {
      return answerOf(await executor.execute(document, variables, requestMeta(meta)));
    },
    async *subscribe({ document }, variables, meta) {
      const stream = await executor.subscribe(document, variables, requestMeta(meta));
      if (Symbol.asyncIterator in stream) for await (const result of stream) yield answerOf(result);
      else yield answerOf(stream);
    },
    close: () => Promise.resolve(),
  };
}
