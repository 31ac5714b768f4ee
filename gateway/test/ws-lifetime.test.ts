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
    await using silent = await rawSocket(quick.socketUrl, { autoPong: false });
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
