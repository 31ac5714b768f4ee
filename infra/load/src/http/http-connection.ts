import { once } from 'node:events';
import { connect } from 'node:net';
import { type Message, messageReader } from './incoming.ts';

/** A keep-alive connection that carries one request at a time. */
export interface HttpConnection {
  /** Sends a whole request and reads the answer. Rejects when the connection is lost. */
  exchange(request: Buffer): Promise<Message>;
  close(): void;
}

/** Connects to a server. */
export async function httpConnection(url: string): Promise<HttpConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  let waiting: { readonly resolve: (answer: Message) => void; readonly reject: (error: Error) => void } | undefined;
  socket.on(
    'data',
    messageReader((message) => waiting?.resolve(message)),
  );
  const lost = () => waiting?.reject(new Error(`the connection to ${url} is lost`));
  socket.on('error', lost).on('close', lost);
  return {
    exchange: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}
