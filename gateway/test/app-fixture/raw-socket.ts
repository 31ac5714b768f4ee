import { WebSocket, type ClientOptions } from 'ws';

/** What a socket was closed with. */
export interface Closed {
  readonly code: number;
  readonly reason: string;
}

/** A client that speaks the protocol by hand, right or wrong. */
export interface RawSocket extends AsyncDisposable {
  readonly socket: WebSocket;
  /** Messages that nobody has waited for yet. */
  readonly received: readonly Record<string, unknown>[];
  send(message: unknown): void;
  /** The next message; rejects after two seconds of silence. */
  next(): Promise<Record<string, unknown>>;
  /** Resolves when the socket is closed. */
  readonly closed: Promise<Closed>;
  /** `connection_init` and its ack. */
  init(token?: string): Promise<void>;
}

const SILENCE_MS = 2_000;

/** How a socket is opened. */
export interface RawSocketOptions extends Omit<ClientOptions, 'protocol'> {
  /** The sub-protocol that is asked for; null for none. */
  readonly protocol?: string | null;
}

/** Opens a socket. */
export async function rawSocket(url: string, { protocol = 'graphql-transport-ws', ...options }: RawSocketOptions = {}): Promise<RawSocket> {
  const socket = protocol === null ? new WebSocket(url, options) : new WebSocket(url, protocol, options);
  const received: Record<string, unknown>[] = [];
  let wake: (() => void) | undefined;
  socket.on('message', (data: Buffer) => {
    received.push(JSON.parse(data.toString('utf8')) as Record<string, unknown>);
    wake?.();
  });
  const closed = new Promise<Closed>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString('utf8') }));
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve).once('error', reject);
  });
  socket.on('error', () => undefined);

  const next = async (): Promise<Record<string, unknown>> => {
    const until = Date.now() + SILENCE_MS;
    while (received.length === 0) {
      if (Date.now() > until) throw new Error('no message within two seconds');
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, SILENCE_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return received.shift()!;
  };
  const send = (message: unknown) => socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  return {
    socket,
    received,
    send,
    next,
    closed,
    async init(token) {
      send({ type: 'connection_init', ...(token === undefined ? {} : { payload: { authorization: `Bearer ${token}` } }) });
      const answer = await next();
      if (answer['type'] !== 'connection_ack') throw new Error(`no ack but ${JSON.stringify(answer)}`);
    },
    async [Symbol.asyncDispose]() {
      socket.terminate();
      await closed;
    },
  };
}
