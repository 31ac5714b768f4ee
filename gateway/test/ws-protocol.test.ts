import { setTimeout as sleep } from 'node:timers/promises';
import type { AccessTokenVerifier } from '@veza/auth';
import { waitUntil } from '@veza/testing';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handMadeRevocations, person, startGateway, tokens, type RunningGateway } from './app-fixture/gateway.ts';
import { rawSocket } from './app-fixture/raw-socket.ts';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const query = (id: string, text: string, variables?: unknown) => ({ id, type: 'subscribe', payload: { query: text, variables } });
const endless = 'subscription { count(to: 1000000, everyMs: 20) { number } }';

/** The status with which an upgrade is refused. */
function upgradeStatus(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, 'graphql-transport-ws', { headers });
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('open', () => {
      resolve(101);
      socket.terminate();
    });
  });
}

describe('the upgrade', () => {
  it.each([
    ['https://app.example', 101],
    ['http://localhost:4000', 101],
    ['https://evil.example', 403],
    ['null', 403],
  ])('answers the origin %s with %i', async (origin, status) => {
    expect(await upgradeStatus(gateway.socketUrl, { origin })).toBe(status);
  });

  it('is refused on any other path', async () => {
    expect(await upgradeStatus(gateway.socketUrl.replace('/graphql', '/other'), {})).toBe(404);
  });

  it.each([[null], ['graphql-ws'], ['other']])('ends with 4406 for the sub-protocol %s', async (protocol) => {
    await using client = await rawSocket(gateway.socketUrl, { protocol });
    expect(await client.closed).toEqual({ code: 4406, reason: 'Subprotocol not acceptable' });
  });
});

describe('malformed messages', () => {
  it.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['no type', {}],
    ['an unknown type', { type: 'start' }],
    ['a type of the server: next', { type: 'next', id: '1', payload: {} }],
    ['a type of the server: error', { type: 'error', id: '1', payload: [] }],
    ['a type of the server: connection_ack', { type: 'connection_ack' }],
    ['subscribe without an id', { type: 'subscribe', payload: { query: '{ __typename }' } }],
    ['subscribe with an empty id', { type: 'subscribe', id: '', payload: { query: '{ __typename }' } }],
    ['subscribe with a number as id', { type: 'subscribe', id: 1, payload: { query: '{ __typename }' } }],
    ['subscribe without a payload', { type: 'subscribe', id: '1' }],
    ['subscribe without a query', { type: 'subscribe', id: '1', payload: {} }],
    ['subscribe with variables that are a list', { type: 'subscribe', id: '1', payload: { query: '{ __typename }', variables: [] } }],
    ['subscribe with a name that is no text', { type: 'subscribe', id: '1', payload: { query: '{ __typename }', operationName: 1 } }],
    ['subscribe with extensions that are text', { type: 'subscribe', id: '1', payload: { query: '{ __typename }', extensions: '' } }],
    ['complete without an id', { type: 'complete' }],
    ['init with a payload that is text', { type: 'connection_init', payload: 'x' }],
    ['ping with a payload that is a list', { type: 'ping', payload: [] }],
    ['JSON that is nested too deep', `${'['.repeat(65)}${']'.repeat(65)}`],
  ])('end the socket with 4400: %s', async (_what, message) => {
    await using client = await rawSocket(gateway.socketUrl);
    client.send(message);
    const { code, reason } = await client.closed;
    expect(code).toBe(4400);
    expect(reason).not.toBe('');
    expect(Buffer.byteLength(reason)).toBeLessThanOrEqual(123);
  });

  it('end the socket with 4400 when they are binary', async () => {
    await using client = await rawSocket(gateway.socketUrl);
    client.socket.send(Buffer.from('{"type":"connection_init"}'), { binary: true });
    expect((await client.closed).code).toBe(4400);
  });

  it('cut a long reason at the end of a character', async () => {
    await using client = await rawSocket(gateway.socketUrl);
    client.send({ type: `${'é'.repeat(100)}` });
    const { code, reason } = await client.closed;
    expect([code, reason.includes('\ufffd')]).toEqual([4400, false]);
  });

  it('end the socket with 1009 above 64 KiB, and not at it', async () => {
    const sized = (bytes: number) => {
      const rest = JSON.stringify({ type: 'ping', payload: { p: '' } }).length;
      return JSON.stringify({ type: 'ping', payload: { p: 'x'.repeat(bytes - rest) } });
    };
    await using client = await rawSocket(gateway.socketUrl);
    client.send(sized(64 * 1024));
    expect((await client.next())['type']).toBe('pong');
    client.send(sized(64 * 1024 + 1));
    expect((await client.closed).code).toBe(1009);
  });
});

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
    client.send(query('2', endless));
    await client.next();
    await waitUntil(() => gateway.state.streams === before + 2, { timeoutMs: 1_000 });
    client.socket.terminate();
    await waitUntil(() => gateway.state.streams === before, { timeoutMs: 1_000 });
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

describe('pings', () => {
  it('are answered at once, before the ack too, with their payload', async () => {
    await using client = await rawSocket(gateway.socketUrl);
    client.send({ type: 'ping', payload: { at: 1 } });
    expect(await client.next()).toEqual({ type: 'pong', payload: { at: 1 } });
  });

  it('come from the server; a client that is silent all the same is dropped', async () => {
    const socketTiming = { tickMs: 10, pingMs: 30, idleMs: 150, stalledMs: 10_000, expiryWarningMs: 1_000 };
    await using quick = await startGateway({ socketTiming });
    await using answering = await rawSocket(quick.socketUrl);
    await using silent = await rawSocket(quick.socketUrl, { autoPong: false } as { protocol?: string });
    await Promise.all([answering.init(), silent.init()]);
    let pings = 0;
    answering.socket.on('ping', () => (pings += 1));
    expect((await silent.closed).code).toBe(1006);
    await waitUntil(() => pings > 3, { timeoutMs: 2_000 });
    expect(answering.socket.readyState).toBe(WebSocket.OPEN);
  });
});

describe('the end of a token', () => {
  const socketTiming = { tickMs: 20, pingMs: 25_000, idleMs: 60_000, stalledMs: 30_000, expiryWarningMs: 600 };
  /** A token that, whenever it is looked at, has one to two seconds left. */
  const short: AccessTokenVerifier = {
    verify: (token) => Promise.resolve(token === 'short' ? person('ada', { expiresAt: Math.ceil(Date.now() / 1000) + 1 }) : tokens[token]),
  };

  it('is told ahead, then ends the socket with 4403', async () => {
    await using impatient = await startGateway({ verifier: short, socketTiming });
    await using client = await rawSocket(impatient.socketUrl);
    await client.init('short');
    const warning = await client.next();
    expect(warning).toMatchObject({ type: 'ping', payload: { expiresInMs: expect.any(Number) as number } });
    expect(await client.closed).toEqual({ code: 4403, reason: 'Forbidden' });
  });

  it('is put off by a newer token of the same person in a ping', async () => {
    await using impatient = await startGateway({ verifier: short, socketTiming });
    await using client = await rawSocket(impatient.socketUrl);
    await client.init('short');
    client.send({ type: 'ping', payload: { token: 'ada-newer' } });
    expect(await client.next()).toEqual({ type: 'pong' });
    await sleep(2_200);
    expect(client.received).toEqual([]);
    expect(client.socket.readyState).toBe(WebSocket.OPEN);
  });

  it.each(['bob', 'forged'])('comes at once with the token “%s”', async (token) => {
    await using client = await rawSocket(gateway.socketUrl);
    await client.init('ada');
    client.send({ type: 'ping', payload: { token } });
    expect((await client.closed).code).toBe(4403);
  });
});

describe('revocation', () => {
  it('ends the sockets of the session with 4403 and refuses its token', async () => {
    const revocations = handMadeRevocations();
    await using revocable = await startGateway({ revocations });
    await using ada = await rawSocket(revocable.socketUrl);
    await using bob = await rawSocket(revocable.socketUrl);
    await Promise.all([ada.init('ada'), bob.init('bob')]);
    const startedAt = Date.now();
    revocations.revoke(tokens['ada']!.sessionId);
    expect((await ada.closed).code).toBe(4403);
    expect(Date.now() - startedAt).toBeLessThan(2_000);
    const answer = await fetch(`${revocable.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer ada' },
      body: '{"query":"{ __typename }"}',
    });
    expect(answer.status).toBe(401);
    expect(bob.socket.readyState).toBe(WebSocket.OPEN);
  });
});

describe('the end of the gateway', () => {
  it('sends every client away with 1012 and a time to wait', async () => {
    const ending = await startGateway();
    await using client = await rawSocket(ending.socketUrl);
    await client.init();
    await ending[Symbol.asyncDispose]();
    const { code, reason } = await client.closed;
    expect(code).toBe(1012);
    expect(JSON.parse(reason)).toEqual({ retryAfterMs: 500 });
  });
});
