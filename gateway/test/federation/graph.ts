import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { looseLimits, type Limits } from '@veza/guard';
import { systemClock } from '@veza/kernel';
import { createMetrics, silentLog, type Log } from '@veza/telemetry';
import { graphql, parse, type GraphQLSchema } from 'graphql';
import { gatewayApp, type GatewayApp } from '../../src/app.ts';
import { httpTransports } from '../../src/supergraph/http-transports.ts';
import { plannerInPlace } from '../planner-in-place.ts';

/** The part of an Apollo subgraph's resolvers that these fixtures use. */
export type FixtureResolvers = Readonly<Record<string, unknown>>;

/** A subgraph of a foreign supergraph. */
export interface ForeignSubgraph {
  readonly sdl: string;
  readonly resolvers?: FixtureResolvers;
  /** Answers in the place of the schema. */
  readonly answer?: (request: ForeignRequest, response: ServerResponse) => void;
}

/** What a subgraph was asked. */
export interface ForeignRequest {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: IncomingHttpHeaders;
}

/** An answer of the gateway. */
export interface ForeignAnswer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: Record<string, unknown>;
  }[];
}

/** A gateway over subgraphs that know nothing of it. */
export interface ForeignGraph extends AsyncDisposable {
  readonly app: GatewayApp;
  readonly url: string;
  readonly supergraphSdl: string;
  /** What subgraphs were asked since the last `ask`. */
  readonly requests: readonly ForeignRequest[];
  ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<ForeignAnswer>;
}

/** How a foreign supergraph is served. */
export interface ForeignOptions {
  readonly limits?: Limits;
  readonly forwardHeaders?: readonly string[];
  readonly log?: Log;
  /** From 0 up to 1. */
  readonly random?: () => number;
  readonly overrideLabels?: readonly string[];
  /** Where subgraphs have their subscriptions. */
  readonly webSocketUrls?: Readonly<Record<string, string>>;
  /** Changes the composed supergraph, as contracts and other composers do. */
  readonly change?: (supergraphSdl: string) => string;
}

/** Imports directives of federation, e.g. `"@key", "@shareable"`. */
export const link = (names: string, version = '2.9'): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v${version}", import: [${names}])\n`;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** Composes as a build step elsewhere would have. */
export function composed(subgraphs: Readonly<Record<string, ForeignSubgraph>>, urlOf: (name: string) => string): string {
  const services = Object.entries(subgraphs).map(([name, { sdl }]) => ({ name, url: urlOf(name), typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new Error(errors.map(String).join('\n'));
  return supergraphSdl;
}

/** Subgraphs behind one port. */
export interface ServedSubgraphs extends AsyncDisposable {
  /** What they were asked. */
  readonly requests: ForeignRequest[];
  urlOf(name: string): string;
}

/** Serves subgraphs by plain HTTP, one path each. */
export async function servedSubgraphs(subgraphs: Readonly<Record<string, ForeignSubgraph>>): Promise<ServedSubgraphs> {
  const requests: ForeignRequest[] = [];
  const schemas = new Map<string, GraphQLSchema>();
  for (const [name, { sdl, resolvers = {} }] of Object.entries(subgraphs)) {
    schemas.set(name, buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never }));
  }
  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const subgraph = (incoming.url ?? '').slice(1);
    const { query, variables } = JSON.parse(await bodyOf(incoming)) as { query: string; variables: Record<string, unknown> };
    const request = { subgraph, query, variables, headers: incoming.headers };
    requests.push(request);
    const own = subgraphs[subgraph]?.answer;
    if (own) return own(request, response);
    const result = await graphql({ schema: schemas.get(subgraph)!, source: query, variableValues: variables, contextValue: request });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  };
  const server = createServer((incoming, response) => void answer(incoming, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    requests,
    urlOf: (name) => `http://127.0.0.1:${port}/${name}`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Starts subgraphs and a gateway before them, as `AUTH=off LIMITS=loose npm run gateway` makes it. */
export async function foreignGraph(
  subgraphs: Readonly<Record<string, ForeignSubgraph>>,
  options: ForeignOptions = {},
): Promise<ForeignGraph> {
  const served = await servedSubgraphs(subgraphs);
  const { requests, urlOf } = served;
  const {
    limits = looseLimits,
    forwardHeaders = ['authorization'],
    log = silentLog,
    webSocketUrls = {},
    change = (sdl) => sdl,
    random,
    overrideLabels,
  } = options;
  const supergraphSdl = change(composed(subgraphs, urlOf));
  const addressOf = (name: string) => (webSocketUrls[name] === undefined ? {} : { webSocketUrl: webSocketUrls[name] });
  let ids = 0;
  const app = await gatewayApp({
    supergraphSdl,
    planner: plannerInPlace(supergraphSdl),
    transports: httpTransports({ addressOf, clock: systemClock, limits }),
    forwardHeaders,
    limits,
    introspection: true,
    allowedOrigins: [],
    publicUrl: 'http://localhost:4000',
    environment: 'development',
    clock: systemClock,
    newRequestId: () => `request-${(ids += 1)}`,
    log,
    metrics: createMetrics(),
    ...(random && { random }),
    ...(overrideLabels && { overrideLabels }),
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    app,
    url,
    supergraphSdl,
    requests,
    async ask(query, variables = {}, headers = {}) {
      requests.length = 0;
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as ForeignAnswer;
      return { ...(data !== undefined && { data }), ...(errors && { errors }) };
    },
    async [Symbol.asyncDispose]() {
      await app.close();
      await served[Symbol.asyncDispose]();
    },
  };
}
