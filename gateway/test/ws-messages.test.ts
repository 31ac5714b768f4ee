import { fixedClock, waitUntil } from '@veza/testing';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type RunningGateway } from './app-fixture/gateway.ts';
import { rawSocket } from './app-fixture/raw-socket.ts';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

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

describe('many sockets', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address });

  it('of one household are refused with 429 at the limit, whatever is free for others', async () => {
    await using crowded = await startGateway({ limits: { addressSockets: 2 }, trustedProxyHops: 1 });
    await using first = await rawSocket(crowded.socketUrl, { headers: from('203.0.113.7') });
    await using second = await rawSocket(crowded.socketUrl, { headers: from('203.0.113.7') });
    expect(await upgradeStatus(crowded.socketUrl, from('203.0.113.7'))).toBe(429);
    expect(await upgradeStatus(crowded.socketUrl, from('203.0.113.8'))).toBe(101);
    first.socket.terminate();
    await first.closed;
    await waitUntil(async () => (await upgradeStatus(crowded.socketUrl, from('203.0.113.7'))) === 101);
    expect(second.socket.readyState).toBe(WebSocket.OPEN);
  });

  it('at once are taken in 512 a second; the others are asked to come again', async () => {
    // Its clock stands still, so that no second begins.
    await using quiet = await startGateway({ clock: fixedClock(new Date()) });
    const statuses = [];
    for (let batch = 0; batch < 13; batch += 1) {
      statuses.push(...(await Promise.all(Array.from({ length: 40 }, () => upgradeStatus(quiet.socketUrl, {})))));
    }
    expect(statuses.filter((status) => status === 101)).toHaveLength(512);
    expect(statuses.filter((status) => status === 503)).toHaveLength(8);
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
