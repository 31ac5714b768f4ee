import { defaultLimits, type Limits } from '@veza/guard';
import { Pool } from 'undici';
import { callHeaders, type CallHeadersOptions } from './call-headers.ts';
import { exchange } from './http-exchange.ts';
import type { SubgraphOperation, SubgraphTransport } from './port.ts';
import { readAnswer } from './read-answer.ts';
import { webSocketSubscriptions } from './websocket.ts';

/** Where a subgraph is. */
export interface HttpTransportOptions extends CallHeadersOptions {
  /** Address of its GraphQL door. */
  readonly url: string;
  /** Address for subscriptions; the same as `url` with ws or wss unless given. */
  readonly webSocketUrl?: string;
  /** Bounds of answers; the usual ones unless given. */
  readonly limits?: Pick<Limits, 'subgraphAnswerBytes' | 'subgraphAnswerDepth'>;
  /** From 0 up to 1; spreads the tries to connect a lost WebSocket again. `Math.random` unless given. */
  readonly random?: () => number;
}

const CONNECTIONS = 16;
/** Below the 72 s of the subgraph's server: a socket that the server closes just now would reset a mutation. Milliseconds. */
const KEEP_ALIVE_MS = 30_000;
const CONNECT_TIMEOUT_MS = 3000;

/** Beginnings of request bodies: the part that does not change between requests of one plan. */
function bodyPrefixes(): (operation: SubgraphOperation) => string {
  const prefixes = new WeakMap<SubgraphOperation, string>();
  return (operation) => {
    const known = prefixes.get(operation);
    if (known !== undefined) return known;
    const name = operation.name === undefined ? '' : `"operationName":${JSON.stringify(operation.name)},`;
    const prefix = `{"query":${JSON.stringify(operation.text)},${name}"variables":`;
    prefixes.set(operation, prefix);
    return prefix;
  };
}

/** Headers in the form that undici sends them: names and values in turn. */
function flat(headers: Readonly<Record<string, string>>): string[] {
  const list = ['content-type', 'application/json', 'accept', 'application/json'];
  for (const name of Object.keys(headers)) list.push(name, headers[name]!);
  return list;
}

/** A subgraph behind a socket: queries and mutations by HTTP, subscriptions by WebSocket. Connects at the first call. */
export function httpTransport(options: HttpTransportOptions): SubgraphTransport {
  const url = new URL(options.url);
  const pool = new Pool(url.origin, {
    connections: CONNECTIONS,
    pipelining: 1,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    connect: { timeout: CONNECT_TIMEOUT_MS },
  });
  const path = `${url.pathname}${url.search}`;
  const headersOf = callHeaders(options);
  // A subgraph that takes no token of ours knows nothing of this gateway, and speaks GraphQL as everybody does.
  const isOwn = options.tokenFor !== undefined;
  const { subgraphAnswerBytes: maxBytes, subgraphAnswerDepth: maxDepth } = options.limits ?? defaultLimits;
  const prefixOf = bodyPrefixes();
  const subscriptions = webSocketSubscriptions({
    url: options.webSocketUrl ?? options.url.replace(/^http/, 'ws'),
    headersOf,
    isShared: isOwn,
    random: options.random ?? Math.random,
  });

  return {
    async call(operation, variables, meta) {
      const headers = flat(await headersOf(meta));
      const remainingMs = meta.deadlineAt - options.clock().getTime();
      const body = `${prefixOf(operation)}${meta.variablesJson?.() ?? JSON.stringify(variables)}}`;
      const cancellation = operation.kind === 'mutation' ? {} : { signal: meta.signal };
      return readAnswer(await exchange(pool, { path, headers, body, remainingMs, maxBytes, ...cancellation }), { isOwn, maxDepth });
    },
    subscribe: subscriptions.subscribe,
    async close() {
      await Promise.all([subscriptions.close(), pool.close()]);
    },
  };
}
