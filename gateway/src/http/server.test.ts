import { defaultLimits } from '@veza/guard';
import { createMetrics, silentLog } from '@veza/telemetry';
import { request } from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { closeServer, httpDurations, httpServer } from './server.ts';

/** A server whose one route answers when it is told to. */
async function serverWithSlowRoute() {
  const options = { limits: defaultLimits, publicUrl: 'http://localhost', newRequestId: () => 'r', log: silentLog, trustedProxyHops: 0 };
  const server = httpServer(options, httpDurations(createMetrics()));
  let finish: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (finish = resolve));
  const entered = new Promise<void>((resolve) => {
    server.get('/slow', async () => {
      resolve();
      await answered;
      return 'done';
    });
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const asked = request(`${url}/slow`).end();
  const end = Promise.race([
    once(asked, 'response').then(([response]) => (response as { statusCode: number }).statusCode),
    once(asked, 'error').then(([error]) => (error as NodeJS.ErrnoException).code),
  ]).catch((error: NodeJS.ErrnoException) => error.code);
  await entered;
  return { server, end, finish };
}

describe('closing the server', () => {
  it('waits for a request in flight', async () => {
    const { server, end, finish } = await serverWithSlowRoute();
    const closed = closeServer(server, 10_000);
    setTimeout(finish, 20);
    await closed;
    expect(await end).toBe(200);
  });

  it('cuts a request that takes longer than it may', async () => {
    const { server, end } = await serverWithSlowRoute();
    await closeServer(server, 20);
    expect(await end).toBe('ECONNRESET');
  });

  it('does not wait for a connection on which nobody has asked anything', async () => {
    const { server, end, finish } = await serverWithSlowRoute();
    finish();
    expect(await end).toBe(200);
    const { port } = server.server.address() as AddressInfo;
    const arrived = once(server.server, 'connection');
    const spare = connect(port, '127.0.0.1').resume();
    await arrived;
    const gone = once(spare, 'close');
    await closeServer(server, 10_000);
    await gone;
    expect(server.server.listening).toBe(false);
  });
});
