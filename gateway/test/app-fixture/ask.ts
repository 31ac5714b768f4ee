import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { createClient as createSseClient, NetworkError } from 'graphql-sse';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { RunningGateway } from './gateway.ts';

/** An answer over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test knows what it asked for
  readonly json: any;
}

/** An answer, whatever carried it. */
export interface Answer {
  // oxlint-disable-next-line typescript/no-explicit-any -- a test knows what it asked for
  readonly data?: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: Record<string, unknown>;
  }[];
}

/** Sends any request to the gateway. */
export async function send(gateway: RunningGateway, path: string, init: RequestInit = {}): Promise<HttpAnswer> {
  const response = await fetch(`${gateway.url}${path}`, { redirect: 'manual', ...init });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, text, json: isJson && text !== '' ? JSON.parse(text) : undefined };
}

/** Posts a body to `/graphql`; text and bytes go as they are. */
export function post(gateway: RunningGateway, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<HttpAnswer> {
  return send(gateway, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as RequestInit['body'] & {}) : JSON.stringify(body),
  });
}

/** Sends a request with headers that `fetch` refuses to send, e.g. one twice. */
export function sendRaw(
  gateway: RunningGateway,
  headers: readonly string[],
  body: string,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${gateway.url}/graphql`, { method: 'POST' }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    for (let index = 0; index < headers.length; index += 2) request.appendHeader(headers[index]!, headers[index + 1]!);
    request.on('error', reject).end(body);
  });
}

/** The status that bytes on a bare connection are answered with. */
export function statusOf(gateway: RunningGateway, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(gateway.url);
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (data: Buffer) => (answer += data.toString('latin1')));
    socket.on('error', reject).on('close', () => resolve(answer.split(' ')[1] ?? ''));
  });
}

/** One operation over one transport. */
export type Ask = (
  gateway: RunningGateway,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
  token?: string,
) => Promise<Answer>;

/** By POST. */
export const overHttp: Ask = async (gateway, query, variables, token) => {
  const answer = await post(gateway, { query, variables }, token === undefined ? {} : { authorization: `Bearer ${token}` });
  return answer.json as Answer;
};

/** On a socket of its own; of a stream the first answer. */
export const overWebSocket: Ask = async (gateway, query, variables, token) => {
  const connectionParams = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const client = createClient({ url: gateway.socketUrl, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams });
  try {
    for await (const answer of client.iterate({ query, ...(variables && { variables }) })) return answer as Answer;
    return {};
  } catch (errors) {
    return { errors: errors as NonNullable<Answer['errors']> };
  } finally {
    await client.dispose();
  }
};

/** Over an event stream; of several answers the first. */
export const overSse: Ask = async (gateway, query, variables, token) => {
  const client = createSseClient({
    url: `${gateway.url}/graphql`,
    retryAttempts: 0,
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
  });
  try {
    for await (const answer of client.iterate({ query, ...(variables && { variables }) })) return answer as Answer;
    return {};
  } catch (error) {
    // What has to do with the moment is told by a status, with the errors in its body.
    if (error instanceof NetworkError && error.response) return (await error.response.json()) as Answer;
    throw error;
  } finally {
    client.dispose();
  }
};

/** The transports that one guard stands before. */
export const transports: readonly (readonly [string, Ask])[] = [
  ['HTTP', overHttp],
  ['WebSocket', overWebSocket],
  ['an event stream', overSse],
];

/** Codes of an answer's errors. */
export function codes({ errors = [] }: Answer): readonly unknown[] {
  return errors.map(({ extensions }) => extensions['code']);
}
