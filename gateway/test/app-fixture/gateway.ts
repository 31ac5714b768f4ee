import { composeServices } from '@apollo/composition';
import type { AccessTokenVerifier, Revocation, RevocationSet, UserCaller } from '@veza/auth';
import { defaultLimits, type Limits } from '@veza/guard';
import { systemClock, type Id } from '@veza/kernel';
import { createMetrics, silentLog, type Log } from '@veza/telemetry';
import { userCaller } from '@veza/testing';
import { parse } from 'graphql';
import { gatewayApp, type GatewayApp, type GatewayDependencies } from '../../src/app.ts';
import { inProcessTransport } from '../../src/transport/in-process.ts';
import type { SubgraphTransport } from '../../src/transport/port.ts';
import { sdl, type FixtureName } from './sdl.ts';
import { fixtureSubgraph, type FixtureState } from './subgraphs.ts';

const names = Object.keys(sdl) as readonly FixtureName[];

/** The fixture's supergraph, composed by Apollo's composer. */
export function fixtureSupergraph(): string {
  const services = names.map((name) => ({ name, url: `http://${name}.invalid`, typeDefs: parse(sdl[name]) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new Error(errors.map(String).join('\n'));
  return supergraphSdl;
}

/** A verifier that knows tokens by name. */
export function knownTokens(tokens: Readonly<Record<string, UserCaller>>): AccessTokenVerifier {
  return { verify: (token) => Promise.resolve(Object.hasOwn(tokens, token) ? tokens[token] : undefined) };
}

/** Revocations that a test makes by hand. */
export function handMadeRevocations(): RevocationSet & { revoke(sessionId: Id<'session'>): void } {
  const revoked = new Set<string>();
  const listeners = new Set<(revocation: Revocation) => void>();
  return {
    isRevoked: ({ sessionId }) => revoked.has(sessionId),
    onRevoked(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    revoke(sessionId) {
      revoked.add(sessionId);
      for (const listener of listeners) {
        listener({ kind: 'session', sessionId, revokedAt: new Date(), expiresAt: new Date(Date.now() + 600_000) });
      }
    },
  };
}

const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

/** A person whose token lives for an hour, or as said. */
export function person(name: string, rest: Partial<UserCaller> = {}): UserCaller {
  const id = name.padEnd(26, '0');
  return { ...userCaller(`user_${id}`, { sessionId: `session_${id}` }), expiresAt: inAnHour(), ...rest };
}

/** What the tokens of the tests stand for. */
export const tokens: Readonly<Record<string, UserCaller>> = {
  ada: person('ada'),
  'ada-newer': person('ada', { expiresAt: inAnHour() + 60 }),
  bob: person('bob'),
  auditor: person('auditor', { scopes: ['audit:read'] }),
  operator: person('operator', { scopes: ['platform:operate'] }),
};

/** A gateway over the fixture that listens on a free port of this machine. */
export interface RunningGateway extends AsyncDisposable {
  readonly app: GatewayApp;
  readonly url: string;
  readonly socketUrl: string;
  readonly state: FixtureState;
  readonly metrics: GatewayDependencies['metrics'];
}

/** What a test may set. */
export interface GatewaySettings extends Partial<Omit<GatewayDependencies, 'limits'>> {
  readonly limits?: Partial<Limits>;
  /** Address to listen on; this machine only by default. */
  readonly host?: string;
  readonly log?: Log;
}

const supergraphSdl = fixtureSupergraph();

const freshState = (): FixtureState => ({ touched: 0, streams: 0, events: 0, echoed: undefined });

/** Ways to the fixture's subgraphs. @param state what they have seen, for the test */
export function fixtureTransports(state = freshState()): ReadonlyMap<string, SubgraphTransport> {
  return new Map(names.map((name) => [name as string, inProcessTransport(fixtureSubgraph(name, state))]));
}

/** Starts a gateway over the fixture; it ends with the test. */
export async function startGateway({ limits = {}, host = '127.0.0.1', ...settings }: GatewaySettings = {}): Promise<RunningGateway> {
  const state = freshState();
  const metrics = createMetrics();
  let requests = 0;
  const app = await gatewayApp({
    supergraphSdl,
    transports: fixtureTransports(state),
    verifier: knownTokens(tokens),
    // A machine that runs many tests at once is no overload of the gateway.
    limits: { ...defaultLimits, eventLoopDelayMs: Number.POSITIVE_INFINITY, ...limits },
    introspection: true,
    allowedOrigins: ['https://app.example'],
    publicUrl: 'http://localhost:4000',
    environment: 'development',
    clock: systemClock,
    random: () => 0.5,
    newRequestId: () => `request-${(requests += 1)}`,
    log: silentLog,
    metrics,
    ...settings,
  });
  const url = await app.listen({ host, port: 0 });
  return {
    app,
    url,
    socketUrl: `${url.replace('http', 'ws')}/graphql`,
    state,
    metrics,
    [Symbol.asyncDispose]: () => app.close(),
  };
}
