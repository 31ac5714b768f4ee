// First, because it acts on what comes after it.
import './telemetry-off.ts';
import { buildOperationContext, executeQueryPlan, type GraphQLDataSource, type ServiceMap } from '@apollo/gateway';
import { Supergraph } from '@apollo/federation-internals';
import type { DocumentNode, GraphQLFormattedError } from 'graphql';
import type { JsonObject } from '../../transport/port.ts';
import type { QueryPlan } from '../query-plan.ts';

/** Sends one fetch of a plan. Rejects when there is no answer. */
export type SendFetch = (service: string, query: string, variables: JsonObject) => Promise<ApolloAnswer>;

/** An answer in Apollo's form. */
export interface ApolloAnswer {
  readonly data?: JsonObject | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: { readonly valueCompletion?: readonly GraphQLFormattedError[] };
}

/** Runs a plan. @param document the operation that was planned */
export type RunPlan = (queryPlan: QueryPlan, document: DocumentNode, variables: JsonObject, send: SendFetch) => Promise<ApolloAnswer>;

type RequestContext = Parameters<typeof executeQueryPlan>[2];

/** What goes wrong is in the answer; nothing is to be written to the console. */
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Apollo's executor for one supergraph: the exported function, not the class, which would start exporters of its own.
 * @param services names of the subgraphs
 */
export function apolloExecutor(supergraphSdl: string, services: Iterable<string>): RunPlan {
  const supergraph = Supergraph.build(supergraphSdl);
  const apiSchema = supergraph.apiSchema();
  const schema = apiSchema.toGraphQLJSSchema();
  const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
  const names = [...services];

  return async (queryPlan, document, variables, send) => {
    const source = (name: string): GraphQLDataSource => ({
      process: ({ request }) => send(name, request.query!, request.variables as JsonObject) as ReturnType<GraphQLDataSource['process']>,
    });
    const serviceMap: ServiceMap = Object.fromEntries(names.map((name) => [name, source(name)]));
    const requestContext = { request: { variables }, context: {}, metrics: {}, logger: SILENT } as unknown as RequestContext;
    const plan = queryPlan as unknown as Parameters<typeof executeQueryPlan>[0];
    const operationContext = buildOperationContext({ schema, operationDocument: document });
    const answer = await executeQueryPlan(plan, serviceMap, requestContext, operationContext, supergraphSchema, apiSchema, {});
    return answer as unknown as ApolloAnswer;
  };
}
