import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codes, send, type Answer } from './app-fixture/ask.ts';
import { openEventStream } from './app-fixture/event-stream.ts';
import { startGateway, type RunningGateway } from './app-fixture/gateway.ts';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const COUNT = 'subscription($to: Int!, $everyMs: Int) { count(to: $to, everyMs: $everyMs) { number } }';
const ENDLESS = { query: COUNT, variables: { to: 1_000_000, everyMs: 5 } };
const complete = { event: 'complete', data: '' };
const ada = { authorization: 'Bearer ada' };

/** Streams that are open upstream, once there has been time to let go of them. */
async function upstreams(server: RunningGateway): Promise<number> {
  for (let round = 0; round < 200 && server.state.streams > 0; round += 1) await sleep(10);
  return server.state.streams;
}

describe('the client of graphql-sse', () => {
  const clientOf = () => createClient({ url: `${gateway.url}/graphql`, retryAttempts: 0 });

  it('follows a subscription to its end, in order', async () => {
    const numbers: unknown[] = [];
    for await (const { data } of clientOf().iterate<{ count: { number: number } }>({ query: COUNT, variables: { to: 5 } })) {
      numbers.push(data?.count.number);
    }
    expect(numbers).toEqual([1, 2, 3, 4, 5]);
  });

  it('gets queries and mutations too', async () => {
    const answers = [];
    for (const query of ['{ echo(text: "hi") }', 'mutation { touch }']) {
      for await (const answer of clientOf().iterate({ query })) answers.push(answer);
    }
    expect(answers).toEqual([{ data: { echo: 'hi' } }, { data: { touch: 1 } }]);
  });

  it('is told in the stream why an operation is refused', async () => {
    const refusals: unknown[] = [];
    for (const query of [
      'subscription { nope }',
      'subscription {',
      'subscription { mine { number } }',
      'subscription { refused { number } }',
    ]) {
      for await (const answer of clientOf().iterate({ query })) refusals.push(codes(answer as Answer)[0]);
    }
    expect(refusals).toEqual(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED', 'UNAUTHENTICATED', 'NOT_FOUND']);
  });

  it('lets go of everything when it has had enough', async () => {
    for await (const answer of clientOf().iterate(ENDLESS)) {
      expect(answer.errors).toBeUndefined();
      break;
    }
    expect(await upstreams(gateway)).toBe(0);
  });
});

describe('an event stream', () => {
  it('is one, and is meant for nobody in between', async () => {
    const stream = await openEventStream(gateway, { query: COUNT, variables: { to: 2 } }, { headers: { origin: 'https://app.example' } });
    expect([stream.status, stream.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect([stream.headers.get('cache-control'), stream.headers.get('x-accel-buffering')]).toEqual(['no-store', 'no']);
    expect(stream.headers.get('content-encoding')).toBeNull();
    expect(stream.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(stream.headers.get('x-request-id')).toMatch(/^request-/);
    expect(await stream.next()).toEqual({ '': '' });
    expect(await stream.rest()).toEqual([
      { event: 'next', data: '{"data":{"count":{"number":1}}}' },
      { event: 'next', data: '{"data":{"count":{"number":2}}}' },
      complete,
    ]);
  });

  it('comes by GET as well, for queries and subscriptions', async () => {
    const ask = async (query: string) =>
      (await openEventStream(gateway, undefined, { path: `/graphql?query=${encodeURIComponent(query)}` })).rest();
    expect(await ask('{ __typename }')).toEqual([{ event: 'next', data: '{"data":{"__typename":"Query"}}' }, complete]);
    expect(await ask('subscription { count(to: 1) { number } }')).toEqual([
      { event: 'next', data: '{"data":{"count":{"number":1}}}' },
      complete,
    ]);
    const touched = gateway.state.touched;
    const mutation = await openEventStream(gateway, undefined, { path: '/graphql?query=mutation%7Btouch%7D' });
    expect([mutation.status, gateway.state.touched]).toEqual([405, touched]);
  });

  it('is sent for subscriptions only to a client that takes JSON as well', async () => {
    const accept = 'application/graphql-response+json, application/json, text/event-stream';
    const query = await openEventStream(gateway, { query: '{ __typename }' }, { headers: { accept } });
    const stream = await openEventStream(gateway, { query: COUNT, variables: { to: 1 } }, { headers: { accept } });
    expect(query.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    await Promise.all([query.rest(), stream.rest()]);
  });

  it.each([
    ['a bad token', { query: COUNT, variables: { to: 1 } }, { authorization: 'Bearer forged' }, 401],
    ['a body that is no request', {}, {}, 400],
    ['another type of body', { query: '{ __typename }' }, { 'content-type': 'text/plain' }, 415],
  ])('is refused by a status for %s', async (_what, body, headers, status) => {
    const stream = await openEventStream(gateway, body, { headers });
    expect([stream.status, stream.headers.get('content-type')]).toEqual([status, expect.stringContaining('json')]);
    stream.leave();
  });

  it('has no answer to HEAD', async () => {
    const { status } = await send(gateway, '/graphql?query=%7B__typename%7D', { method: 'HEAD', headers: { accept: 'text/event-stream' } });
    expect(status).toBe(406);
  });

  it('shows that it lives while nothing happens', async () => {
    const socketTiming = { tickMs: 10, commentMs: 50, pingMs: 25_000, idleMs: 60_000, stalledMs: 30_000, expiryWarningMs: 1_000 };
    await using quick = await startGateway({ socketTiming });
    const stream = await openEventStream(quick, { query: COUNT, variables: { to: 1, everyMs: 400 } });
    for (let count = 0; count < 4; count += 1) expect(await stream.next()).toEqual({ '': '' });
    stream.leave();
  });

  it('releases its upstream when the client is gone', async () => {
    const stream = await openEventStream(gateway, ENDLESS);
    await stream.next();
    await stream.next();
    stream.leave();
    expect(await upstreams(gateway)).toBe(0);
  });
});

describe('a signed-in person', () => {
  it('has at most twenty sockets and streams together', async () => {
    await using strict = await startGateway({ limits: { userSockets: 2 } });
    const open = () => openEventStream(strict, ENDLESS, { headers: ada });
    const streams = [await open(), await open()];
    const refused = await open();
    const body = await refused.next().catch(() => undefined);
    expect([refused.status, refused.headers.get('retry-after'), body]).toEqual([429, '1', undefined]);
    streams[0]!.leave();
    await sleep(50);
    const again = await open();
    expect(again.status).toBe(200);
    for (const stream of [...streams, again]) stream.leave();
    expect(await upstreams(strict)).toBe(0);
  });
});
