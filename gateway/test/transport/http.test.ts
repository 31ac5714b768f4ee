import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ANONYMOUS, type Caller } from '@veza/auth';
import { systemClock } from '@veza/kernel';
import { parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { httpTransport } from '../../src/transport/http.ts';
import { byteSize, type SubgraphOperation, type SubgraphTransport } from '../../src/transport/port.ts';
import { callMeta } from '../executor/fixture.ts';

const text = 'query Q($id: ID!) { thing(id: $id) { id } }';
const operation: SubgraphOperation = { kind: 'query', name: 'Q', text, document: parse(text) };

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

describe('httpTransport', () => {
  let answer: Answer;
  let transport: SubgraphTransport;
  const tokens: (readonly [Caller, string])[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer(request, response, Buffer.concat(chunks).toString()));
  });

  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const tokenFor = (caller: Caller, audience: string) => {
      tokens.push([caller, audience]);
      return Promise.resolve(`token-of-${caller.kind}`);
    };
    transport = httpTransport({ name: 'things', url: address(), tokenFor, clock: systemClock });
  });
  beforeEach(() => void (tokens.length = 0));
  afterAll(async () => {
    await transport.close();
    server.closeAllConnections();
    server.close();
  });

  const replying =
    (status: number, body: string, type = 'application/json'): Answer =>
    (_, response) =>
      void response.writeHead(status, { 'content-type': type }).end(body);
  const call = (rest: Parameters<typeof callMeta>[0] = {}) => transport.call(operation, { id: 'x' }, callMeta(rest));

  it('sends the operation with a token for this subgraph and the time that is left', async () => {
    const seen: { headers?: IncomingMessage['headers']; body?: unknown } = {};
    answer = (request, response, body) => {
      Object.assign(seen, { headers: request.headers, body: JSON.parse(body) as unknown });
      replying(200, '{"data":{"thing":null}}')(request, response, body);
    };
    const meta = { idempotencyKey: 'key-1', clientAddress: '192.0.2.1', deadlineAt: Date.now() + 5000 };
    const told = await call(meta);
    expect(told).toMatchObject({ data: { thing: null } });
    expect(told[byteSize]).toBe(Buffer.byteLength(JSON.stringify({ data: { thing: null } })));
    expect(seen.body).toEqual({ query: text, operationName: 'Q', variables: { id: 'x' } });
    expect(seen.headers).toMatchObject({ 'x-veza-token': 'token-of-anonymous', 'x-request-id': 'request-1', 'idempotency-key': 'key-1' });
    expect(Number(seen.headers!['x-veza-deadline-ms'])).toBeLessThanOrEqual(4980);
    expect(tokens).toEqual([[ANONYMOUS, 'things']]);
  });

  it('hands on a refusal that is GraphQL', async () => {
    answer = replying(400, '{"errors":[{"message":"no","extensions":{"code":"BAD_USER_INPUT"}}]}');
    expect(await call()).toMatchObject({ errors: [{ message: 'no', extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it.each([
    ['SUBGRAPH_UNAVAILABLE', 503, 'application/json', '{"errors":[]}'],
    ['SUBGRAPH_UNAVAILABLE', 401, 'application/json', '{"errors":[{"message":"token"}]}'],
    ['SUBGRAPH_UNAVAILABLE', 500, 'text/html', '<html>'],
    ['SUBGRAPH_INVALID_RESPONSE', 200, 'text/html', '<html>'],
    ['SUBGRAPH_INVALID_RESPONSE', 404, 'text/plain', 'where'],
    ['SUBGRAPH_INVALID_RESPONSE', 200, 'application/json', '{"data":'],
    ['SUBGRAPH_INVALID_RESPONSE', 200, 'application/json', '[]'],
    ['SUBGRAPH_INVALID_RESPONSE', 200, 'application/json', `{"data":${'['.repeat(64)}${']'.repeat(64)}}`],
  ])('fails with %s for status %i of type %s: %s', async (code, status, type, body) => {
    answer = replying(status, body, type);
    await expect(call()).rejects.toMatchObject({ code });
  });

  it('reads an answer nested as deep as allowed', async () => {
    answer = replying(200, `{"data":{"a":${'['.repeat(62)}${']'.repeat(62)}}}`);
    await expect(call()).resolves.toHaveProperty('data');
  });

  it('stops reading an answer above 16 MiB', async () => {
    answer = replying(200, `{"data":{"thing":"${'x'.repeat(16 * 1024 * 1024)}"}}`);
    await expect(call()).rejects.toMatchObject({ code: 'SUBGRAPH_INVALID_RESPONSE' });
  });

  it('gives up at the deadline and hangs up', async () => {
    const hungUp = new Promise<void>((resolve) => {
      answer = (_, response) => void response.on('close', resolve);
    });
    await expect(call({ deadlineAt: Date.now() + 100 })).rejects.toMatchObject({ code: 'OPERATION_TIMEOUT' });
    await hungUp;
  });

  it('hangs up on a query whose client is gone, and waits for a mutation', async () => {
    const client = new AbortController();
    answer = (request, response, body) => {
      client.abort();
      setTimeout(() => replying(200, '{"data":{}}')(request, response, body), 50);
    };
    await expect(call({ signal: client.signal })).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    const second = new AbortController();
    const mutation = transport.call({ ...operation, kind: 'mutation' }, {}, callMeta({ signal: second.signal }));
    second.abort();
    await expect(mutation).resolves.toMatchObject({ data: {} });
  });

  it('keeps connections for the next calls', async () => {
    const ports = new Set<number | undefined>();
    answer = (request, response, body) => {
      ports.add(request.socket.remotePort);
      replying(200, '{"data":{}}')(request, response, body);
    };
    const fresh = httpTransport({ name: 'fresh', url: address(), clock: systemClock });
    for (let count = 0; count < 20; count += 1) await fresh.call(operation, {}, callMeta());
    // A call that follows at once may find the first connection not yet free.
    expect(ports.size).toBeLessThanOrEqual(2);
    await fresh.close();
  });

  it('fails with SUBGRAPH_UNAVAILABLE where nobody listens', async () => {
    const away = httpTransport({ name: 'away', url: 'http://127.0.0.1:9/graphql', clock: systemClock });
    await expect(away.call(operation, {}, callMeta())).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    await away.close();
  });

  it('forwards headers instead of a token where identity is not ours', async () => {
    let headers: IncomingMessage['headers'] = {};
    answer = (request, response, body) => {
      headers = request.headers;
      replying(200, '{"data":{}}')(request, response, body);
    };
    const foreign = httpTransport({ name: 'foreign', url: address(), clock: systemClock });
    await foreign.call(operation, {}, callMeta({ forwardedHeaders: { authorization: 'Bearer theirs' }, traceparent: 'theirs' }));
    expect(headers).toMatchObject({ authorization: 'Bearer theirs', traceparent: 'theirs' });
    expect(Number(headers['x-veza-deadline-ms'])).toBeGreaterThan(0);
    expect(headers['x-veza-token']).toBeUndefined();
    await foreign.close();
  });
});
