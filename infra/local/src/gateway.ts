import { accessTokenVerifier, type PolledRevocationSet, REVOCATION_SUBJECT, revocationSet } from '@veza/auth';
import { type GatewayApp, gatewayApp, type TransportSource } from '@veza/gateway';
import { nodesSubgraph } from '@veza/gateway/nodes';
import { inProcessTransport } from '@veza/gateway/in-process';
import type { Planner } from '@veza/gateway/planner';
import { defaultLimits, type Limits } from '@veza/guard';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ID_OWNERS, nodesSdl, rootFieldPriority, supergraphSdl, trustedDocuments } from '@veza/schema';
import type { Metrics, Tracing } from '@veza/telemetry';
import { graphiqlTabs } from './graphiql-tabs.ts';
import type { LocalConfig } from './env.ts';
import type { Platform } from './platform.ts';
import type { Subgraphs } from './subgraphs.ts';

/** Milliseconds that requests in flight get at a stop; whoever pressed Ctrl-C waits for them. */
const FINISH_MS = 2_000;

/** The gateway and the loop that keeps its revocations true. */
export interface LocalGateway {
  readonly gateway: GatewayApp;
  readonly revocations: PolledRevocationSet;
}

/** What the gateway of one process is made of. */
export interface GatewayParts {
  readonly platform: Platform;
  readonly config: LocalConfig;
  readonly subgraphs: Subgraphs;
  readonly publicUrl: string;
  readonly metrics: Metrics;
  /** Without one nothing is traced. */
  readonly tracing: Tracing | undefined;
  /** Of the same supergraph, started already. */
  readonly planner: Planner;
}

/** A transport for every subgraph of this process, and for `nodes`, which asks the others. */
function transportsOf({ all }: Subgraphs, { log }: Platform): TransportSource {
  return (_supergraph, around) => {
    const transports = new Map(all.map((subgraph) => [subgraph.name, around(subgraph.name, inProcessTransport(subgraph))]));
    const nodes = nodesSubgraph({ sdl: nodesSdl(), owners: ID_OWNERS, transports, log });
    transports.set('nodes', around('nodes', inProcessTransport(nodes)));
    return { transports, close: () => Promise.resolve() };
  };
}

/** A machine on which people work has more to do than this process; that is no reason to refuse them anything. Milliseconds. */
const DEVELOPMENT_LOOP_DELAY_MS = 2_000;

function limitsFor({ environment }: LocalConfig): Limits {
  return environment === 'production' ? defaultLimits : { ...defaultLimits, eventLoopDelayMs: DEVELOPMENT_LOOP_DELAY_MS };
}

/** The gateway over the subgraphs of this process. */
export async function localGateway({
  platform,
  config,
  subgraphs,
  publicUrl,
  metrics,
  tracing,
  planner,
}: GatewayParts): Promise<LocalGateway> {
  const { clock, eventBus, log } = platform;
  const { users, all } = subgraphs;
  const revocations = revocationSet({
    source: users.revocations,
    hints: (signal) => eventBus.subscribe(REVOCATION_SUBJECT, { signal }),
    clock,
    onFailure: (error) => log.error('background.failed', { task: 'revocations', error }),
  });
  await revocations.runOnce();
  const gateway = await gatewayApp({
    supergraphSdl: supergraphSdl(),
    planner,
    planCacheFolder: join(config.dataDir, 'plans'),
    transports: transportsOf(subgraphs, platform),
    verifier: accessTokenVerifier({ keySet: users.keySet, issuer: publicUrl, clock }),
    revocations,
    limits: limitsFor(config),
    priorityOf: rootFieldPriority,
    routes: all.flatMap(({ routes }) => routes ?? []),
    jwks: users.keySet,
    graphiql: config.graphiql && { tabs: graphiqlTabs() },
    introspection: config.introspection,
    allowedOrigins: config.allowedOrigins,
    rateLimits: { limiter: platform.rateLimiter, ...config.rates },
    documents: { mode: config.documents, trusted: trustedDocuments() },
    compression: config.compression,
    publicUrl,
    ...(config.opsPort !== undefined && { opsPort: config.opsPort }),
    environment: config.environment === 'production' ? 'production' : 'development',
    finishMs: FINISH_MS,
    clock,
    newRequestId: randomUUID,
    log,
    metrics,
    ...(tracing && { tracing }),
  });
  return { gateway, revocations };
}
