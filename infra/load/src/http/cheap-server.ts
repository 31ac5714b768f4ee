import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type Message, messageReader } from './incoming.ts';

/** Answers the body of a request with JSON text. */
export type AnswerBody = (body: string) => string | Promise<string>;

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
 * machine from what is measured. Answers its address.
 */
export async function cheapServer(answer: AnswerBody): Promise<string> {
  const server = createServer((socket) => serve(socket, answer)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}
