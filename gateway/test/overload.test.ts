import { once } from 'node:events';
import { OperationTypeNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Overload } from '../src/overload/overload.ts';
import type { Priority } from '../src/overload/priority.ts';
import { codes, post, send, transports } from './app-fixture/ask.ts';
import { startGateway } from './app-fixture/gateway.ts';

const RETRY_MS = 2_300;

/** An overload that a test switches. */
function switched(...refused: readonly Priority[]): Overload & { refused: readonly Priority[] } {
  const state = { refused, refuses: (priority: Priority) => state.refused.includes(priority), retryAfterMs: () => RETRY_MS };
  return state;
}

/** Mutations are essential, and one query can wait. */
const priorityOf = (kind: OperationTypeNode, field: string): Priority =>
  kind === OperationTypeNode.MUTATION ? 'essential' : field === 'people' ? 'deferrable' : 'usual';

const everything: readonly Priority[] = ['essential', 'usual', 'discovery', 'deferrable'];

describe.each(transports.filter(([name]) => name !== 'an event stream'))('too much to do over %s', (_name, ask) => {
  it('refuses what can wait, says when to come back, and does the rest', async () => {
    await using gateway = await startGateway({ overload: switched('deferrable'), priorityOf });
    const refused = await ask(gateway, '{ people { nodes { id } } }');
    expect(codes(refused)).toEqual(['OVERLOADED']);
    expect(refused.errors?.[0]?.extensions).toMatchObject({ retryable: true, retryAfterMs: RETRY_MS });
    expect(refused).not.toHaveProperty('data');
    expect((await ask(gateway, '{ person(id: "1") { id } }')).data).toEqual({ person: { id: '1' } });
    expect(await gateway.metrics.metrics()).toContain('veza_shed_total{class="deferrable",door="operation"} 1');
  });
});

describe('too much of everything', () => {
  it('leaves what is essential to the last', async () => {
    await using gateway = await startGateway({ overload: switched('usual', 'discovery', 'deferrable'), priorityOf });
    expect((await post(gateway, { query: 'mutation { touch }' })).json.data).toEqual({ touch: 1 });
    expect((await post(gateway, { query: '{ person(id: "1") { id } }' })).status).toBe(503);
  });

  it('refuses requests before their body is read, with 503 and a time, and answers the doors of operators', async () => {
    await using gateway = await startGateway({ overload: switched(...everything) });
    const refused = await post(gateway, 'not even JSON');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '3']);
    expect(refused.json.errors[0].extensions).toMatchObject({ code: 'OVERLOADED', retryAfterMs: RETRY_MS });
    for (const door of ['/livez', '/readyz', '/startupz', '/metrics']) expect((await send(gateway, door)).status).toBe(200);
    expect((await send(gateway, '/metrics')).text).toContain('veza_shed_total{class="essential",door="request"} 1');
  });

  it('opens no event stream', async () => {
    await using gateway = await startGateway({ overload: switched('usual', 'discovery', 'deferrable') });
    const query = 'subscription { count(to: 2) { number } }';
    const refused = await post(gateway, { query }, { accept: 'text/event-stream' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '3']);
    expect(refused.text).toContain('OVERLOADED');
  });

  it('opens no new socket and starts no operation on those that are open', async () => {
    const overload = switched();
    await using gateway = await startGateway({ overload });
    const open = new WebSocket(gateway.socketUrl, 'graphql-transport-ws');
    await once(open, 'open');
    const said: { type: string }[] = [];
    open.on('message', (data: Buffer) => void said.push(JSON.parse(data.toString()) as { type: string }));
    open.send('{"type":"connection_init"}');
    await expect.poll(() => said.length).toBe(1);
    overload.refused = everything;
    open.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: 'subscription { count(to: 2) { number } }' } }));
    await expect.poll(() => said.at(-1)).toMatchObject({ id: '1', type: 'error', payload: [{ extensions: { code: 'OVERLOADED' } }] });
    const late = new WebSocket(gateway.socketUrl, 'graphql-transport-ws').on('error', () => undefined);
    const [, response] = (await once(late, 'unexpected-response')) as [unknown, { statusCode: number; headers: Record<string, string> }];
    expect(response.statusCode).toBe(503);
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    expect(open.readyState).toBe(WebSocket.OPEN);
    open.close();
    late.terminate();
  });

  it('is over by itself: a process with nothing to do refuses nothing', async () => {
    await using gateway = await startGateway({ limits: { eventLoopDelayMs: 100_000 } });
    expect((await post(gateway, { query: '{ person(id: "1") { id } }' })).status).toBe(200);
  });
});
