import { freePort } from '@veza/testing';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { SubgraphFailure, type SubgraphTransport } from '../src/transport/port.ts';
import { post, send } from './app-fixture/ask.ts';
import { fixtureSupergraph, fixtureTransports, startGateway, type RunningGateway } from './app-fixture/gateway.ts';

const DOORS = ['/livez', '/readyz', '/startupz', '/metrics', '/supergraph.graphql'];

/** An address of this machine that others may use. */
const outside = Object.values(networkInterfaces())
  .flat()
  .find((address) => address?.family === 'IPv4' && !address.internal)?.address;

/** A subgraph that is away. */
const away = (): ReadonlyMap<string, SubgraphTransport> => {
  const call = () => Promise.reject(new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'away', { kind: 'unreachable' }));
  return new Map(Array.from(fixtureTransports(), ([name, transport]) => [name, { ...transport, call }]));
};

async function openSocket({ socketUrl }: RunningGateway): Promise<WebSocket> {
  const socket = new WebSocket(socketUrl, 'graphql-transport-ws');
  await once(socket, 'open');
  return socket;
}

/** Status and body of a path on the port of operators. */
async function look(opsPort: number, path: string): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(`http://127.0.0.1:${opsPort}${path}`);
  return { status: response.status, text: await response.text() };
}

describe('the doors of operators on the public port', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway({ host: '0.0.0.0' })));
  afterAll(() => gateway[Symbol.asyncDispose]());
  const port = () => new URL(gateway.url).port;

  it.each(DOORS)('are open on this machine: %s', async (path) => {
    expect((await look(Number(port()), path)).status).toBe(200);
  });

  it.each(['x-forwarded-for', 'Forwarded', 'x-real-ip', 'via'])(
    'are not there for whoever comes through a proxy, as %s says',
    async (name) => {
      const status = await new Promise((resolve) => {
        request(`http://127.0.0.1:${port()}/metrics`, { headers: { [name]: '203.0.113.7' } }, (response) => {
          resolve(response.resume().statusCode);
        }).end();
      });
      expect(status).toBe(404);
    },
  );

  it.skipIf(outside === undefined)('are not there for other machines', async () => {
    expect((await fetch(`http://${outside}:${port()}/schema.graphql`)).status).toBe(200);
    for (const path of DOORS) {
      const { status, headers } = await fetch(`http://${outside}:${port()}${path}`);
      expect([status, headers.get('content-type')], path).toEqual([404, 'application/problem+json; charset=utf-8']);
    }
  });

  it('tell the whole supergraph, which the public schema does not', async () => {
    expect((await look(Number(port()), '/supergraph.graphql')).text).toContain('join__Graph');
  });
});

describe('the doors of operators on a port of their own', () => {
  it('are open there and not there on the public port', async () => {
    const opsPort = await freePort();
    await using gateway = await startGateway({ opsPort });
    for (const path of DOORS) {
      expect((await look(opsPort, path)).status, path).toBe(200);
      expect((await send(gateway, path)).status, path).toBe(404);
    }
    expect((await fetch(`http://127.0.0.1:${opsPort}/graphql`, { method: 'POST' })).status).toBe(404);
  });

  it('tell of the end while sockets are sent away', async () => {
    const opsPort = await freePort();
    const gateway = await startGateway({ opsPort, drainMs: 3_000 });
    const open = await Promise.all([1, 2, 3].map(() => openSocket(gateway)));
    const closed = gateway[Symbol.asyncDispose]();
    expect(await look(opsPort, '/readyz')).toEqual({ status: 503, text: '{"status":"unavailable","because":["draining"]}' });
    expect((await look(opsPort, '/startupz')).status).toBe(200);
    await closed;
    for (const socket of open) socket.terminate();
  });
});

describe('the metrics', () => {
  it('stand in the README, every one of the gateway and none besides', async () => {
    const source = { name: 'test', pollMs: 60_000, read: () => Promise.resolve(fixtureSupergraph()) };
    await using gateway = await startGateway({ source, shadowPercent: 1 });
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const told = new Set(Array.from(readme.matchAll(/`(veza_[a-z_]+)`/g), ([, name]) => name));
    const names = (await gateway.metrics.getMetricsAsJSON()).map(({ name }) => name).filter((name) => name.startsWith('veza_'));
    expect(new Set(names)).toEqual(told);
  });
});

describe('readiness', () => {
  it('does not come before the subgraphs were seen to refuse, and says what it waits for; life does not wait', async () => {
    const opsPort = await freePort();
    await using gateway = await startGateway({ opsPort, transports: away() });
    expect(gateway.app.isReady()).toBe(false);
    const because = '{"status":"unavailable","because":["accessSelfTest"]}';
    expect(await look(opsPort, '/readyz')).toEqual({ status: 503, text: because });
    expect(await look(opsPort, '/startupz')).toEqual({ status: 503, text: because });
    expect((await look(opsPort, '/livez')).status).toBe(200);
  });

  it('stays when a subgraph that was there goes away', async () => {
    const state = { isUp: true };
    const flapping = new Map(
      Array.from(fixtureTransports(), ([name, transport]): [string, SubgraphTransport] => [
        name,
        {
          ...transport,
          call: (...call) => (state.isUp ? transport.call(...call) : Promise.reject(new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'away'))),
        },
      ]),
    );
    await using gateway = await startGateway({ transports: flapping });
    state.isUp = false;
    expect((await post(gateway, { query: '{ person(id: "1") { id } }' })).json.errors[0].extensions.code).toBe('SUBGRAPH_UNAVAILABLE');
    expect((await send(gateway, '/readyz')).status).toBe(200);
  });
});
