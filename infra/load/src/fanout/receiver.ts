import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { clientFrame, frameReader, Opcode } from './frames.ts';

/** One client of a server of events. It reads as little of them as it can, so that thousands fit into one process. */
export interface Receiver {
  /** Messages that have come, the acknowledgement not among them. */
  readonly received: number;
  /** Bytes of the last message. */
  readonly last: Buffer;
  subscribe(query: string, after: string | undefined, variables?: Readonly<Record<string, unknown>>): void;
  /** Takes nothing more off the socket. */
  stall(): void;
  close(): void;
}

/** What a receiver is opened with. */
export interface ReceiverOptions {
  readonly url: string;
  readonly id: string;
  readonly token: string | undefined;
  /** Told of each message, the acknowledgement not among them. */
  readonly onMessage: () => void;
  /** Told of the `error` message by which the server refuses a subscription. */
  readonly onRefused: (message: string) => void;
  /** Told why the server has sent the client away. */
  readonly onLost: (reason: string) => void;
}

/** An `error` message says so within its first bytes. */
const ERROR = Buffer.from('"type":"error"');
const BEGINNING = 64;
const KEY = 'dmV6YSBiZW5jaG1hcmtzIQ==';

async function upgraded(url: string): Promise<Socket> {
  const { hostname, port, pathname, host } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  socket.on('error', () => socket.destroy());
  socket.write(
    `GET ${pathname} HTTP/1.1\r\nhost: ${host}\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n` +
      `sec-websocket-key: ${KEY}\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n`,
  );
  const [head] = (await once(socket, 'data')) as [Buffer];
  if (!head.includes('101 Switching Protocols') || !head.subarray(-4).equals(Buffer.from('\r\n\r\n'))) {
    throw new Error(`no WebSocket: ${head.toString('utf8', 0, 200)}`);
  }
  return socket;
}

/** Connects and waits until the server has acknowledged the client. */
export async function receiver({ url, id, token, onMessage, onRefused, onLost }: ReceiverOptions): Promise<Receiver> {
  const socket = await upgraded(url);
  let received = -1;
  let last: Buffer = Buffer.alloc(0);
  let acknowledged: () => void = () => undefined;
  const send = (message: object) => void socket.write(clientFrame(Opcode.text, Buffer.from(JSON.stringify(message))));
  const isAcknowledged = new Promise<void>((resolve) => (acknowledged = resolve));
  socket.on(
    'data',
    frameReader(({ opcode, isLast, payload }) => {
      if (opcode === Opcode.ping) socket.write(clientFrame(Opcode.pong, payload));
      if (opcode === Opcode.close) onLost(payload.toString('latin1', 2));
      if (opcode > Opcode.text) return;
      last = opcode === Opcode.text ? payload : Buffer.concat([last, payload]);
      if (!isLast) return;
      if (last.subarray(0, BEGINNING).includes(ERROR)) return onRefused(last.toString('utf8'));
      received += 1;
      if (received === 0) acknowledged();
      else onMessage();
    }),
  );
  send({ type: 'connection_init', ...(token === undefined ? {} : { payload: { authorization: `Bearer ${token}` } }) });
  await isAcknowledged;
  return {
    get received() {
      return received;
    },
    get last() {
      return last;
    },
    subscribe: (query, after, variables = {}) =>
      send({ id, type: 'subscribe', payload: { query, variables: after === undefined ? variables : { ...variables, after } } }),
    stall: () => void socket.pause(),
    close: () => socket.destroy(),
  };
}
