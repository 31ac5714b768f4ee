import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { ReconnectPace } from './reconnect-pace.ts';

/** Who asks, as headers; or in the payload of an operation. */
export type SocketIdentity = Readonly<Record<string, string>>;

/** The sockets to one subgraph. */
export interface SubgraphSockets {
  /** Milliseconds until a socket may be tried; 0 unless it was lost a moment ago. */
  waitMs(): number;
  /** The socket for who asks, and what each of their operations says of them. */
  of(identity: SocketIdentity): { readonly client: Client; readonly extensions?: Readonly<Record<string, unknown>> };
  close(): Promise<void>;
}

const ACK_TIMEOUT_MS = 5000;
const PING_MS = 20_000;
const PONG_TIMEOUT_MS = 5000;
/** How long an idle socket is kept. Milliseconds. */
const IDLE_MS = 30_000;
/** The close code of a socket that nobody needs any more. @see RFC 6455 §7.4.1 */
const NORMAL_CLOSURE = 1000;

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

/** What belongs to one socket: who asks, in its upgrade and in `connection_init`, how often it is tried, and who is to know that it has ended. */
interface SocketOptions {
  readonly identity?: SocketIdentity;
  readonly pace?: ReconnectPace;
  readonly onClosed?: () => void;
}

/** Sockets whose upgrade carries headers. */
function socketWith(headers: SocketIdentity): unknown {
  return class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers });
    }
  };
}

function openClient(url: string, { identity, pace, onClosed }: SocketOptions): Client {
  let pongTimer: NodeJS.Timeout | undefined;
  const client = createClient({
    url,
    webSocketImpl: identity ? socketWith(identity) : WebSocket,
    ...(identity && { connectionParams: identity }),
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
  client.on('connected', () => pace?.connected());
  client.on('closed', (event) => {
    clearTimeout(pongTimer);
    if ((event as { readonly code?: number }).code !== NORMAL_CLOSURE) pace?.lost();
    onClosed?.();
  });
  return client;
}

/** One socket for everybody: each operation says for itself who asks. After a loss it is tried at a pace, once for all who want it. */
export function sharedSocket(url: string, pace: ReconnectPace): SubgraphSockets {
  const client = openClient(url, { pace });
  return {
    waitMs: pace.waitMs,
    of: (connectionInit) => ({ client, extensions: { connectionInit } }),
    close: async () => client.dispose(),
  };
}

/**
 * A socket for each who asks, told by the headers of the upgrade and by the payload of `connection_init`: that is where subgraphs look
 * that know nothing of this gateway. It ends some time after its last operation. None is kept waiting for the loss of another: whoever
 * is refused by the subgraph must not slow the others down.
 */
export function identitySockets(url: string): SubgraphSockets {
  const open = new Map<string, Client>();
  const keyOf = (identity: SocketIdentity) => JSON.stringify(Object.entries(identity).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return {
    waitMs: () => 0,
    of(identity) {
      const key = keyOf(identity);
      const known = open.get(key);
      if (known) return { client: known };
      const client = openClient(url, { identity, onClosed: () => void open.delete(key) });
      open.set(key, client);
      return { client };
    },
    async close() {
      await Promise.all([...open.values()].map(async (client) => client.dispose()));
    },
  };
}
