import { randomUUID } from 'node:crypto';
import { accessTokenVerifier, internalTokenSigner } from '@veza/auth';
import { portFailure, StartFailure } from '@veza/config';
import { systemClock } from '@veza/kernel';
import { inProcessRateLimiter } from '@veza/key-value/in-process';
import { ID_OWNERS, nodesSdl, trustedDocuments } from '@veza/schema';
import { createMetrics, type Log, type Tracing } from '@veza/telemetry';
import { gatewayApp, type GatewayApp, type GatewayDependencies } from './app.ts';
import type { GatewayConfig } from './env.ts';
import { nodesSubgraph } from './nodes/nodes-subgraph.ts';
import { remoteKeySet } from './remote-key-set.ts';
import { DRAIN_SPREAD_MS } from './subscriptions/drain.ts';
import { fileSource } from './supergraph/file-source.ts';
import { httpTransports, type HttpTransportsOptions } from './supergraph/http-transports.ts';
import { introspectedSource } from './supergraph/introspected-source.ts';
import type { SupergraphSource } from './supergraph/source.ts';
import { inProcessTransport } from './transport/in-process.ts';

/** A gateway that runs. */
export interface RunningGateway {
  readonly app: GatewayApp;
  /** Where it listens. */
  readonly url: string;
  /** Where its supergraph comes from, for people. */
  readonly supergraph: string;
}

const FIRST_TAB = { title: 'Anything', query: '{\n  __typename\n}\n' };

function sourceOf({ supergraph }: GatewayConfig): SupergraphSource {
  return supergraph.kind === 'file' ? fileSource(supergraph.path) : introspectedSource(supergraph.subgraphs);
}

/** Who asks: found out here from tokens and told by tokens, or passed on in headers. */
function identityParts({ identity }: GatewayConfig, publicUrl: string) {
  const clock = systemClock;
  if (identity.kind === 'forwarded') return { app: { forwardHeaders: identity.headers }, transports: {} };
  const keySet = remoteKeySet(identity.jwksUrl, clock);
  const signer = internalTokenSigner({ key: identity.internalKey, clock });
  return {
    app: {
      verifier: accessTokenVerifier({ keySet, issuer: publicUrl, clock }),
      jwks: keySet,
      rateLimits: { limiter: inProcessRateLimiter({ clock }), ...identity.rates },
    },
    transports: { tokenFor: signer.sign } satisfies Partial<HttpTransportsOptions>,
  };
}

/** Says of a port that cannot be opened which variable to change. */
function refusePort({ host, port, opsPort }: GatewayConfig, cause: unknown): never {
  const isOps = (cause as { readonly port?: number }).port === opsPort;
  throw portFailure(isOps ? { variable: 'VEZA_OPS_PORT', host, port: opsPort! } : { variable: 'PORT', host, port }, cause);
}

async function assembled(dependencies: GatewayDependencies): Promise<GatewayApp> {
  try {
    return await gatewayApp(dependencies);
  } catch (cause) {
    throw new StartFailure(`the supergraph cannot be served: ${messageOf(cause)}`, { cause });
  }
}

/** One line, whatever the parser or the planner wrote. */
const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause)).replaceAll(/\s+/g, ' ').trim();

/**
 * Starts a gateway for subgraphs behind sockets: no database, no broker.
 * @param tracing without one nothing is traced
 * @throws StartFailure in one line
 */
export async function startGateway(config: GatewayConfig, log: Log, tracing?: Tracing): Promise<RunningGateway> {
  const source = sourceOf(config);
  const supergraphSdl = await source.read().catch((cause: unknown) => {
    throw new StartFailure(messageOf(cause), { cause });
  });
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  const identity = identityParts(config, publicUrl);
  const transports = httpTransports({
    ...identity.transports,
    addressOf: config.addressOf,
    clock: systemClock,
    limits: config.limits,
    internal: (name, others) =>
      name === 'nodes' ? inProcessTransport(nodesSubgraph({ sdl: nodesSdl(), owners: ID_OWNERS, transports: others, log })) : undefined,
  });
  const app = await assembled({
    ...identity.app,
    supergraphSdl,
    source,
    transports,
    limits: config.limits,
    executor: config.executor,
    shadowPercent: config.shadowPercent,
    dedupe: config.dedupe,
    batch: config.batch,
    ...(config.planCacheFolder !== undefined && { planCacheFolder: config.planCacheFolder }),
    documents: { mode: config.documents, trusted: config.identity.kind === 'tokens' ? trustedDocuments() : new Map() },
    compression: config.compression,
    overrideLabels: config.overrideLabels,
    graphiql: config.graphiql && { tabs: [FIRST_TAB] },
    introspection: config.introspection,
    allowedOrigins: config.allowedOrigins,
    publicUrl,
    ...(config.opsPort !== undefined && { opsPort: config.opsPort }),
    trustedProxyHops: config.trustedProxyHops,
    environment: config.environment,
    drainDelayMs: config.drainDelayMs,
    drainMs: config.environment === 'production' ? DRAIN_SPREAD_MS : 0,
    clock: systemClock,
    newRequestId: randomUUID,
    log,
    metrics: createMetrics(),
    ...(tracing && { tracing }),
  });
  try {
    const url = await app.listen({ host: config.host, port: config.port });
    return { app, url, supergraph: source.name };
  } catch (cause) {
    await app.close();
    return refusePort(config, cause);
  }
}
