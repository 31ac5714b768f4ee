import { createMetrics } from '@veza/telemetry';
import { waitUntil } from '@veza/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callMetrics } from '../../../src/plan/own/calls/call-metrics.ts';
import type { SubgraphAnswer } from '../../../src/transport/port.ts';
import { ada, bob, BUY, COUNT, gate, ITEM, PRICE, SECRET, stoppedClock, to, whole } from './parts.ts';
import { openScene, scenePlanner, type Scene, type SeenCall } from './scene.ts';

const planner = scenePlanner();
afterAll(() => planner.close());

describe('equal fetches under way at the same time', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = openScene(planner);
    scene.respond = whole;
    await scene.plan(ITEM, PRICE, COUNT, SECRET, BUY);
  });
  afterEach(() => scene[Symbol.asyncDispose]());

  it('are sent once, and each request gets an answer of its own', async () => {
    const answers = await Promise.all([ITEM, ITEM, ITEM].map((document) => scene.run(document, { id: 'i1' }, { caller: ada })));
    expect(answers.map(({ data }) => data)).toEqual(Array.from({ length: 3 }, () => ({ item: { title: 'T i1' } })));
    expect(scene.calls).toHaveLength(1);
  });

  it('are sent apart where variables differ', async () => {
    await Promise.all(['i1', 'i2'].map((id) => scene.run(ITEM, { id })));
    expect(scene.calls).toHaveLength(2);
  });

  it('that are public are shared by everybody and tell nothing of anybody', async () => {
    const from = { clientAddress: '192.0.2.1', userAgent: 'Browser', idempotencyKey: 'once' };
    await Promise.all([scene.run(ITEM, { id: 'i1' }, { caller: ada, ...from }), scene.run(ITEM, { id: 'i1' }, { caller: bob })]);
    expect(scene.calls).toHaveLength(1);
    const [{ meta }] = scene.calls as [SeenCall];
    expect(meta.caller).toEqual({ kind: 'anonymous', scopes: [] });
    expect(meta.clientAddress).toBeUndefined();
    expect(meta).not.toMatchObject({ userAgent: 'Browser' });
    expect(meta).not.toMatchObject({ idempotencyKey: 'once' });
  });

  it.each([
    ['of a viewer', PRICE, { id: 'i1' }],
    ['of a thing that not everybody may see', SECRET, {}],
  ])('%s are never shared by two people', async (_, document, variables) => {
    await Promise.all([scene.run(document, variables, { caller: ada }), scene.run(document, variables, { caller: bob })]);
    const shop = to(scene.calls, 'shop');
    expect(shop.map(({ meta }) => meta.caller)).toEqual([ada, bob]);
  });

  it('of nobody are not shared by two addresses', async () => {
    await Promise.all(['192.0.2.1', '192.0.2.2'].map((clientAddress) => scene.run(PRICE, { id: 'i1' }, { clientAddress })));
    expect(scene.calls).toHaveLength(2);
  });

  it('are shared by equal foreign headers only, and nothing is public then', async () => {
    const as = (authorization: string) => scene.run(ITEM, { id: 'i1' }, { forwardedHeaders: { authorization } });
    await Promise.all([as('one'), as('one'), as('two')]);
    expect(scene.calls.map(({ meta }) => meta.forwardedHeaders)).toEqual([{ authorization: 'one' }, { authorization: 'two' }]);
  });

  it('are not joined when they are older than 20 ms', async () => {
    const { open, opened } = gate();
    scene.respond = (call) => opened.then(() => whole(call));
    const first = scene.run(ITEM, { id: 'i1' });
    await sleep(30);
    const second = scene.run(ITEM, { id: 'i1' });
    await waitUntil(() => scene.calls.length === 2, { timeoutMs: 5000 });
    open();
    expect((await Promise.all([first, second])).map(({ data }) => data)).toEqual([
      { item: { title: 'T i1' } },
      { item: { title: 'T i1' } },
    ]);
  });

  it('that left before a mutation of the same person was answered are not joined, whatever the session', async () => {
    await using still = openScene(planner, { clock: stoppedClock() });
    const { open, opened } = gate();
    still.respond = (call) => (call.operation.kind === 'mutation' ? whole(call) : opened.then(() => whole(call)));
    const before = still.run(ITEM, { id: 'i1' }, { caller: bob });
    await waitUntil(() => still.calls.length === 1, { timeoutMs: 5000 });
    await still.run(BUY, { id: 'i1' }, { caller: ada });
    const others = still.run(ITEM, { id: 'i1' }, { caller: bob });
    const own = still.run(ITEM, { id: 'i1' }, { caller: { ...ada, sessionId: 'session_00000000000000000000000009' } });
    await waitUntil(() => still.calls.length === 3, { timeoutMs: 5000 });
    open();
    await Promise.all([before, others, own]);
    expect(still.calls.map(({ operation }) => operation.kind)).toEqual(['query', 'mutation', 'query']);
  });

  it('do not give an event what was asked for before it', async () => {
    await using still = openScene(planner, { clock: stoppedClock() });
    const { open, opened } = gate();
    still.respond = (call) => (call.service === 'stock' ? opened.then(() => whole(call)) : whole(call));
    const before = still.run(COUNT, { id: 'i1' });
    await waitUntil(() => to(still.calls, 'stock').length === 1, { timeoutMs: 5000 });
    still.events = (async function* () {
      await Promise.resolve();
      yield { data: { sold: { __typename: 'Item', id: 'i1' } } } as SubgraphAnswer;
    })();
    const answers = (await still.subscribe('subscription { sold { count } }'))[Symbol.asyncIterator]();
    const first = answers.next();
    await waitUntil(() => to(still.calls, 'stock').length === 2, { timeoutMs: 5000 });
    open();
    expect((await first).value).toMatchObject({ dataJson: '{"sold":{"count":7}}' });
    await before;
    await answers.return?.();
  });

  it('wait for the last who needs them, and are given up with the last', async () => {
    scene.respond = () => new Promise(() => undefined);
    const [one, other] = [new AbortController(), new AbortController()];
    const answers = [one, other].map(({ signal }) => scene.run(ITEM, { id: 'i1' }, { signal }));
    await waitUntil(() => scene.calls.length === 1, { timeoutMs: 5000 });
    one.abort();
    expect(await answers[0]).toMatchObject({ data: { item: null } });
    expect(scene.calls[0]!.signal.aborted).toBe(false);
    other.abort();
    await answers[1];
    expect(scene.calls[0]!.signal.aborted).toBe(true);
    void scene.run(ITEM, { id: 'i1' }, { deadlineAt: Date.now() + 20 });
    await waitUntil(() => scene.calls.length === 2, { timeoutMs: 5000 });
  });

  it('end for each request at its own deadline', async () => {
    scene.respond = () => new Promise(() => undefined);
    const now = Date.now();
    const [soon, later] = [
      scene.run(ITEM, { id: 'i1' }, { deadlineAt: now + 50 }),
      scene.run(ITEM, { id: 'i1' }, { deadlineAt: now + 400 }),
    ];
    expect(await soon).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_TIMEOUT' } }] });
    expect(scene.calls[0]!.signal.aborted).toBe(false);
    expect(await later).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_TIMEOUT' } }] });
    expect(scene.calls).toHaveLength(1);
  });

  it('are not joined by a request that may wait much longer', async () => {
    const { open, opened } = gate();
    scene.respond = (call) => opened.then(() => whole(call));
    const answers = [1000, 9000].map((ms) => scene.run(ITEM, { id: 'i1' }, { deadlineAt: Date.now() + ms }));
    await waitUntil(() => scene.calls.length === 2, { timeoutMs: 5000 });
    open();
    expect((await Promise.all(answers)).flatMap(({ errors }) => errors)).toEqual([]);
  });

  it('fail together', async () => {
    scene.respond = () => Promise.reject(new Error('away'));
    const answers = await Promise.all([1, 2].map((n) => scene.run(ITEM, { id: 'i1' }, { requestId: `request-${n}` })));
    expect(scene.calls).toHaveLength(1);
    expect(answers.map(({ errors }) => errors[0]!.extensions)).toMatchObject([{ requestId: 'request-1' }, { requestId: 'request-2' }]);
  });
});

describe('mutations', () => {
  it('are all sent, also equal ones at the same time, with all that came with them', async () => {
    await using scene = openScene(planner);
    scene.respond = whole;
    await scene.plan(BUY);
    await Promise.all([1, 2].map((n) => scene.run(BUY, { id: 'i1' }, { caller: ada, idempotencyKey: `k${n}` })));
    expect(scene.calls.map(({ meta }) => meta.idempotencyKey)).toEqual(['k1', 'k2']);
  });
});

describe('saving of calls', () => {
  it.each([
    [{ dedupe: false, batch: false }, 4, 4],
    [{ dedupe: true, batch: false }, 1, 1],
    [{ dedupe: false, batch: true }, 4, 1],
    [{ dedupe: true, batch: true }, 1, 1],
  ])('is as %j says: %i calls at the root and %i for entities', async (options, roots, entities) => {
    await using scene = openScene(planner, options);
    scene.respond = whole;
    await scene.plan(COUNT);
    await Promise.all(Array.from({ length: 4 }, () => scene.run(COUNT, { id: 'i1' })));
    expect([to(scene.calls, 'shop').length, to(scene.calls, 'stock').length]).toEqual([roots, entities]);
  });

  it('is counted', async () => {
    const metrics = createMetrics();
    await using scene = openScene(planner, { callMetrics: callMetrics(metrics) });
    scene.respond = whole;
    await scene.plan(COUNT, BUY);
    await Promise.all(['i1', 'i1', 'i2'].map((id) => scene.run(COUNT, { id })));
    await scene.run(BUY, { id: 'i1' });
    const text = await metrics.metrics();
    for (const line of [
      'veza_plan_fetches_total{subgraph="shop"} 4',
      'veza_plan_calls_total{subgraph="shop"} 3',
      'veza_plan_joined_total{subgraph="shop"} 1',
      'veza_plan_fetches_total{subgraph="stock"} 3',
      'veza_plan_calls_total{subgraph="stock"} 1',
      'veza_plan_entities_total{subgraph="stock"} 2',
    ]) {
      expect(text).toContain(line);
    }
  });
});
