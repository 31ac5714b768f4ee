import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { systemClock } from '@veza/kernel';
import { parse } from 'graphql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { httpTransport } from '../../src/transport/http.ts';
import type { SubgraphOperation, SubgraphTransport } from '../../src/transport/port.ts';
import { callMeta } from '../executor/fixture.ts';

const text = 'subscription { tick }';
const operation: SubgraphOperation = { kind: 'subscription', name: undefined, text, document: parse(text) };

/** Answers every subscription with one event. */
function serveTicks(server: Server): void {
  const sockets = new WebSocketServer({ server, handleProtocols: () => 'graphql-transport-ws' });
  sockets.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      const { type, id } = JSON.parse(data.toString()) as { type: string; id?: string };
      if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
      if (type === 'subscribe') socket.send(JSON.stringify({ id, type: 'next', payload: { data: { tick: 1 } } }));
    });
  });
}

describe('the socket to a subgraph that was lost', () => {
  let server: Server;
  let transport: SubgraphTransport;
  let tries = 0;
  let isAway = true;

  beforeEach(async () => {
    tries = 0;
    isAway = true;
    server = createServer();
    server.on('connection', (socket: Socket) => {
      tries += 1;
      if (isAway) socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
    transport = httpTransport({ name: 'ticks', url, clock: systemClock, random: () => 0.5, tokenFor: () => Promise.resolve('token') });
  });
  afterEach(async () => {
    await transport.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** Subscribes until an event comes, however often it has to; answers how often it was lost. */
  async function insist(signal: AbortSignal): Promise<number> {
    for (let lost = 0; !signal.aborted; lost += 1) {
      try {
        for await (const _answer of transport.subscribe(operation, {}, callMeta({ signal }))) return lost;
      } catch {
        // Lost: once more.
      }
    }
    return -1;
  }

  it('is tried by a hundred subscriptions as by one, at a pace, and found by all when it is back', async () => {
    serveTicks(server);
    const all = Promise.all(Array.from({ length: 100 }, () => insist(AbortSignal.timeout(20_000))));
    await expect.poll(() => tries, { timeout: 10_000 }).toBeGreaterThanOrEqual(3);
    isAway = false;
    const lost = await all;
    expect(lost.every((times) => times >= 1)).toBe(true);
    expect(tries).toBeLessThan(15);
  });

  it('lets a subscription that nobody wants any more go while it waits', async () => {
    const leaving = new AbortController();
    const insisting = insist(leaving.signal);
    await expect.poll(() => tries).toBeGreaterThanOrEqual(2);
    leaving.abort();
    expect(await insisting).toBe(-1);
  });
});
