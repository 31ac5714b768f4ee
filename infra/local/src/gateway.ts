import { accessTokenVerifier, type PolledRevocationSet, REVOCATION_SUBJECT, revocationSet } from '@veza/auth';
import { type GatewayApp, gatewayApp } from '@veza/gateway';
import { nodesSubgraph } from '@veza/gateway/nodes';
import { inProcessTransport } from '@veza/gateway/in-process';
import type { Planner } from '@veza/gateway/planner';
import { DEFAULT_RATES } from '@veza/gateway/rate-limits';
import type { SubgraphTransport } from '@veza/gateway/transport';
import { defaultLimits } from '@veza/guard';
import { randomUUID } from 'node:crypto';
import { ID_OWNERS, nodesSdl, supergraphSdl } from '@veza/schema';
import type { Metrics } from '@veza/telemetry';
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
  /** Of the same supergraph, started already. */
  readonly planner: Planner;
}

/** A transport for every subgraph of this process, and for `nodes`, which asks the others. */
function transportsOf({ all }: Subgraphs, { log }: Platform): ReadonlyMap<string, SubgraphTransport> {
  const transports = new Map<string, SubgraphTransport>(all.map((subgraph) => [subgraph.name, inProcessTransport(subgraph)]));
  transports.set('nodes', inProcessTransport(nodesSubgraph({ sdl: nodesSdl(), owners: ID_OWNERS, transports, log })));
  return transports;
}

/** The gateway over the subgraphs of this process. */
export async function localGateway({ platform, config, subgraphs, publicUrl, metrics, planner }: GatewayParts): Promise<LocalGateway> {
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
    transports: transportsOf(subgraphs, platform),
    verifier: accessTokenVerifier({ keySet: users.keySet, issuer: publicUrl, clock }),
    revocations,
    limits: defaultLimits,
    routes: all.flatMap(({ routes }) => routes ?? []),
    jwks: users.keySet,
    graphiql: config.graphiql && { tabs: graphiqlTabs() },
    introspection: config.introspection,
    allowedOrigins: config.allowedOrigins,
    publicUrl,
    ...(config.opsPort !== undefined && { opsPort: config.opsPort }),
    environment: config.environment === 'production' ? 'production' : 'development',
    finishMs: FINISH_MS,
    clock,
    newRequestId: randomUUID,
    log,
    metrics,
    rateLimits: { limiter: platform.rateLimiter, ...DEFAULT_RATES },
  });
  return { gateway, revocations };
}
