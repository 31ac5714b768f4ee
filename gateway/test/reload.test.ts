import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { waitUntil } from '@veza/testing';
import { describe, expect, it } from 'vitest';
import type { Planner } from '../src/plan/planner.ts';
import type { PlannerOf } from '../src/supergraph/planners.ts';
import { fixtureSupergraph, startGateway, type GatewaySettings } from './app-fixture/gateway.ts';
import { rawSocket } from './app-fixture/raw-socket.ts';
import { recordedLog } from './app-fixture/recorded-log.ts';
import { plannerInPlace } from './planner-in-place.ts';

const SDL = fixtureSupergraph();
/** The same supergraph with another text. */
const version = (number: number): string => `${SDL}\n# ${number}\n`;
const without = (field: RegExp): string => SDL.replace(field, '');

/** A source that a test writes to, and what became of the supergraphs that were made of it. */
function scene(settings: GatewaySettings = {}) {
  const source = { name: 'the test', pollMs: 20, text: SDL, read: () => Promise.resolve(source.text) };
  const planned: string[][] = [];
  const planners: WeakRef<object>[] = [];
  const closed: string[] = [];
  const plannerOf: PlannerOf = (supergraphSdl) => {
    const inPlace = plannerInPlace(supergraphSdl);
    const documents: string[] = [];
    planned.push(documents);
    const planner: Planner = {
      ready: inPlace.ready,
      run(job) {
        if (job.kind === 'plan') documents.push(job.operation);
        return inPlace.run(job);
      },
      close: async () => void closed.push(supergraphSdl),
    };
    planners.push(new WeakRef(planner));
    return planner;
  };
  return { source, planned, planners, closed, start: () => startGateway({ source, plannerOf, ...settings }) };
}

const ask = async (url: string, query: string): Promise<unknown> => {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  return errors ?? data;
};

const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
};

describe('a reload of the supergraph', () => {
  it('fails no request under load, however often it comes, and leaves no old supergraph behind', async () => {
    const { source, closed, planners, start } = scene();
    await using gateway = await start();
    let isOver = false;
    let answered = 0;
    const wrong: unknown[] = [];
    const client = async (query: string, expected: unknown): Promise<void> => {
      while (!isOver) {
        const answer = await ask(gateway.url, query);
        answered += 1;
        if (JSON.stringify(answer) !== JSON.stringify(expected)) wrong.push(answer);
      }
    };
    const clients = [
      ...Array.from({ length: 4 }, () => client('{ slow(ms: 30) }', { slow: 'done' })),
      ...Array.from({ length: 4 }, () => client('{ person(id: "a") { name noteCount } }', { person: { name: 'name of a', noteCount: 3 } })),
      ...Array.from({ length: 2 }, () => client('mutation { __typename }', { __typename: 'Mutation' })),
    ];
    for (let number = 1; number <= 12; number += 1) {
      const before = answered;
      source.text = version(number);
      expect(await gateway.app.reload?.()).toMatchObject({ kind: 'swapped' });
      await waitUntil(() => answered > before + clients.length);
    }
    isOver = true;
    await Promise.all(clients);
    expect(wrong).toEqual([]);
    await waitUntil(() => closed.length === 12);
    await waitUntil(() => {
      collectGarbage();
      return planners.slice(0, -2).every((planner) => planner.deref() === undefined);
    });
  });

  it('plans the documents that are used most before it swaps, and only those that are still valid', async () => {
    const { source, planned, start } = scene();
    await using gateway = await start();
    const often = '{ person(id: "a") { name noteCount } }';
    for (const query of ['{ slow(ms: 1) }', often, often, '{ nested { id } }']) await ask(gateway.url, query);
    source.text = without(/^ {2}slow\(.*$/m);
    expect(source.text).not.toBe(SDL);
    expect(await gateway.app.reload?.()).toMatchObject({ kind: 'swapped' });
    expect(planned[1]).toHaveLength(2);
    expect(planned[1]?.[0]).toMatch(/noteCount/);
    expect(await ask(gateway.url, often)).toEqual({ person: { name: 'name of a', noteCount: 3 } });
    expect(planned[1]).toHaveLength(2);
    expect(await ask(gateway.url, '{ slow(ms: 1) }')).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });

  it('keeps what is served when the new one is bad, and says so', async () => {
    const { log, events } = recordedLog();
    const { source, start } = scene({ log });
    await using gateway = await start();
    source.text = 'type Query {';
    await waitUntil(() => events.some(({ event }) => event === 'supergraph.reload-failed'));
    source.text = SDL.replace('for: EXECUTION', 'for: SECURITY').replace('specs.apollo.dev/join/', 'specs.apollo.dev/unknown/');
    const door = await fetch(`${gateway.url}/-/reload`, { method: 'POST' });
    expect(door.status).toBe(422);
    expect(await door.json()).toMatchObject({ status: 'failed', reason: expect.any(String) as string });
    expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200);
    expect(await ask(gateway.url, '{ person(id: "a") { name } }')).toEqual({ person: { name: 'name of a' } });
    expect(await (await fetch(`${gateway.url}/metrics`)).text()).toMatch(/^veza_supergraph_reload_failed_total [2-9]$/m);
    expect(await (await fetch(`${gateway.url}/supergraph.graphql`)).text()).toBe(SDL);
  });

  it('comes by itself when the source changes, and shows in everything that is published of the schema', async () => {
    const { source, start } = scene();
    await using gateway = await start();
    const before = await fetch(`${gateway.url}/schema.graphql`);
    source.text = without(/^ {2}slow\(.*$/m);
    await waitUntil(async () => !(await (await fetch(`${gateway.url}/schema.graphql`)).text()).includes('slow('));
    const after = await fetch(`${gateway.url}/schema.graphql`);
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    expect(await (await fetch(`${gateway.url}/supergraph.graphql`)).text()).toBe(source.text);
    const door = await fetch(`${gateway.url}/-/reload`, { method: 'POST' });
    expect(await door.json()).toMatchObject({ status: 'unchanged' });
  });

  it('is refused when a subgraph gives to nobody in particular what the new supergraph says is guarded', async () => {
    const { source, start } = scene();
    await using gateway = await start();
    source.text = SDL.replace(/(nested: Person .*)level: "PUBLIC"/, '$1level: "VIEWER"');
    expect(source.text).not.toBe(SDL);
    expect(await gateway.app.reload?.()).toMatchObject({ kind: 'failed', reason: expect.stringContaining('PUBLIC') as string });
    expect(await ask(gateway.url, '{ nested { id } }')).toEqual({ nested: { id: 'root' } });
  });

  it('lets a subscription go on, without a gap and in order', async () => {
    const { source, start } = scene();
    await using gateway = await start();
    await using client = await rawSocket(gateway.socketUrl);
    await client.init();
    client.send({
      id: 'c',
      type: 'subscribe',
      payload: { query: 'subscription { count(to: 60, everyMs: 10) { number owner { noteCount } } }' },
    });
    const numbers: unknown[] = [];
    const joined = new Set<unknown>();
    let message = await client.next();
    for (; message['type'] === 'next'; message = await client.next()) {
      const { data } = message['payload'] as { data: { count: { number: number; owner: { noteCount: number } } } };
      const { number, owner } = data.count;
      joined.add(owner.noteCount);
      numbers.push(number);
      if (number % 20 !== 5) continue;
      source.text = version(number);
      void gateway.app.reload?.();
    }
    expect(message['type']).toBe('complete');
    expect([...joined]).toEqual([3]);
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(gateway.state.streams).toBe(0);
  });

  it('is no door of a gateway whose supergraph cannot change', async () => {
    await using gateway = await startGateway();
    expect(gateway.app.reload).toBeUndefined();
    expect((await fetch(`${gateway.url}/-/reload`, { method: 'POST' })).status).toBe(404);
  });
});
