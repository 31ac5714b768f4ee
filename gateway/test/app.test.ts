import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { buildClientSchema, buildSchema } from 'graphql';
import { waitUntil } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProcessTransport } from '../src/transport/in-process.ts';
import { SubgraphFailure, type SubgraphTransport } from '../src/transport/port.ts';
import { post, send } from './app-fixture/ask.ts';
import { startGateway, type RunningGateway } from './app-fixture/gateway.ts';
import { recordedLog } from './app-fixture/recorded-log.ts';
import { fixtureSubgraph, type FixtureState } from './app-fixture/subgraphs.ts';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway({
    jwks: () => Promise.resolve({ keys: [{ kid: 'k1' }] }),
    documents: { mode: 'open', trusted: new Map([['sha256:1', { name: 'Known', text: 'query Known { person(id: "1") { id } }' }]]) },
  });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const emptyState = (): FixtureState => ({ touched: 0, streams: 0, events: 0, echoed: undefined });
const freshTransports = () =>
  new Map<string, SubgraphTransport>(
    (['people', 'notes'] as const).map((name) => [name, inProcessTransport(fixtureSubgraph(name, emptyState()))]),
  );

describe('the published schema', () => {
  it('is the one that clients may use, as SDL and as an introspection result', async () => {
    const sdl = await send(gateway, '/schema.graphql');
    const json = await send(gateway, '/schema.json');
    expect(buildSchema(sdl.text).getQueryType()?.getFields()['person']).toBeDefined();
    expect(buildClientSchema(json.json.data).getType('Person')).toBeDefined();
    expect(sdl.text).not.toContain('join__');
  });

  it.each(['/schema.graphql', '/schema.json'])('is not sent again to a client that has it: %s', async (path) => {
    const { headers } = await send(gateway, path);
    const again = await send(gateway, path, { headers: { 'if-none-match': headers.get('etag')! } });
    expect([again.status, again.text]).toEqual([304, '']);
  });
});

describe('the key set', () => {
  it('is public for five minutes', async () => {
    const { status, text, headers } = await send(gateway, '/.well-known/jwks.json');
    expect([status, text, headers.get('cache-control')]).toEqual([200, '{"keys":[{"kid":"k1"}]}', 'public, max-age=300']);
  });
});

describe('operators', () => {
  it('find only the names of documents that are known here, and all others as one', async () => {
    await post(gateway, { query: 'query Chosen { __typename }' });
    await post(gateway, { query: `query ${'L'.repeat(100_000)} { __typename }` });
    const { text } = await send(gateway, '/metrics');
    expect(text).toMatch(/^veza_operation_duration_seconds_count\{operation="other",kind="query",outcome="answered"\} [1-9]/m);
    expect(text).not.toContain('Chosen');
    expect(text).not.toContain('LLL');
  });

  it('find operations, requests and sockets among the metrics', async () => {
    await post(gateway, { documentId: 'sha256:1' });
    await post(gateway, { query: '{ nope }' });
    const { text } = await send(gateway, '/metrics');
    expect(text).toMatch(/^veza_operation_duration_seconds_count\{operation="Known",kind="query",outcome="answered"\} 1$/m);
    expect(text).toMatch(/^veza_http_request_duration_seconds_count\{method="POST",status="200"\} [1-9]/m);
    expect(text).toMatch(/^veza_operation_errors_total\{kind="none",code="GRAPHQL_VALIDATION_FAILED"\} [1-9]/m);
    expect(text).toMatch(/^veza_ws_sockets 0$/m);
    expect(text).toMatch(/^veza_plan_cache_total\{outcome="miss"\} [1-9]/m);
    expect(text).toMatch(/^veza_plan_duration_seconds_count\{outcome="ok"\} [1-9]/m);
    expect(text).toMatch(/^veza_subgraph_fetch_duration_seconds_count\{service="people",class="queries",outcome="ok"\} [1-9]/m);
    expect(text).toMatch(/^veza_auth_total\{outcome="anonymous"\} [1-9]/m);
  });
});

describe('readiness', () => {
  it('is not given while a subgraph gives data to nobody in particular', async () => {
    const transports = freshTransports();
    const careless: SubgraphTransport = {
      ...transports.get('people')!,
      call: () => Promise.resolve({ data: { me: { id: '1' }, rename: null } }),
    };
    transports.set('people', careless);
    const { log, events } = recordedLog();
    await using exposed = await startGateway({ transports, log });
    expect(exposed.app.isReady()).toBe(false);
    expect((await send(exposed, '/readyz')).status).toBe(503);
    expect((await send(exposed, '/livez')).status).toBe(200);
    expect(events.filter(({ event }) => event === 'access.self-test-failed').map(({ fields }) => fields['field'])).toEqual(['me']);
  });

  it('waits for subgraphs that are not up yet', async () => {
    const transports = freshTransports();
    const people = transports.get('people')!;
    let isUp = false;
    const late: SubgraphTransport = {
      ...people,
      call: (...args) => (isUp ? people.call(...args) : Promise.reject(new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'not up'))),
    };
    transports.set('people', late);
    await using patient = await startGateway({ transports });
    expect(patient.app.isReady()).toBe(false);
    isUp = true;
    await waitUntil(() => patient.app.isReady(), { timeoutMs: 5_000 });
    expect((await send(patient, '/readyz')).status).toBe(200);
  });

  it('asks every guarded field, streams too, with what its arguments need', async () => {
    const transports = freshTransports();
    const asked: string[] = [];
    const people = transports.get('people')!;
    transports.set('people', {
      ...people,
      call: (operation, ...rest) => {
        asked.push(operation.text);
        return people.call(operation, ...rest);
      },
      subscribe: (operation, ...rest) => {
        asked.push(operation.text);
        return people.subscribe(operation, ...rest);
      },
    });
    await using tested = await startGateway({ transports });
    expect(tested.app.isReady()).toBe(true);
    expect(asked.toSorted()).toEqual([
      'mutation AccessSelfTest { rename(name: "self-test") { __typename } }',
      'query AccessSelfTest { audit }',
      'query AccessSelfTest { hidden(id: "self-test") { __typename } }',
      'query AccessSelfTest { me { __typename } }',
      'subscription AccessSelfTest { mine { __typename } }',
    ]);
  });
});

describe('doors of subgraphs', () => {
  it('are mounted beside GraphQL and see no header that only the gateway may set', async () => {
    const door = (server: FastifyInstance) => {
      server.get('/door', (request, reply) =>
        reply.send(Object.keys(request.headers).filter((name) => name.startsWith('x-veza') || name === 'forwarded')),
      );
      return Promise.resolve();
    };
    await using doored = await startGateway({ routes: [door] });
    const { json } = await send(doored, '/door', {
      headers: { 'x-veza-token': 'forged', 'x-veza-client': 'app/1', forwarded: 'for=1.2.3.4', 'x-forwarded-user': 'root' },
    });
    expect(json).toEqual(['x-veza-client']);
  });

  it('answer a fault of their own as a problem without its text', async () => {
    const { log, events } = recordedLog();
    const door = (server: FastifyInstance) => {
      server.get('/broken', () => {
        throw new Error('secret of the house');
      });
      return Promise.resolve();
    };
    await using doored = await startGateway({ routes: [door], log });
    const { status, text } = await send(doored, '/broken');
    expect([status, text.includes('secret')]).toEqual([500, false]);
    expect(events.map(({ event }) => event)).toContain('http.internal-error');
  });
});

describe('the log', () => {
  it('has one line for each operation, without its text and its variables', async () => {
    const { log, events } = recordedLog();
    await using logged = await startGateway({ log });
    await post(logged, { query: 'query Greet($t: String) { echo(text: $t) }', variables: { t: 'hunter2' } }, { 'x-veza-client': 'test/1' });
    await post(logged, { query: '{ nope }' });
    const lines = events.filter(({ event }) => event === 'operation').map(({ fields }) => fields);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      operation: 'Greet',
      kind: 'query',
      outcome: 'answered',
      status: 200,
      transport: 'http',
      client: 'test/1',
      cost: 0,
    });
    expect(lines[0]!['document']).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(lines[1]).toMatchObject({ outcome: 'refused', status: 400, codes: ['GRAPHQL_VALIDATION_FAILED'] });
    expect(JSON.stringify(events)).not.toContain('hunter2');
  });
});

describe('the end', () => {
  it('lets requests in flight finish', async () => {
    const ending = await startGateway();
    const answer = post(ending, { query: '{ slow(ms: 400) }' });
    await sleep(100);
    await ending[Symbol.asyncDispose]();
    expect((await answer).json).toEqual({ data: { slow: 'done' } });
  });

  it('leaves nothing that listens', async () => {
    const ended = await startGateway();
    const { port } = new URL(ended.url);
    await ended[Symbol.asyncDispose]();
    const refused = await new Promise((resolve) => {
      connect(Number(port), '127.0.0.1')
        .on('error', () => resolve(true))
        .on('connect', () => resolve(false));
    });
    expect(refused).toBe(true);
  });
});

/** A port of this machine that nobody listens on. */
