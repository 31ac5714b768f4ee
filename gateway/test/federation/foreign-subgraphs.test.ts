import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { useServer } from 'graphql-ws/use/ws';
import { parse } from 'graphql';
import { WebSocketServer } from 'ws';
import { describe, expect, it } from 'vitest';
import { rawSocket } from '../app-fixture/raw-socket.ts';
import { recordedLog } from '../app-fixture/recorded-log.ts';
import { foreignGraph, link, type ForeignSubgraph } from './graph.ts';

const things: ForeignSubgraph = {
  sdl: `${link('"@key"')}
    type Query { thing: Thing  things: [Thing!]! }
    type Thing @key(fields: "id") { id: ID!  name: String }`,
  resolvers: { Query: { thing: () => ({ id: '1', name: 'one' }), things: () => [{ id: '1', name: 'one' }] } },
};

/** Answers every request with a status and a body of the test. */
const answering = (status: number, body: unknown, contentType = 'application/json'): ForeignSubgraph => ({
  sdl: `${link('"@key"')}
    type Query { other: String }
    type Mutation { act: String }
    type Thing @key(fields: "id") { id: ID!  size: Int }`,
  answer: (_request, response) =>
    void response.writeHead(status, { 'content-type': contentType }).end(typeof body === 'string' ? body : JSON.stringify(body)),
});

describe('what a foreign subgraph answers', () => {
  it.each([
    [400, { errors: [{ message: 'no such size', extensions: { code: 'SIZE_UNKNOWN', hint: 7 } }] }, { code: 'SIZE_UNKNOWN', hint: 7 }],
    [401, { errors: [{ message: 'no such size', extensions: { code: 'UNAUTHENTICATED' } }] }, { code: 'UNAUTHENTICATED' }],
    [500, { errors: [{ message: 'no such size' }] }, {}],
    [200, { errors: [{ message: 'no such size', extensions: { stacktrace: ['at x'], exception: {} } }], data: null }, {}],
    [200, { data: { other: null }, errors: [{ message: 'no such size', path: ['other'] }] }, {}],
  ])('with status %i and GraphQL errors are its errors, as they are', async (status, body, facts) => {
    await using graph = await foreignGraph({ things, sizes: answering(status, body) });
    const { data, errors = [] } = await graph.ask('{ thing { name } other }');
    expect(data).toEqual({ thing: { name: 'one' }, other: null });
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toBe('no such size');
    const { requestId, retryable, ...rest } = errors[0]?.extensions ?? {};
    expect(rest).toEqual({ ...facts, service: 'sizes' });
    expect(requestId).toMatch(/^request-/);
    expect(retryable === undefined || typeof retryable === 'boolean').toBe(true);
  });

  it.each([
    [500, { message: 'internal' }, 'application/json'],
    [502, '<h1>Bad gateway</h1>', 'text/html'],
    [200, '<h1>Welcome</h1>', 'text/html'],
    [200, '[]', 'application/json'],
  ])('with status %i and %j is no answer: what it was asked for is null, the rest stands', async (status, body, contentType) => {
    await using graph = await foreignGraph({ things, sizes: answering(status, body, contentType) });
    const { data, errors } = await graph.ask('{ things { name size } }');
    expect(data).toEqual({ things: [{ name: 'one', size: null }] });
    expect(errors).toMatchObject([{ extensions: { code: expect.stringMatching(/^SUBGRAPH_/) as string, service: 'sizes' } }]);
  });

  it('may be its errors about entities, each told where the client sees it', async () => {
    const answer = { data: { _entities: [{ size: null }] }, errors: [{ message: 'unmeasured', path: ['_entities', 0, 'size'] }] };
    await using graph = await foreignGraph({ things, sizes: answering(200, answer) });
    const { data, errors } = await graph.ask('{ things { size } }');
    expect(data).toEqual({ things: [{ size: null }] });
    expect(errors).toMatchObject([{ message: 'unmeasured', path: ['things', 0, 'size'], extensions: { service: 'sizes' } }]);
  });

  it('keeps the message and the code where its server gives others than ours', async () => {
    const body = { data: { act: null }, errors: [{ message: 'out of stock', path: ['act'], extensions: { code: 'OUT_OF_STOCK' } }] };
    await using graph = await foreignGraph({ things, sizes: answering(200, body) });
    expect(await graph.ask('mutation { act }')).toMatchObject({
      data: { act: null },
      errors: [{ message: 'out of stock', path: ['act'], extensions: { code: 'OUT_OF_STOCK', service: 'sizes' } }],
    });
  });
});

describe('who asks a foreign supergraph', () => {
  it('is told to its subgraphs by the headers that are named, as they came; of ours they see the time that is left, and no token', async () => {
    const { log, events } = recordedLog();
    await using graph = await foreignGraph({ things }, { forwardHeaders: ['authorization', 'x-tenant'], log });
    await graph.ask('{ thing { id } }', {}, { authorization: 'Basic c2VjcmV0', 'x-tenant': 'blue', cookie: 'c=1', 'x-other': '1' });
    const [{ headers }] = graph.requests as [(typeof graph.requests)[number]];
    expect(headers).toMatchObject({ authorization: 'Basic c2VjcmV0', 'x-tenant': 'blue' });
    expect(Object.keys(headers).filter((name) => name.startsWith('x-veza'))).toEqual(['x-veza-deadline-ms']);
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('x-other');
    expect(JSON.stringify(events)).not.toContain('c2VjcmV0');
  });

  it('never shares an answer with somebody else', async () => {
    const own: ForeignSubgraph = {
      sdl: `${link('"@key"')} type Query { me: String }`,
      resolvers: {
        Query: {
          me: (_: unknown, _args: unknown, { headers }: { headers: Record<string, string> }) => headers['authorization'] ?? 'nobody',
        },
      },
    };
    await using graph = await foreignGraph({ own });
    const names = Array.from({ length: 40 }, (_, index) => `Bearer ${index % 8}`);
    const answers = await Promise.all(names.map((authorization) => graph.ask('{ me }', {}, { authorization })));
    expect(answers.map(({ data }) => (data as { me: string }).me)).toEqual(names);
    expect((await graph.ask('{ me }')).data).toEqual({ me: 'nobody' });
  });
});

const news = `${link('"@key"')}
  type Query { ok: Boolean }
  type Subscription { counted(to: Int!): Thing!  refused: Thing! }
  type Thing @key(fields: "id") { id: ID!  counted: String }`;

/** A subgraph on graphql-ws, as Apollo Server and yoga have it: who asks is told when the socket opens. */
async function newsServer() {
  const asked: string[] = [];
  const schema = buildSubgraphSchema({
    typeDefs: parse(news),
    resolvers: {
      Subscription: {
        counted: {
          async *subscribe(_: unknown, { to }: { to: number }, { who }: { who: string }) {
            for (let number = 1; number <= to; number += 1) yield { counted: { id: String(number), counted: who } };
          },
        },
        refused: {
          subscribe: () => {
            throw new Error('not for you');
          },
        },
      },
    } as never,
  });
  const server = createServer();
  const sockets = new WebSocketServer({ server, path: '/live' });
  useServer(
    {
      schema,
      context: ({ connectionParams, extra }) => {
        const who = `${String(connectionParams?.['authorization'])} ${String(extra.request.headers.authorization)}`;
        asked.push(who);
        return { who };
      },
    },
    sockets,
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}/live`,
    asked,
    sockets,
    async [Symbol.asyncDispose]() {
      for (const client of sockets.clients) client.terminate();
      server.close();
      await once(server, 'close');
    },
  };
}

describe('subscriptions of a foreign subgraph', () => {
  it('come over graphql-transport-ws, each person on a socket of their own, and are joined', async () => {
    await using upstream = await newsServer();
    await using graph = await foreignGraph(
      {
        things: {
          ...things,
          resolvers: { ...things.resolvers, Thing: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `thing ${id}` }) } },
        },
        news: { sdl: news },
      },
      { webSocketUrls: { news: upstream.url } },
    );
    const follow = async (token: string, selection: string): Promise<readonly unknown[]> => {
      await using client = await rawSocket(`${graph.url.replace('http', 'ws')}/graphql`);
      client.send({ type: 'connection_init', payload: { Authorization: token } });
      await client.next();
      client.send({ id: '1', type: 'subscribe', payload: { query: `subscription { ${selection} }` } });
      const messages: unknown[] = [];
      for (let message = await client.next(); ; message = await client.next()) {
        messages.push(message['type'] === 'complete' ? 'complete' : message['payload']);
        if (message['type'] !== 'next') return messages;
      }
    };
    const [ada, bob] = await Promise.all([
      follow('Bearer ada', 'counted(to: 3) { id name counted }'),
      follow('Bearer bob', 'counted(to: 3) { counted }'),
    ]);
    const who = 'Bearer ada Bearer ada';
    expect(ada).toEqual([
      ...[1, 2, 3].map((id) => ({ data: { counted: { id: String(id), name: `thing ${id}`, counted: who } } })),
      'complete',
    ]);
    expect(bob[0]).toEqual({ data: { counted: { counted: 'Bearer bob Bearer bob' } } });
    expect(new Set(upstream.asked).size).toBe(2);
    expect(await follow('Bearer ada', 'refused { id }')).toMatchObject([[{ message: 'not for you', extensions: { service: 'news' } }]]);
  });
});
