import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { GatewayDependencies } from './dependencies.ts';
import { clientAddress } from './http/client-address.ts';
import { bundleOnce } from './http/graphiql/route.ts';
import { allowedOrigins } from './http/origins.ts';
import { readiness } from './http/readiness.ts';
import { mountOperatorRoutes, mountPublicRoutes } from './http/routes.ts';
import { closeServer, httpDurations, httpServer } from './http/server.ts';
import { forwardedHeaders, type ForwardHeaders } from './pipeline/forwarded-headers.ts';
import { gatewayEngine } from './pipeline/gateway-engine.ts';
import { errorMask } from './pipeline/mask.ts';
import { servingEngine } from './pipeline/serving-engine.ts';
import { everythingUsual } from './overload/priority.ts';
import { shedding } from './overload/shedding.ts';
import { identity, uncheckedIdentity, type Identity } from './plugins/use-authentication.ts';
import { groupsOfGateway } from './subscriptions/live/groups-of-gateway.ts';
import { liveSockets } from './subscriptions/live-sockets.ts';
import type { ClientSocket } from './subscriptions/socket.ts';
import { socketServer } from './subscriptions/socket-server.ts';
import { socketsPerAddress } from './subscriptions/sockets-per-address.ts';
import { eventStreams } from './subscriptions/sse.ts';
import { SOCKET_TIMING } from './subscriptions/timing.ts';
import type { ReloadOutcome } from './supergraph/reloader.ts';
import { serving } from './supergraph/serving.ts';
import { startChecks } from './supergraph/start-checks.ts';

export type { GatewayDependencies, GraphiqlDependencies } from './dependencies.ts';
export type { TransportSource } from './supergraph/open-transports.ts';
export type { GraphiqlTab } from './http/graphiql/document.ts';

/** A gateway that can be listened to. */
export interface GatewayApp {
  readonly server: FastifyInstance;
  /** Starts to listen and answers the address, e.g. `http://127.0.0.1:4000`. */
  listen(address: { readonly host: string; readonly port: number }): Promise<string>;
  /** Whether it may be sent traffic. */
  isReady(): boolean;
  /** Reads the supergraph from its source and serves it; absent without a source. Never rejects. */
  reload?(): Promise<ReloadOutcome>;
  /** Sends sockets away, lets requests in flight finish, then closes everything of its own; transports are their owner's to close. */
  close(): Promise<void>;
}

const CACHE_FOLDER = fileURLToPath(new URL('../node_modules/.cache/graphiql', import.meta.url));

/** What is left to its default. */
const DEFAULTS = {
  trustedProxyHops: 0,
  priorityOf: everythingUsual,
  random: Math.random,
  drainDelayMs: 0,
  drainMs: 0,
  finishMs: 15_000,
  socketTiming: SOCKET_TIMING,
} as const;

function readinessOf({ jwks, verifier }: GatewayDependencies) {
  return readiness(['planner', ...(jwks ? (['keySet'] as const) : []), ...(verifier ? (['accessSelfTest'] as const) : [])]);
}

/** Who asks is found out here, or is the business of the subgraphs, which see the headers that are named. */
function whoAsks({ forwardHeaders, verifier, revocations }: GatewayDependencies): {
  readonly caller: Identity;
  readonly forward?: ForwardHeaders;
} {
  if (forwardHeaders) return { caller: uncheckedIdentity, forward: forwardedHeaders(forwardHeaders) };
  return { caller: identity(verifier, revocations) };
}

/**
 * Assembles a gateway over one supergraph. Resolves when it can be asked for the first time: planner, key set and access self-test
 * are through by then, unless a subgraph cannot be reached yet.
 * @throws Error when the supergraph cannot be served
 */
export async function gatewayApp(given: GatewayDependencies): Promise<GatewayApp> {
  const dependencies = { ...DEFAULTS, ...given };
  const { limits, log, metrics, clock, publicUrl, newRequestId, revocations, graphiql, trustedProxyHops } = dependencies;
  const now = () => clock().getTime();
  const mask = errorMask(log, { passesForeign: dependencies.forwardHeaders !== undefined });
  const { caller, ...forwarding } = whoAsks(dependencies);
  const shed = shedding(dependencies);
  const engineOf = gatewayEngine({ ...dependencies, shedding: shed, ...forwarding, identity: caller, mask, now });
  const closing = new AbortController();
  const { signal } = closing;
  const { supergraphs, first, reload, watch } = await serving({ dependencies, engineOf, now, signal });
  const engine = servingEngine(supergraphs);
  const groups = groupsOfGateway({ ...dependencies, supergraphs, engine, mask, now });
  const isDevelopment = dependencies.environment === 'development';
  const origins = allowedOrigins({ allowed: dependencies.allowedOrigins, publicUrl, isDevelopment });
  const ready = readinessOf(dependencies);
  const bundle = graphiql ? bundleOnce(graphiql.cacheFolder ?? CACHE_FOLDER, log) : undefined;

  const durations = httpDurations(metrics);
  const newServer = (): FastifyInstance => httpServer({ limits, publicUrl, newRequestId, log, trustedProxyHops }, durations);
  const server = newServer();
  const operators = dependencies.opsPort === undefined ? undefined : newServer();
  const live = liveSockets<ClientSocket>();
  const { socketTiming: timing } = dependencies;
  const perAddress = socketsPerAddress(limits.addressSockets, isDevelopment);
  const streams = eventStreams({ groups, sockets: live, perAddress, identity: caller, mask, limits, timing, now });
  const routes = {
    dependencies,
    streams,
    supergraphs,
    engine,
    mask,
    origins,
    shedding: shed,
    readiness: ready,
    reload,
    bundle,
  };
  await mountPublicRoutes(server, routes);
  await mountOperatorRoutes(operators ?? server, routes);
  const sockets = socketServer(server.server as Server, {
    ...dependencies,
    engine,
    groups,
    shedding: shed,
    mask,
    identity: caller,
    timing,
    sockets: live,
    perAddress,
    origins,
    revocations,
    now,
    addressOf: (request) => clientAddress(request, trustedProxyHops),
  });
  await Promise.all([server.ready(), operators?.ready()]);
  try {
    await startChecks({ ...dependencies, ...first, planner: first.ready, readiness: ready, now, signal });
  } catch (error) {
    await supergraphs.close();
    throw error;
  }
  const watching = watch();

  return {
    server,
    isReady: ready.isReady,
    ...(reload && { reload }),
    async listen({ host, port }) {
      await operators?.listen({ host, port: dependencies.opsPort! });
      const url = await server.listen({ host, port });
      bundle?.().catch(() => undefined);
      return url;
    },
    async close() {
      ready.drain();
      closing.abort();
      await Promise.all([watching, sleep(dependencies.drainDelayMs)]);
      await sockets.close(dependencies.drainMs);
      const { finishMs } = dependencies;
      await Promise.all([closeServer(server, finishMs), operators && closeServer(operators, finishMs)]);
      await supergraphs.close();
      shed[Symbol.dispose]();
    },
  };
}
