import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a subgraph does with a request. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

/** Ways in which subgraphs answer, or do not. */
export const behaviours = {
  well: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"thing":null}}'),
  errors: (response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end('{"errors":[{"message":"no"}],"data":null}'),
  silent: () => undefined,
  resetting: (_response, request) => void request.socket.destroy(),
  cutting(response, request) {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
    response.write('{"data":', () => request.socket.destroy());
  },
  unavailable: (response) => void response.writeHead(503).end(),
  forbidding: (response) => void response.writeHead(401).end(),
  talkingHtml: (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>hello</p>'),
} as const satisfies Readonly<Record<string, Behaviour>>;

/** A subgraph on a real socket whose behaviour a test changes while it runs. */
export interface FaultServer extends AsyncDisposable {
  readonly url: string;
  /** Requests that arrived. */
  readonly received: readonly IncomingMessage[];
  behave(behaviour: Behaviour): void;
}

/** Starts one on a free port; it behaves well until told otherwise. */
export async function faultServer(): Promise<FaultServer> {
  const received: IncomingMessage[] = [];
  let behaviour: Behaviour = behaviours.well;
  const server = createServer((request, response) => {
    received.push(request);
    request.resume().once('end', () => behaviour(response, request));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    received,
    behave: (next) => void (behaviour = next),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
