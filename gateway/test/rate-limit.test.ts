import { inProcessRateLimiter } from '@veza/key-value/in-process';
import type { RateLimiter } from '@veza/key-value';
import { waitUntil } from '@veza/testing';
import { describe, expect, it } from 'vitest';
import { codes, overHttp, overWebSocket, post, type Answer } from './app-fixture/ask.ts';
import { openEventStream } from './app-fixture/event-stream.ts';
import { fixtureSupergraph, startGateway, type GatewaySettings } from './app-fixture/gateway.ts';
import { recordedLog } from './app-fixture/recorded-log.ts';

/** A clock that a test moves by hand. */
function handClock() {
  let now = 1_700_000_000_000;
  return { clock: () => new Date(now), pass: (milliseconds: number) => void (now += milliseconds) };
}

const user = { capacity: 100, refillPerSecond: 10 };
const anonymous = { capacity: 50, refillPerSecond: 5 };

/** Production, where nobody is exempt. */
function limited(clock: () => Date, rest: GatewaySettings = {}) {
  return startGateway({ rateLimits: { limiter: inProcessRateLimiter({ clock }), user, anonymous }, environment: 'production', ...rest });
}

const people = (first: number) => ({ query: `{ people(first: ${first}) { nodes { id } } }` });
const ada = { authorization: 'Bearer ada' };

describe('what an operation costs', () => {
  it('is taken before it runs, and what was not delivered is given back', async () => {
    const { clock } = handClock();
    await using gateway = await limited(clock);
    // Ten assumed for a list that gives two: (10 persons + 10 × 5 friends) are asked for, 10 + 20 come.
    const { json, headers } = await post(gateway, { query: '{ people(first: 10) { nodes { id friends { id } } } }' }, ada);
    expect(json.extensions).toEqual({
      cost: {
        requestedQueryCost: 60,
        actualQueryCost: 30,
        throttleStatus: { maximumAvailable: 100, currentlyAvailable: 70, restoreRate: 10 },
      },
    });
    expect(headers.get('ratelimit-policy')).toBe('"points";q=100;w=10');
    expect(headers.get('ratelimit')).toBe('"points";r=70;t=3');
    const next = await post(gateway, people(1), ada);
    expect(next.json.extensions.cost.throttleStatus.currentlyAvailable).toBe(69);
  });

  it('is at least one point, and a mutation and a counted total are spent whatever comes back', async () => {
    const { clock } = handClock();
    await using gateway = await limited(clock);
    const actual = async (query: string) => (await post(gateway, { query }, ada)).json.extensions.cost;
    expect(await actual('{ __typename }')).toMatchObject({ requestedQueryCost: 1, actualQueryCost: 1 });
    expect(await actual('mutation { touch }')).toMatchObject({ requestedQueryCost: 10, actualQueryCost: 10 });
    expect(await actual('{ people(first: 5) { totalCount } }')).toMatchObject({ requestedQueryCost: 10, actualQueryCost: 10 });
    expect(await actual('{ person(id: "absent") { id } }')).toMatchObject({ requestedQueryCost: 1, actualQueryCost: 1 });
  });

  it('comes back with time', async () => {
    const { clock, pass } = handClock();
    await using gateway = await limited(clock);
    await post(gateway, people(100), ada);
    pass(4_000);
    const { headers } = await post(gateway, people(10), ada);
    expect(headers.get('ratelimit')).toBe('"points";r=30;t=7');
  });

  it('is told with refusals too', async () => {
    const { clock } = handClock();
    await using gateway = await limited(clock, { limits: { cost: 60 } });
    for (const query of ['{ nope }', '{ me { id } }']) {
      const { headers, json } = await post(gateway, { query });
      expect(headers.get('ratelimit')).toBe('"points";r=50;t=0');
      expect(json.extensions).toBeUndefined();
    }
    const badToken = await post(gateway, { query: '{ __typename }' }, { authorization: 'Bearer forged' });
    expect([badToken.status, badToken.headers.get('ratelimit-policy')]).toEqual([401, '"points";q=50;w=10']);
    const dear = await post(gateway, people(61), ada);
    expect(dear.json.extensions.cost).toMatchObject({ requestedQueryCost: 61, actualQueryCost: 0 });
  });
});

describe('a caller who has spent everything', () => {
  const json = 'application/json';
  const newer = 'application/graphql-response+json';

  it.each([json, newer])('is told when to come back, in %s', async (accept) => {
    const { clock, pass } = handClock();
    await using gateway = await limited(clock);
    await post(gateway, people(100), ada);
    const { status, headers, json: answer } = await post(gateway, people(15), { ...ada, accept });
    expect([status, codes(answer as Answer), headers.get('retry-after')]).toEqual([429, ['RATE_LIMITED'], '2']);
    expect(answer.errors[0].extensions).toMatchObject({ retryAfterMs: 1_500, retryable: true });
    expect(answer.extensions.cost).toMatchObject({ requestedQueryCost: 15, actualQueryCost: 0 });
    expect('data' in answer).toBe(false);
    pass(1_500);
    expect((await post(gateway, people(15), { ...ada, accept })).status).toBe(200);
  });

  it('is told so on a socket by an error of the operation; the socket stays', async () => {
    const { clock } = handClock();
    await using gateway = await limited(clock);
    await overHttp(gateway, people(100).query, undefined, 'ada');
    const refused = await overWebSocket(gateway, people(10).query, undefined, 'ada');
    expect(codes(refused)).toEqual(['RATE_LIMITED']);
    expect(codes(await overWebSocket(gateway, 'subscription { mine { number } }', undefined, 'ada'))).toEqual(['RATE_LIMITED']);
  });

  it('keeps no place for others: each person has a bucket, and networks have one for those without a token', async () => {
    const { clock } = handClock();
    await using gateway = await limited(clock, { trustedProxyHops: 1 });
    const from = (address: string) => ({ 'x-forwarded-for': address });
    await post(gateway, people(100), ada);
    expect((await post(gateway, people(50), { authorization: 'Bearer bob' })).status).toBe(200);
    expect((await post(gateway, people(50), from('2001:db8::1'))).status).toBe(200);
    expect((await post(gateway, people(1), from('2001:db8::2'))).status).toBe(429);
    expect((await post(gateway, people(50), from('2001:db8:0:1::1'))).status).toBe(200);
    expect((await post(gateway, people(50), from('192.0.2.1'))).status).toBe(200);
    expect((await post(gateway, people(1), from('::ffff:192.0.2.1'))).status).toBe(429);
  });
});

describe('a stream', () => {
  it('pays when it starts, and not again when the supergraph is reloaded', async () => {
    const { clock } = handClock();
    const limiter = inProcessRateLimiter({ clock });
    const taken: number[] = [];
    const counting: RateLimiter = { ...limiter, take: (key, cost, limit) => (taken.push(cost), limiter.take(key, cost, limit)) };
    const sdl = fixtureSupergraph();
    const source = { name: 'the test', pollMs: 20, text: sdl, read: () => Promise.resolve(source.text) };
    await using gateway = await limited(clock, { rateLimits: { limiter: counting, user, anonymous }, source });
    const stream = await openEventStream(gateway, { query: 'subscription { count(to: 100000, everyMs: 5) { number } }' });
    const before = await post(gateway, { query: '{ __typename }' });
    source.text = `${sdl}\n# again\n`;
    await waitUntil(async () => (await (await fetch(`${gateway.url}/supergraph.graphql`)).text()).endsWith('# again\n'), {
      timeoutMs: 5_000,
    });
    for (let count = 0; count < 20; count += 1) expect(await stream.next()).toBeDefined();
    stream.leave();
    expect(before.status).toBe(200);
    expect(taken.filter((cost) => cost > 0)).toEqual([1, 1]);
  });
});

describe('in development', () => {
  it('callers of this machine are not limited without a token; people are', async () => {
    const { clock } = handClock();
    await using gateway = await limited(clock, { environment: 'development' });
    for (let round = 0; round < 3; round += 1) {
      const { status, headers } = await post(gateway, people(50));
      expect([status, headers.get('ratelimit')]).toEqual([200, '"points";r=50;t=0']);
    }
    await post(gateway, people(100), ada);
    expect((await post(gateway, people(1), ada)).status).toBe(429);
  });
});

describe('a limiter that cannot be reached', () => {
  it('stops nobody, and the log says so', async () => {
    const down = (): Promise<never> => Promise.reject(new Error('no store'));
    const limiter: RateLimiter = { take: down, refund: down };
    const { log, events } = recordedLog();
    await using gateway = await startGateway({ rateLimits: { limiter, user, anonymous }, environment: 'production', log });
    const { status, headers, json } = await post(gateway, people(1), ada);
    expect([status, headers.get('ratelimit'), json.extensions]).toEqual([200, null, undefined]);
    expect(events.some(({ event }) => event === 'rate-limit.unavailable')).toBe(true);
  });
});
