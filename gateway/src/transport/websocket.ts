import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphQLFormattedError } from 'graphql';
import { abortSignalOf } from './cancellation.ts';
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
import { reconnectPace } from './reconnect-pace.ts';
import { identitySockets, sharedSocket } from './subgraph-sockets.ts';

/** Subscriptions of one subgraph over one shared socket. */
export type WebSocketSubscriptions = Pick<SubgraphTransport, 'subscribe' | 'close'>;

interface WebSocketOptions {
  readonly url: string;
  /** Identity of each operation. */
  readonly headersOf: CallHeaders;
  /** Whether the subgraph reads who asks from each operation; else from the socket, so that everybody has one of their own. */
  readonly isShared: boolean;
  /** From 0 up to 1; spreads the tries to connect again. */
  readonly random: () => number;
}

/** Events of one operation that may wait for the executor before the operation is given up. */
const QUEUE_CAPACITY = 1000;

const lost = (cause: unknown) => new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'the socket to the subgraph is lost', { cause });
const tooSlow = () => new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'events came faster than they could be joined');

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
 * Opens subscriptions on one socket, or on one for each who asks. A socket connects at its first subscription and again at the next
 * after a loss. Where all share one, the next ones then wait a while for the same try: a subgraph that comes back does not meet a try
 * for each of them.
 */
export function webSocketSubscriptions({ url, headersOf, isShared, random }: WebSocketOptions): WebSocketSubscriptions {
  const elapsed = () => performance.now();
  const sockets = isShared ? sharedSocket(url, reconnectPace({ random, elapsed })) : identitySockets(url);

  async function* subscribe({ text, name }: SubgraphOperation, variables: JsonObject, meta: CallMeta): AsyncGenerator<SubgraphAnswer> {
    const waitMs = sockets.waitMs();
    if (waitMs > 0) await sleep(waitMs, undefined, { signal: abortSignalOf(meta.signal) }).catch(() => undefined);
    const { client, extensions } = sockets.of(isShared ? await headersOf(meta) : (meta.forwardedHeaders ?? {}));
    if (meta.signal.aborted) return;
    const queue = eventQueue<SubgraphAnswer>(QUEUE_CAPACITY, tooSlow);
    const payload = { query: text, ...(name === undefined ? {} : { operationName: name }), variables, ...(extensions && { extensions }) };
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
      await sockets.close().catch(() => undefined);
    },
  };
}
