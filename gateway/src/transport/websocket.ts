import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphQLFormattedError } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { CallHeaders } from './call-headers.ts';
import { type EventQueue, eventQueue } from './event-queue.ts';
import {
  type CallMeta,
  type JsonObject,
  type SubgraphAnswer,
  SubgraphFailure,
  type SubgraphOperation,
  type SubgraphTransport,
} from './port.ts';
import { reconnectPace, type ReconnectPace } from './reconnect-pace.ts';

/** Subscriptions of one subgraph over one shared socket. */
export type WebSocketSubscriptions = Pick<SubgraphTransport, 'subscribe' | 'close'>;

interface WebSocketOptions {
  readonly url: string;
  /** Identity of each operation. */
  readonly headersOf: CallHeaders;
  /** From 0 up to 1; spreads the tries to connect again. */
  readonly random: () => number;
}

/** Events of one operation that may wait for the executor before the operation is given up. */
const QUEUE_CAPACITY = 1000;
const ACK_TIMEOUT_MS = 5000;
const PING_MS = 20_000;
const PONG_TIMEOUT_MS = 5000;
/** How long an idle socket is kept. Milliseconds. */
const IDLE_MS = 30_000;
/** The close code of a socket that nobody needs any more. @see RFC 6455 §7.4.1 */
const NORMAL_CLOSURE = 1000;

const lost = (cause: unknown) => new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'the socket to the subgraph is lost', { cause });
const tooSlow = () => new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'events came faster than they could be joined');

interface SubscribeMessage {
  readonly type: string;
  readonly payload?: { readonly extensions?: { readonly connectionInit?: unknown } };
}

/**
 * Many people share the socket, so each operation says for itself who asks. Servers of the mercurius family read that from
 * `extensions` of the message, where the client library has no place for it: it is moved there from the payload.
 */
function withIdentity(key: string, value: unknown): unknown {
  const { type, payload } = (value ?? {}) as SubscribeMessage;
  const connectionInit = payload?.extensions?.connectionInit;
  if (key !== '' || type !== 'subscribe' || connectionInit === undefined) return value;
  const { extensions: _, ...rest } = payload!;
  return { ...(value as object), payload: rest, extensions: [{ type: 'connectionInit', payload: connectionInit }] };
}

function openClient(url: string, pace: ReconnectPace): Client {
  let pongTimer: NodeJS.Timeout | undefined;
  const client = createClient({
    url,
    webSocketImpl: WebSocket,
    lazy: true,
    lazyCloseTimeout: IDLE_MS,
    connectionAckWaitTimeout: ACK_TIMEOUT_MS,
    keepAlive: PING_MS,
    // Whoever subscribes again knows from which cursor; a silent repetition would double events or lose some. The pace of that is ours.
    retryAttempts: 0,
    jsonMessageReplacer: withIdentity,
  });
  client.on('ping', (isReceived) => {
    if (!isReceived) pongTimer = setTimeout(() => client.terminate(), PONG_TIMEOUT_MS);
  });
  client.on('pong', (isReceived) => {
    if (isReceived) clearTimeout(pongTimer);
  });
  client.on('connected', pace.connected);
  client.on('closed', (event) => {
    clearTimeout(pongTimer);
    if ((event as { readonly code?: number }).code !== NORMAL_CLOSURE) pace.lost();
  });
  return client;
}

/** Errors of the subgraph come as a list; everything else is the end of the socket. */
function fail(queue: EventQueue<SubgraphAnswer>, reason: unknown): void {
  if (!Array.isArray(reason)) {
    queue.fail(lost(reason));
    return;
  }
  queue.push({ errors: reason as GraphQLFormattedError[] });
  queue.end();
}

/**
 * Opens subscriptions on one socket, which connects at the first and again at the next after a loss. After a loss the next ones wait a
 * while, all for the same try: a subgraph that comes back does not meet a try for each of them.
 */
export function webSocketSubscriptions({ url, headersOf, random }: WebSocketOptions): WebSocketSubscriptions {
  const pace = reconnectPace({ random, elapsed: () => performance.now() });
  const client = openClient(url, pace);

  async function* subscribe({ text, name }: SubgraphOperation, variables: JsonObject, meta: CallMeta): AsyncGenerator<SubgraphAnswer> {
    const waitMs = pace.waitMs();
    if (waitMs > 0) await sleep(waitMs, undefined, { signal: meta.signal }).catch(() => undefined);
    const connectionInit = await headersOf(meta);
    if (meta.signal.aborted) return;
    const queue = eventQueue<SubgraphAnswer>(QUEUE_CAPACITY, tooSlow);
    const payload = { query: text, ...(name === undefined ? {} : { operationName: name }), variables, extensions: { connectionInit } };
    const release = client.subscribe<JsonObject>(payload, {
      next: (answer) => void queue.push(answer as SubgraphAnswer),
      error: (reason) => fail(queue, reason),
      complete: () => queue.end(),
    });
    meta.signal.addEventListener('abort', queue.end);
    try {
      for (let answer = await queue.next(); answer && !meta.signal.aborted; answer = await queue.next()) yield answer;
    } finally {
      meta.signal.removeEventListener('abort', queue.end);
      release();
    }
  }

  return {
    subscribe,
    async close() {
      // A connection that is being opened is waited for; when it fails, there is nothing left to close.
      await Promise.resolve(client.dispose()).catch(() => undefined);
    },
  };
}
