import type { AccessTokenVerifier, RevocationSet } from '@veza/auth';
import type { Limits } from '@veza/guard';
import type { Clock } from '@veza/kernel';
import type { Log, Metrics } from '@veza/telemetry';
import type { FastifyInstance } from 'fastify';
import { graphqlRoute } from './http/graphql-route.ts';
import { keySetRoute } from './http/key-set-route.ts';
import { operatorRoutes } from './http/operator-routes.ts';
import { allowedOrigins } from './http/origins.ts';
import { schemaRoutes } from './http/schema-routes.ts';
import { httpDurations, httpServer } from './http/server.ts';
import { gatewayEngine } from './pipeline/gateway-engine.ts';
import { errorMask } from './pipeline/mask.ts';
import type { PlanExecutor } from './plan/executor.ts';
import { gatewayState, type GatewayState } from './supergraph/state.ts';
import type { SubgraphTransport } from './transport/port.ts';
import { identity } from './plugins/use-authentication.ts';

/** What a gateway is made of; everything that reaches outside comes in here. */
export interface GatewayDependencies {
  readonly supergraphSdl: string;
  /** By the names that subgraphs have in the supergraph. */
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  /** Without one, every caller is anonymous and every token is refused. */
  readonly verifier?: AccessTokenVerifier;
  readonly revocations?: RevocationSet;
  readonly limits: Limits;
  /** HTTP doors of subgraphs, mounted beside GraphQL, each in a scope of its own. */
  readonly routes?: readonly ((server: FastifyInstance) => Promise<void>)[];
  /** The public keys of access tokens. */
  readonly keySet?: () => Promise<object>;
  /** Whether everybody may introspect; else only staff with `platform:operate`. */
  readonly introspection: boolean;
  /** Origins of web pages that may talk to the gateway, beside its own. */
  readonly allowedOrigins: readonly string[];
  readonly publicUrl: string;
  /** Port for operators; without one they are answered on the public port, from this machine only. */
  readonly opsPort?: number;
  readonly trustedProxyHops?: number;
  readonly environment: 'development' | 'production';
  readonly clock: Clock;
  readonly newRequestId: () => string;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Puts another executor in the place of the gateway's own. */
  readonly planExecutor?: (state: GatewayState) => PlanExecutor;
}

/** A gateway that is ready to be listened to. */
export interface GatewayApp {
  readonly server: FastifyInstance;
  /** Starts to listen and answers the address, e.g. `http://127.0.0.1:4000`. */
  listen(address: { readonly host: string; readonly port: number }): Promise<string>;
  /** Whether it may be sent traffic. */
  isReady(): boolean;
  /** Lets requests in flight finish, then closes everything. */
  close(): Promise<void>;
}

/** Assembles a gateway over one supergraph. @throws Error when the supergraph cannot be served */
export async function gatewayApp(dependencies: GatewayDependencies): Promise<GatewayApp> {
  const { limits, log, metrics, clock, publicUrl } = dependencies;
  const state = gatewayState(dependencies.supergraphSdl);
  const executor = dependencies.planExecutor!(state);
  const mask = errorMask(log);
  const now = () => clock().getTime();
  const identified = identity(dependencies.verifier, dependencies.revocations);
  const engine = gatewayEngine({ ...dependencies, state, executor, identity: identified, mask, now });
  const origins = allowedOrigins({
    allowed: dependencies.allowedOrigins,
    publicUrl,
    isDevelopment: dependencies.environment === 'development',
  });
  const server = httpServer(
    { limits, publicUrl, newRequestId: dependencies.newRequestId, log, trustedProxyHops: dependencies.trustedProxyHops ?? 0 },
    httpDurations(metrics),
  );
  await server.register(graphqlRoute, { engine, mask, limits, origins, graphiqlPath: undefined });
  await server.register(schemaRoutes, { schema: state.apiSchema, origins });
  if (dependencies.keySet) await server.register(keySetRoute, { keySet: dependencies.keySet });
  await server.register(operatorRoutes, { metrics, isReady: () => true, hasStarted: () => true, isPrivatePort: false });
  for (const routes of dependencies.routes ?? []) await server.register(routes);
  await server.ready();
  return {
    server,
    listen: (address) => server.listen(address),
    isReady: () => true,
    async close() {
      await server.close();
      await executor.close();
    },
  };
}
