import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type Message, messageReader } from './incoming.ts';

/** Answers the body of a request with JSON text. */
export type AnswerBody = (body: string) => string | Promise<string>;

/** A server that listens until it is disposed of. */
export interface CheapServer extends AsyncDisposable {
  readonly url: string;
}

const answerText = (json: string) =>
  `HTTP/1.1 200 OK\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;

/** Answers the requests of one connection in their order. */
function serve(socket: Socket, answer: AnswerBody): void {
  let before = Promise.resolve();
  const reply = ({ body }: Message) => {
    const answered = answer(body.toString('utf8'));
    before = before.then(async () => void socket.write(answerText(await answered)));
  };
  socket.setNoDelay(true);
  socket.on('data', messageReader(reply));
  socket.on('error', () => socket.destroy());
}

/**
 * A server for the far side of a benchmark: the least HTTP that clients of keep-alive connections need, so that it takes little of the
 * machine from what is measured.
 */
export async function cheapServer(answer: AnswerBody): Promise<CheapServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.once('close', () => sockets.delete(socket)));
    serve(socket, answer);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
