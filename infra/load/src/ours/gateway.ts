import { randomUUID } from 'node:crypto';
import { accessTokenVerifier, internalTokenSigner, type KeySource, newSigningKey } from '@veza/auth';
import { gatewayApp, type GatewayApp } from '@veza/gateway';
import { httpTransport } from '@veza/gateway/http';
import { inProcessTransport } from '@veza/gateway/in-process';
import type { SubgraphTransport } from '@veza/gateway/transport';
import { defaultLimits, looseLimits } from '@veza/guard';
import { systemClock } from '@veza/kernel';
import { createLog, createMetrics } from '@veza/telemetry';
import { SUBGRAPH_NAMES, type SubgraphName } from '../federation/sdl.ts';
import { federationSubgraph } from '../federation/subgraphs.ts';
import { ISSUER } from './sessions.ts';

/** How Veza's gateway is measured. */
export interface OurSettings {
  readonly supergraphSdl: string;
  readonly keySet: Awaited<ReturnType<KeySource>>;
  /** Where the subgraphs answer; without, they are part of the process. */
  readonly subgraphs?: Readonly<Record<SubgraphName, string>>;
  readonly limits: 'default' | 'loose';
  /** Whether calls to subgraphs are shared between requests: joined while they are on their way, and sent together. */
  readonly sharing: boolean;
}

async function transportsOf({ subgraphs }: OurSettings): Promise<ReadonlyMap<string, SubgraphTransport>> {
  if (!subgraphs) return new Map(SUBGRAPH_NAMES.map((name) => [name, inProcessTransport(federationSubgraph(name))]));
  const { sign: tokenFor } = internalTokenSigner({ key: await newSigningKey(), clock: systemClock });
  return new Map(SUBGRAPH_NAMES.map((name) => [name, httpTransport({ name, url: subgraphs[name], tokenFor, clock: systemClock })]));
}

/** Veza's gateway over the federation with everything switched on that it has in production: tokens, guard, coercion, cost, metrics. */
export async function ourGateway(settings: OurSettings): Promise<GatewayApp> {
  const { supergraphSdl, keySet, limits, sharing } = settings;
  return gatewayApp({
    supergraphSdl,
    transports: await transportsOf(settings),
    verifier: accessTokenVerifier({ issuer: ISSUER, keySet: () => Promise.resolve(keySet), clock: systemClock }),
    dedupe: sharing,
    batch: sharing,
    limits: limits === 'loose' ? looseLimits : defaultLimits,
    introspection: false,
    allowedOrigins: [],
    publicUrl: ISSUER,
    environment: 'production',
    clock: systemClock,
    newRequestId: randomUUID,
    log: createLog({ service: 'gateway', level: 'warn', destination: process.stderr }),
    metrics: createMetrics(),
  });
}
