import type { Caller } from '@veza/auth';
import type { RequestMeta, Subgraph, SubgraphContext } from '@veza/graphql';
import { type DocumentNode, execute, type ExecutionResult, type GraphQLError, parse, subscribe, validate } from 'graphql';
import { anonymousCaller } from './callers.ts';

/** Who asks, and whatever else of the request matters to the test. */
export type TestRequest = Caller | (Partial<RequestMeta> & { readonly caller: Caller });

/** An answer as a client gets it. `data` is loosely typed: a test knows what it asked for. */
export interface OperationResult<Data = Record<string, never>> {
  readonly data?: Data | null;
  readonly errors?: readonly GraphQLError[];
}

const REQUEST_TIME_MS = 10_000;

/**
 * Runs a query or mutation on a subgraph's schema, as a transport does. A document that does not fit the schema throws.
 * @param request who asks, by default nobody
 */
export async function executeOperation<Data = Record<string, never>, Context extends SubgraphContext = SubgraphContext>(
  subgraph: Subgraph<Context>,
  document: string,
  variables: Readonly<Record<string, unknown>> = {},
  request: TestRequest = anonymousCaller,
): Promise<OperationResult<Data>> {
  const result = await execute({
    schema: subgraph.schema,
    document: validDocument(subgraph, document),
    variableValues: variables,
    contextValue: subgraph.context(requestMeta(request)),
  });
  return plain<Data>(result);
}

/** Starts a subscription and answers its events; a refusal is the one event. End it by `return()` of the iterator or the request's signal. */
export async function* subscribeOperation<Data = Record<string, never>, Context extends SubgraphContext = SubgraphContext>(
  subgraph: Subgraph<Context>,
  document: string,
  variables: Readonly<Record<string, unknown>> = {},
  request: TestRequest = anonymousCaller,
): AsyncGenerator<OperationResult<Data>, void> {
  const started = await subscribe({
    schema: subgraph.schema,
    document: validDocument(subgraph, document),
    variableValues: variables,
    contextValue: subgraph.context(requestMeta(request)),
  });
  if (!(Symbol.asyncIterator in started)) {
    yield plain<Data>(started);
    return;
  }
  for await (const event of started) yield plain<Data>(event);
}

function validDocument(subgraph: Pick<Subgraph, 'schema'>, text: string): DocumentNode {
  const document = parse(text);
  const errors = validate(subgraph.schema, document);
  if (errors.length > 0) throw new Error(errors.map((error) => error.toString()).join('\n\n'));
  return document;
}

function requestMeta(request: TestRequest): RequestMeta {
  const given = 'caller' in request ? request : { caller: request };
  return {
    requestId: 'test-request',
    deadlineAt: Date.now() + REQUEST_TIME_MS,
    signal: new AbortController().signal,
    ...given,
  };
}

/** graphql-js answers objects without a prototype, which `toEqual` tells apart from literals in messages. */
function plain<Data>(result: ExecutionResult): OperationResult<Data> {
  const data = result.data === undefined || result.data === null ? result.data : (JSON.parse(JSON.stringify(result.data)) as unknown);
  return { ...(data === undefined ? {} : { data: data as Data | null }), ...(result.errors ? { errors: result.errors } : {}) };
}
