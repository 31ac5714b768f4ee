import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, tokens, type RunningGateway } from './app-fixture/gateway.ts';
import { rawSocket } from './app-fixture/raw-socket.ts';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const query = (id: string, text: string, variables?: unknown) => ({ id, type: 'subscribe', payload: { query: text, variables } });
const endless = 'subscription { count(to: 1000000, everyMs: 20) { number } }';

describe('connection_init', () => {
  it('is acknowledged, with and without a token', async () => {
    await using anonymous = await rawSocket(gateway.socketUrl);
    await using ada = await rawSocket(gateway.socketUrl);
    await anonymous.init();
    await ada.init('ada');
    ada.send(query('1', '{ me { id } }'));
    expect(await ada.next()).toEqual({ id: '1', type: 'next', payload: { data: { me: { id: tokens['ada']!.userId } } } });
    expect(await ada.next()).toEqual({ id: '1', type: 'complete' });
  });

  it.each([{ authorization: 'Bearer forged' }, { Authorization: 'ada' }, { authorization: 7 }])(
    'ends with 4403 and no ack for %o',
    async (payload) => {
      await using client = await rawSocket(gateway.socketUrl);
      client.send({ type: 'connection_init', payload });
      expect(await client.closed).toEqual({ code: 4403, reason: 'Forbidden' });
      expect(client.received).toEqual([]);
    },
  );

  it('ends with 4408 when it does not come', async () => {
    await using hasty = await startGateway({ limits: { initWaitMs: 100 } });
    await using client = await rawSocket(hasty.socketUrl);
    expect((await client.closed).code).toBe(4408);
  });

  it('ends with 4429 when it comes twice, also while the first is pending', async () => {
    await using acknowledged = await rawSocket(gateway.socketUrl);
    await acknowledged.init();
    acknowledged.send({ type: 'connection_init' });
    expect((await acknowledged.closed).code).toBe(4429);
    await using slow = await startGateway({ verifier: { verify: () => sleep(200, tokens['ada']) } });
    await using pending = await rawSocket(slow.socketUrl);
    const init = { type: 'connection_init', payload: { authorization: 'Bearer ada' } };
    pending.send(init);
    pending.send(init);
    expect((await pending.closed).code).toBe(4429);
    expect(pending.received).toEqual([]);
  });

  it('ends with 4401 when subscribe comes before the ack', async () => {
    await using client = await rawSocket(gateway.socketUrl);
    client.send(query('1', '{ __typename }'));
    expect(await client.closed).toEqual({ code: 4401, reason: 'Unauthorized' });
  });

  it('lets a person hold 20 sockets and ends one more with 4429', async () => {
    const crowd = await Promise.all(Array.from({ length: 20 }, () => rawSocket(gateway.socketUrl)));
    await Promise.all(crowd.map((client) => client.init('bob')));
    await using oneMore = await rawSocket(gateway.socketUrl);
    oneMore.send({ type: 'connection_init', payload: { authorization: 'Bearer bob' } });
    expect((await oneMore.closed).code).toBe(4429);
    await using somebodyElse = await rawSocket(gateway.socketUrl);
    await somebodyElse.init('ada');
    await Promise.all(crowd.map((client) => client[Symbol.asyncDispose]()));
  });

  it('ends with 1013 while tokens cannot be checked', async () => {
    await using broken = await startGateway({ verifier: { verify: () => Promise.reject(new Error('no key set')) } });
    await using client = await rawSocket(broken.socketUrl);
    client.send({ type: 'connection_init', payload: { authorization: 'Bearer ada' } });
    expect((await client.closed).code).toBe(1013);
  });
});

it('a fault of the gateway outside of an operation ends the socket with 4500', async () => {
  const faulty = Object.defineProperty({ ...tokens['ada']! }, 'sessionId', {
    get: () => {
      throw new Error('a fault');
    },
  });
  await using broken = await startGateway({ verifier: { verify: () => Promise.resolve(faulty) } });
  await using client = await rawSocket(broken.socketUrl);
  client.send({ type: 'connection_init', payload: { authorization: 'Bearer ada' } });
  expect(await client.closed).toEqual({ code: 4500, reason: 'Internal server error' });
});

describe('operations', () => {
  it('end with an error message for their id, and the socket stays open', async () => {
    await using client = await rawSocket(gateway.socketUrl);
    await client.init();
    const refused: readonly (readonly [string, string])[] = [
      ['{ nope', 'GRAPHQL_PARSE_FAILED'],
      ['{ nope }', 'GRAPHQL_VALIDATION_FAILED'],
      ['{ me { id } }', 'UNAUTHENTICATED'],
      ['query($n: Int!) { echo(number: $n) }', 'BAD_USER_INPUT'],
      ['subscription { mine { number } }', 'UNAUTHENTICATED'],
      ['subscription { refused { number } }', 'NOT_FOUND'],
      ['', 'BAD_REQUEST'],
    ];
    for (const [text, code] of refused) {
      client.send(query('1', text));
      expect(await client.next()).toMatchObject({ id: '1', type: 'error', payload: [{ extensions: { code } }] });
    }
    client.send(query('1', '{ __typename }'));
    expect(await client.next()).toMatchObject({ id: '1', type: 'next' });
  });

  it('end the socket with 4409 when their id is in use, and not when it is free again', async () => {
    await using client = await rawSocket(gateway.socketUrl);
    await client.init();
    client.send(query('a', endless));
    client.send({ id: 'a', type: 'complete' });
    client.send(query('a', '{ __typename }'));
    client.send(query('b', endless));
    client.send(query('b', endless));
    expect(await client.closed).toEqual({ code: 4409, reason: 'Subscriber for b already exists' });
  });

  it('stop without an echo when the client has had enough; an unknown id is ignored', async () => {
    await using client = await rawSocket(gateway.socketUrl);
    await client.init();
    client.send({ id: 'unknown', type: 'complete' });
    const before = gateway.state.streams;
    client.send(query('1', endless));
    expect(await client.next()).toMatchObject({ id: '1', type: 'next' });
    client.send({ id: '1', type: 'complete' });
    client.send({ type: 'ping' });
    let answer = await client.next();
    while (answer['type'] === 'next') answer = await client.next();
    expect(answer).toEqual({ type: 'pong' });
    await waitUntil(() => gateway.state.streams === before, { timeoutMs: 1_000 });
    await sleep(100);
    expect(client.received).toEqual([]);
  });

  it('release everything upstream within a second of the socket’s end', async () => {
    const before = gateway.state.streams;
    const client = await rawSocket(gateway.socketUrl);
    await client.init();
    client.send(query('1', endless));
    client.send(query('2', 'subscription { count(to: 1000000, everyMs: 21) { number } }'));
    await client.next();
    await waitUntil(() => gateway.state.streams === before + 2, { timeoutMs: 1_000 });
    client.socket.terminate();
    await waitUntil(() => gateway.state.streams === before, { timeoutMs: 1_000 });
    expect(gateway.state.streams).toBe(before);
  });

  it('run 50 at once on a socket; one more is refused with RATE_LIMITED', async () => {
    await using client = await rawSocket(gateway.socketUrl);
    await client.init();
    for (let id = 0; id < 50; id += 1) client.send(query(`${id}`, 'subscription { count(to: 1000, everyMs: 5000) { number } }'));
    client.send(query('one-more', '{ __typename }'));
    expect(await client.next()).toMatchObject({ id: 'one-more', type: 'error', payload: [{ extensions: { code: 'RATE_LIMITED' } }] });
    client.send({ id: '0', type: 'complete' });
    client.send(query('now', '{ __typename }'));
    expect(await client.next()).toMatchObject({ id: 'now', type: 'next' });
  });

  it('run mutations and give field errors inside next', async () => {
    await using client = await rawSocket(gateway.socketUrl);
    await client.init();
    const before = gateway.state.touched;
    client.send(query('1', 'mutation { touch }'));
    expect(await client.next()).toEqual({ id: '1', type: 'next', payload: { data: { touch: before + 1 } } });
    expect(await client.next()).toEqual({ id: '1', type: 'complete' });
  });

  it('may be sent 100 at once, and no more', async () => {
    await using client = await rawSocket(gateway.socketUrl);
    for (let count = 0; count < 100; count += 1) client.send({ type: 'pong' });
    client.send({ type: 'ping' });
    expect((await client.closed).code).toBe(1013);
  });
});
