import { connect } from 'node:net';
import type { AccessTokenVerifier } from '@veza/auth';
import { inProcessRateLimiter } from '@veza/key-value/in-process';
import { systemClock } from '@veza/kernel';
import { waitUntil } from '@veza/testing';
import { describe, expect, it } from 'vitest';
import { openEventStream } from './app-fixture/event-stream.ts';
import { handMadeRevocations, person, startGateway, tokens, type RunningGateway } from './app-fixture/gateway.ts';
import { rawSocket } from './app-fixture/raw-socket.ts';

const socketTiming = { tickMs: 20, pingMs: 25_000, idleMs: 60_000, stalledMs: 500, expiryWarningMs: 1_000 };
const COUNT = 'subscription($to: Int!, $everyMs: Int, $bytes: Int) { count(to: $to, everyMs: $everyMs, bytes: $bytes) { number padding } }';
const endless = { query: COUNT, variables: { to: 1_000_000, everyMs: 20 } };
const ada = { headers: { authorization: 'Bearer ada' } };
const unauthenticated = { event: 'next', data: expect.stringContaining('"code":"UNAUTHENTICATED"') as string };
const complete = { event: 'complete', data: '' };

const noUpstream = (gateway: RunningGateway) => waitUntil(() => gateway.state.streams === 0, { timeoutMs: 2_000 });

describe('an event stream ends', () => {
  it('with its token: the client is told, and the operation is over', async () => {
    const short: AccessTokenVerifier = {
      verify: (token) =>
        Promise.resolve(token === 'short' ? person('ada', { expiresAt: Math.ceil(Date.now() / 1000) + 1 }) : tokens[token]),
    };
    await using gateway = await startGateway({ verifier: short, socketTiming });
    const stream = await openEventStream(gateway, endless, { headers: { authorization: 'Bearer short' } });
    expect((await stream.rest()).slice(-2)).toEqual([unauthenticated, complete]);
    await noUpstream(gateway);
  });

  it('with its session, at once', async () => {
    const revocations = handMadeRevocations();
    await using gateway = await startGateway({ revocations });
    const stream = await openEventStream(gateway, endless, ada);
    await stream.next();
    revocations.revoke(tokens['ada']!.sessionId);
    expect((await stream.rest()).slice(-2)).toEqual([unauthenticated, complete]);
    await noUpstream(gateway);
  });

  it('with the gateway, which says when to come again and completes nothing', async () => {
    const gateway = await startGateway();
    const stream = await openEventStream(gateway, endless);
    await stream.next();
    await gateway.app.close();
    const last = (await stream.rest()).at(-1);
    expect(last).toEqual({ retry: '500' });
  });

  it('when its client takes nothing any more; until then no more than its bound waits for it', async () => {
    await using gateway = await startGateway({ socketTiming });
    const { hostname, port } = new URL(gateway.url);
    const body = JSON.stringify({ query: COUNT, variables: { to: 100_000, everyMs: 0, bytes: 16_000 } });
    const head = ['POST /graphql HTTP/1.1', 'Host: a', 'Accept: text/event-stream', 'Content-Type: application/json'];
    const client = connect(Number(port), hostname, () =>
      client.write(`${head.join('\r\n')}\r\nContent-Length: ${body.length}\r\n\r\n${body}`),
    );
    client.pause();
    const ended = new Promise((resolve) => client.once('close', resolve));
    await waitUntil(() => gateway.state.events > 10, { timeoutMs: 5_000 });
    await noUpstream(gateway);
    // A MiB waits here; the rest is what two kernels hold of a connection.
    expect(gateway.state.events * 16_000).toBeLessThan(16 * 1024 * 1024);
    client.resume();
    await ended;
  });
});

describe('a client that is gone before its stream begins', () => {
  it('leaves nothing behind, at whatever moment it goes', async () => {
    await using gateway = await startGateway({ limits: { userSockets: 1 } });
    const { hostname, port } = new URL(gateway.url);
    const head = [
      'POST /graphql HTTP/1.1',
      'Host: a',
      'Accept: text/event-stream',
      'Content-Type: application/json',
      'Authorization: Bearer ada',
    ];
    for (let round = 0; round < 30; round += 1) {
      // A text of its own has to be planned, which takes a while.
      const body = JSON.stringify({ query: `subscription { count(to: 1000000, everyMs: 20) { number a${round}: number } }` });
      const client = connect(Number(port), hostname, () => {
        client.write(`${head.join('\r\n')}\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
        setTimeout(() => client.destroy(), round);
      });
      await new Promise((resolve) => client.once('close', resolve));
    }
    await noUpstream(gateway);
    const stream = await openEventStream(gateway, endless, ada);
    expect(stream.status).toBe(200);
    stream.leave();
  });
});

describe('limits', () => {
  it('count sockets and streams of a person together', async () => {
    await using gateway = await startGateway({ limits: { userSockets: 2 } });
    await using socket = await rawSocket(gateway.socketUrl);
    await socket.init('ada');
    const stream = await openEventStream(gateway, endless, ada);
    const refused = await openEventStream(gateway, endless, ada);
    expect([stream.status, refused.status]).toEqual([200, 429]);
    await using second = await rawSocket(gateway.socketUrl);
    second.send({ type: 'connection_init', payload: { authorization: 'Bearer ada' } });
    expect((await second.closed).code).toBe(4429);
    stream.leave();
    refused.leave();
    await noUpstream(gateway);
  });

  it('count sockets and streams of one household together, whoever asks, until they are over', async () => {
    await using gateway = await startGateway({ limits: { addressSockets: 2 }, trustedProxyHops: 1 });
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    const home = from('203.0.113.7');
    await using socket = await rawSocket(gateway.socketUrl, home);
    const stream = await openEventStream(gateway, endless, home);
    const refused = await openEventStream(gateway, endless, home);
    const elsewhere = await openEventStream(gateway, endless, from('203.0.113.8'));
    expect([stream.status, refused.status, elsewhere.status]).toEqual([200, 429, 200]);
    stream.leave();
    elsewhere.leave();
    await noUpstream(gateway);
    const later = await openEventStream(gateway, endless, home);
    expect([later.status, socket.socket.readyState]).toEqual([200, 1]);
    later.leave();
    refused.leave();
    await noUpstream(gateway);
  });

  it('over time refuse a stream by 429 and tell what is left', async () => {
    const rate = { capacity: 1, refillPerSecond: 0.01 };
    const rateLimits = { limiter: inProcessRateLimiter({ clock: systemClock }), user: rate, anonymous: rate };
    await using gateway = await startGateway({ rateLimits });
    const first = await openEventStream(gateway, { query: '{ __typename }' }, ada);
    expect(first.headers.get('ratelimit-policy')).toBe('"points";q=1;w=100');
    expect((await first.rest())[0]!['data']).toContain('"requestedQueryCost":1');
    const second = await openEventStream(gateway, endless, ada);
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '100']);
    second.leave();
  });
});
