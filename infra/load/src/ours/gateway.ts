import { randomUUID } from 'node:crypto';
import { accessTokenVerifier, internalTokenSigner, type KeySource, newSigningKey } from '@veza/auth';
import { gatewayApp, type GatewayApp, type GatewayDependencies } from '@veza/gateway';
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

/** What differs between the gateways that are measured. */
type Measured = Pick<GatewayDependencies, 'supergraphSdl' | 'transports' | 'limits'> &
  Partial<Pick<GatewayDependencies, 'dedupe' | 'batch'>> &
  Pick<OurSettings, 'keySet'>;

/** Veza's gateway with everything switched on that it has in production: tokens, guard, coercion, cost, metrics. */
export function measuredGateway({ keySet, ...measured }: Measured): Promise<GatewayApp> {
  return gatewayApp({
    ...measured,
    verifier: accessTokenVerifier({ issuer: ISSUER, keySet: () => Promise.resolve(keySet), clock: systemClock }),
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

/** Veza's gateway over the federation of the benchmark. */
export async function ourGateway(settings: OurSettings): Promise<GatewayApp> {
  const { supergraphSdl, keySet, limits, sharing } = settings;
  return measuredGateway({
    supergraphSdl,
    keySet,
    transports: await transportsOf(settings),
    dedupe: sharing,
    batch: sharing,
    limits: limits === 'loose' ? looseLimits : defaultLimits,
  });
}
