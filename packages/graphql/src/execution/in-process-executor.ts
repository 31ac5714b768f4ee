import { type Clock, systemClock } from '@veza/kernel';
import { createSourceEventStream, type DocumentNode, type ExecutionResult, GraphQLError } from 'graphql';
import { maskResult } from '../mask-result.ts';
import type { RequestMeta, Subgraph, SubgraphContext } from '../subgraph.ts';
import { EVENT_DEADLINE_MS } from './event-deadline.ts';
import { eventStream } from './event-stream.ts';
import { type PreparedDocument, prepareDocument, type RunDocument, type Variables } from './run-document.ts';

/** Asks a subgraph of this process. Documents are kept by identity: pass the same one again to have it validated and compiled once. */
export interface InProcessExecutor {
  /** Runs a query or mutation. Never rejects: every failure is an entry in `errors`, masked. */
  execute(document: DocumentNode, variables: Variables, meta: RequestMeta): Promise<ExecutionResult>;
  /**
   * Starts a subscription: one answer per event, each with a fresh context and deadline, so that no loader answers from an earlier event.
   * A refused start is a plain result with `errors`. The stream ends when the source does or `meta.signal` aborts; an error of the
   * source is a last answer with `errors`.
   */
  subscribe(document: DocumentNode, variables: Variables, meta: RequestMeta): Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;
}

const asError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError('failed', { originalError: error instanceof Error ? error : new Error('failed', { cause: error }) });

/** The executor of one subgraph; what it has compiled lives as long as the documents do. */
export function inProcessExecutor<Context extends SubgraphContext>(
  subgraph: Subgraph<Context>,
  clock: Clock = systemClock,
): InProcessExecutor {
  const { schema } = subgraph;
  const prepared = new WeakMap<DocumentNode, PreparedDocument>();
  const prepare = (document: DocumentNode): PreparedDocument => {
    const known = prepared.get(document) ?? prepareDocument(schema, document);
    prepared.set(document, known);
    return known;
  };
  const failed = (error: unknown, { requestId }: RequestMeta) => maskResult(schema, { errors: [asError(error)] }, requestId);

  async function run(runDocument: RunDocument, root: unknown, variables: Variables, meta: RequestMeta): Promise<ExecutionResult> {
    const result = await runDocument(root, subgraph.context(meta), variables);
    return maskResult(schema, result, meta.requestId);
  }

  async function start(document: DocumentNode, variables: Variables, meta: RequestMeta) {
    const preparation = prepare(document);
    if ('errors' in preparation) return maskResult(schema, preparation, meta.requestId, 'GRAPHQL_VALIDATION_FAILED');
    const source = await createSourceEventStream({
      schema,
      document,
      contextValue: subgraph.context(meta),
      variableValues: variables,
    });
    if (!(Symbol.asyncIterator in source)) return maskResult(schema, source, meta.requestId);
    return eventStream({
      source,
      answer: (event) => run(preparation.run, event, variables, { ...meta, deadlineAt: clock().getTime() + EVENT_DEADLINE_MS }),
      failure: (error) => failed(error, meta),
      signal: meta.signal,
    });
  }

  return {
    async execute(document, variables, meta) {
      try {
        const preparation = prepare(document);
        if ('errors' in preparation) return maskResult(schema, preparation, meta.requestId, 'GRAPHQL_VALIDATION_FAILED');
        return await run(preparation.run, undefined, variables, meta);
      } catch (error) {
        return failed(error, meta);
      }
    },
    async subscribe(document, variables, meta) {
      try {
        return await start(document, variables, meta);
      } catch (error) {
        return failed(error, meta);
      }
    },
  };
}
