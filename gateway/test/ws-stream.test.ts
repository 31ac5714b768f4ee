import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '@veza/testing';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, tokens, type RunningGateway } from './app-fixture/gateway.ts';
import { rawSocket } from './app-fixture/raw-socket.ts';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const stockClient = (url: string, token?: string): Client =>
  createClient({
    url,
    webSocketImpl: WebSocket,
    ...(token === undefined ? {} : { connectionParams: { authorization: `Bearer ${token}` } }),
  });

async function all(client: Client, query: string): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  for await (const answer of client.iterate({ query })) answers.push(answer.data);
  return answers;
}

describe('a stock graphql-ws client', () => {
  it('follows a subscription with joins to its end, in order', async () => {
    const client = stockClient(gateway.socketUrl);
    const ticks = await all(client, 'subscription { count(to: 300) { number owner { name noteCount } } }');
    expect(ticks).toEqual(
      Array.from({ length: 300 }, (_, index) => ({ count: { number: index + 1, owner: { name: 'name of owner', noteCount: 3 } } })),
    );
    await client.dispose();
  });

  it('queries, mutates and subscribes as somebody on one socket', async () => {
    const client = stockClient(gateway.socketUrl, 'ada');
    const [me, renamed, ticks] = await Promise.all([
      all(client, '{ me { id } }'),
      all(client, 'mutation { rename(name: "x") { name } }'),
      all(client, 'subscription { mine { number } }'),
    ]);
    expect(me).toEqual([{ me: { id: tokens['ada']!.userId } }]);
    expect(renamed).toEqual([{ rename: { name: 'name of x' } }]);
    expect(ticks).toHaveLength(3);
    await client.dispose();
  });

  it('stops its subscription by leaving it, and everything upstream with it', async () => {
    const client = stockClient(gateway.socketUrl);
    let seen = 0;
    for await (const _answer of client.iterate({ query: 'subscription { count(to: 1000000, everyMs: 5) { number } }' })) {
      seen += 1;
      if (seen === 3) break;
    }
    await waitUntil(() => gateway.state.streams === 0, { timeoutMs: 1_000 });
    expect(await all(client, '{ __typename }')).toEqual([{ __typename: 'Query' }]);
    await client.dispose();
  });
});

describe('a client that takes nothing', () => {
  const flood = { id: '1', type: 'subscribe', payload: { query: 'subscription { count(to: 20000, bytes: 4000) { number padding } }' } };

  it('holds its stream back: what waits for it is bounded, and nothing is lost when it goes on', async () => {
    await using client = await rawSocket(gateway.socketUrl);
    await client.init();
    const before = gateway.state.events;
    client.socket.pause();
    client.send(flood);
    await sleep(1_500);
    const waiting = gateway.state.events - before;
    expect(waiting).toBeLessThan(5_000);
    client.socket.resume();
    await waitUntil(() => client.received.length > 20_000, { timeoutMs: 30_000 });
    const numbers = client.received
      .slice(0, 20_000)
      .map(({ payload }) => (payload as { data: { count: { number: number } } }).data.count.number);
    expect(numbers).toEqual(Array.from({ length: 20_000 }, (_, index) => index + 1));
    expect(client.received[20_000]).toEqual({ id: '1', type: 'complete' });
  });

  it('is sent away with 1013 when it takes nothing for too long; the stream ends', async () => {
    const socketTiming = { tickMs: 50, pingMs: 25_000, idleMs: 60_000, stalledMs: 500, expiryWarningMs: 1_000 };
    await using strict = await startGateway({ socketTiming });
    await using client = await rawSocket(strict.socketUrl);
    await client.init();
    client.socket.pause();
    client.send(flood);
    await waitUntil(() => strict.state.streams === 1, { timeoutMs: 2_000 });
    await waitUntil(() => strict.state.streams === 0, { timeoutMs: 10_000 });
    client.socket.resume();
    expect([1006, 1013]).toContain((await client.closed).code);
    const metrics = await (await fetch(`${strict.url}/metrics`)).text();
    expect(metrics).toMatch(/^veza_ws_sockets 0$/m);
  });
});
