import type { FastifyInstance } from 'fastify';
import type { GatewayDependencies } from '../dependencies.ts';
import type { Shedding } from '../overload/shedding.ts';
import type { Engine } from '../pipeline/engine.ts';
import type { ErrorMask } from '../pipeline/mask.ts';
import type { ReloadOutcome } from '../supergraph/reloader.ts';
import type { ServedSupergraphs } from '../supergraph/served-supergraphs.ts';
import type { EventStreams } from '../subscriptions/sse.ts';
import type { GraphiqlBundle } from './graphiql/bundle.ts';
import { GRAPHIQL_PATH, graphiqlRoutes } from './graphiql/route.ts';
import { graphqlRoute } from './graphql-route.ts';
import { keySetRoute } from './key-set-route.ts';
import { operatorRoutes } from './operator-routes.ts';
import type { AllowedOrigins } from './origins.ts';
import type { Readiness } from './readiness.ts';
import { schemaRoutes } from './schema-routes.ts';

/** What the doors of a gateway lead to. */
export interface RouteOptions {
  readonly dependencies: GatewayDependencies;
  readonly supergraphs: ServedSupergraphs;
  readonly engine: Engine;
  readonly streams: EventStreams;
  readonly mask: ErrorMask;
  readonly origins: AllowedOrigins;
  readonly shedding: Shedding;
  readonly readiness: Readiness;
  /** Reads the supergraph again, where it can change. */
  readonly reload: (() => Promise<ReloadOutcome>) | undefined;
  /** The files of GraphiQL, if there is to be one. */
  readonly bundle: (() => Promise<GraphiqlBundle>) | undefined;
}

/** Mounts what clients may ask: GraphQL, its schema, GraphiQL, the key set and the doors of the subgraphs. */
export async function mountPublicRoutes(server: FastifyInstance, options: RouteOptions): Promise<void> {
  const { dependencies, streams, supergraphs, engine, mask, origins, shedding, bundle } = options;
  const { limits, jwks, graphiql, publicUrl, compression = true, routes = [] } = dependencies;
  await server.register(graphqlRoute, {
    engine,
    streams,
    mask,
    limits,
    origins,
    shedding,
    graphiqlPath: bundle && GRAPHIQL_PATH,
    compresses: compression,
  });
  await server.register(schemaRoutes, { supergraphs, origins });
  if (jwks) await server.register(keySetRoute, { keySet: jwks });
  if (graphiql && bundle) await server.register(graphiqlRoutes, { tabs: graphiql.tabs, publicUrl, bundle });
  for (const door of routes) await server.register(door);
}

/** Mounts what operators may ask: on a port of their own, else on the public one for callers from this machine. */
export async function mountOperatorRoutes(
  server: FastifyInstance,
  { dependencies: { metrics, opsPort }, readiness, supergraphs, reload }: RouteOptions,
): Promise<void> {
  await server.register(operatorRoutes, { metrics, readiness, supergraphs, reload, isPrivatePort: opsPort !== undefined });
}
