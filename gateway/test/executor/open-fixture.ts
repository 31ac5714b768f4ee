import type { Caller } from '@veza/auth';
import { serveSubgraph, type ServedSubgraph, type Subgraph } from '@veza/graphql';
import { systemClock } from '@veza/kernel';
import { type Log, silentLog } from '@veza/telemetry';
import type { GraphQLSchema } from 'graphql';
import type { ExecutablePlan, PlanAnswer } from '../../src/plan/executor.ts';
import { ownPlanExecutor } from '../../src/plan/own.ts';
import { PLANNER_LIMITS, workerPlanner } from '../../src/plan/planner.ts';
import { httpTransport } from '../../src/transport/http.ts';
import { inProcessTransport } from '../../src/transport/in-process.ts';
import type { CallMeta, JsonObject, SubgraphAnswer, SubgraphTransport } from '../../src/transport/port.ts';
import { callMeta, composedFixture, fixtureNames, fixtureSubgraph } from './fixture.ts';
import { followed } from './followed.ts';
import type { FixtureName } from './sdl.ts';

/** A way to reach subgraphs; every test of the executor runs on each. */
export const transportKinds = ['in-process', 'HTTP and WebSocket'] as const;
export type TransportKind = (typeof transportKinds)[number];

/** Tokens of these tests say in plain text who asks whom. */
export const tokenFor = (caller: Caller, audience: string) =>
  Promise.resolve(Buffer.from(JSON.stringify({ caller, audience })).toString('base64url'));
const callerFor = (audience: string) => (token: string) => {
  const claims = JSON.parse(Buffer.from(token, 'base64url').toString()) as { readonly caller: Caller; readonly audience: string };
  return Promise.resolve(claims.audience === audience ? claims.caller : undefined);
};

/** A transport to a subgraph, and what has to be closed after it. */
export interface OpenTransport extends AsyncDisposable {
  readonly transport: SubgraphTransport;
  /** The server behind it, where there is one. */
  readonly server?: ServedSubgraph;
}

export async function openTransport(kind: TransportKind, subgraph: Subgraph): Promise<OpenTransport> {
  if (kind === 'in-process') {
    const transport = inProcessTransport(subgraph);
    return { transport, [Symbol.asyncDispose]: () => transport.close() };
  }
  const { name } = subgraph;
  const server = await serveSubgraph(subgraph, { port: 0, host: '127.0.0.1', verifyInternalToken: callerFor(name), log: silentLog });
  const transport = httpTransport({ name, url: server.url, tokenFor, clock: systemClock });
  const dispose = async () => {
    await transport.close();
    await server.close();
  };
  return { transport, server, [Symbol.asyncDispose]: dispose };
}

type Call = SubgraphTransport['call'];

/** The fixture behind an executor of its own. */
export interface OpenFixture extends AsyncDisposable {
  prepare(document: string): Promise<ExecutablePlan>;
  /** Plans and runs a query or mutation. */
  run(document: string, variables?: JsonObject, meta?: Partial<CallMeta>): Promise<PlanAnswer & { readonly data: unknown }>;
  subscribe(document: string, variables?: JsonObject, meta?: Partial<CallMeta>): Promise<AsyncIterable<PlanAnswer>>;
  /** Puts something around the calls to one subgraph until `restore`. */
  intercept(name: FixtureName, around: (call: Call) => Call): void;
  /** Changes the events of one subgraph until `restore`. */
  interceptEvents(name: FixtureName, change: (event: SubgraphAnswer) => SubgraphAnswer): void;
  restore(): void;
  /** Ends the server of a subgraph, where it has one. */
  stopServer(name: FixtureName): Promise<void>;
}

/** Subgraphs and what they compose to. */
export interface Composition {
  readonly supergraphSdl: string;
  readonly apiSchema: GraphQLSchema;
  readonly subgraphs: readonly Subgraph[];
}

/** The large fixture: see `sdl.ts`. */
export function openFixture(kind: TransportKind, log: Log = silentLog): Promise<OpenFixture> {
  return openSupergraph(kind, { ...composedFixture(), subgraphs: fixtureNames.map(fixtureSubgraph) }, log);
}

export async function openSupergraph(kind: TransportKind, composition: Composition, log: Log = silentLog): Promise<OpenFixture> {
  const { supergraphSdl, apiSchema, subgraphs } = composition;
  const opened = await Promise.all(subgraphs.map(async (subgraph) => [subgraph.name, await openTransport(kind, subgraph)] as const));
  const around = new Map<string, (call: Call) => Call>();
  const changes = new Map<string, (event: SubgraphAnswer) => SubgraphAnswer>();
  const intercepted = (name: string, transport: SubgraphTransport): SubgraphTransport => ({
    ...transport,
    call: (...args) => (around.get(name)?.(transport.call) ?? transport.call)(...args),
    async *subscribe(...args) {
      const change = changes.get(name) ?? ((event) => event);
      for await (const event of transport.subscribe(...args)) yield change(event);
    },
  });
  const transports = new Map(opened.map(([name, { transport }]) => [name, intercepted(name, transport)]));
  // A machine that runs many tests at once is no reason to refuse a document.
  const limits = { ...PLANNER_LIMITS, wallLimitMs: 30_000 };
  const planner = workerPlanner({ supergraphSdl, clock: systemClock, log, limits });
  const executor = ownPlanExecutor({ supergraphSdl, apiSchema, transports, introspection: true, clock: systemClock, log, planner });
  const { prepare } = executor;
  return {
    prepare,
    async run(document, variables = {}, meta = {}) {
      const plan = await prepare(document);
      const answer = await plan.execute({ variables, meta: callMeta(meta) });
      return { ...answer, data: JSON.parse(answer.dataJson) as unknown };
    },
    async subscribe(document, variables = {}, meta = {}) {
      return followed((await prepare(document)).subscription!, { variables, meta: callMeta(meta) });
    },
    intercept: (name, wrap) => void around.set(name, wrap),
    interceptEvents: (name, change) => void changes.set(name, change),
    restore() {
      around.clear();
      changes.clear();
    },
    async stopServer(name) {
      await opened.find(([candidate]) => candidate === name)?.[1].server?.close();
    },
    async [Symbol.asyncDispose]() {
      await executor.close();
      await Promise.all(opened.map(([, open]) => open[Symbol.asyncDispose]()));
    },
  };
}
