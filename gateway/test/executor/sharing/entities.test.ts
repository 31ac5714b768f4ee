import { waitUntil } from '@veza/testing';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { ada, bob, COUNT, counting, gate, to, whole } from './parts.ts';
import { openScene, representationsOf, scenePlanner, type SeenCall } from './scene.ts';

const planner = scenePlanner();
afterAll(() => planner.close());

describe('entities of several requests', () => {
  const counted = (ids: readonly string[]) => ids.map((id) => ({ item: { count: id.length } }));

  it('go out in one call, each once, and every request gets its own', async () => {
    await using scene = openScene(planner);
    scene.respond = counting;
    await scene.plan(COUNT);
    const ids = ['i', 'ii', 'i', 'iii'];
    const answers = await Promise.all(ids.map((id) => scene.run(COUNT, { id }, { caller: id === 'iii' ? bob : ada })));
    expect(answers.map(({ data }) => data)).toEqual(counted(ids));
    expect(to(scene.calls, 'stock').map((call) => representationsOf(call).map(({ id }) => id))).toEqual([['i', 'ii', 'iii']]);
  });

  it('of a hundred aliases take two calls', async () => {
    await using scene = openScene(planner);
    scene.respond = counting;
    const numbers = Array.from({ length: 100 }, (_, index) => index);
    const [head, body] = [numbers.map((n) => `$i${n}: ID!`), numbers.map((n) => `a${n}: item(id: $i${n}) { count }`)];
    const variables = Object.fromEntries(numbers.map((n) => [`i${n}`, 'i'.repeat(n + 1)]));
    const { data } = await scene.run(`query (${head.join()}) { ${body.join(' ')} }`, variables);
    expect(data).toMatchObject({ a0: { count: 1 }, a99: { count: 100 } });
    expect(scene.calls).toHaveLength(2);
  });

  it('go out in even parts of at most 100', async () => {
    await using scene = openScene(planner);
    scene.respond = counting;
    await scene.plan(COUNT);
    const ids = Array.from({ length: 150 }, (_, index) => 'i'.repeat(index + 1));
    const answers = await Promise.all(ids.map((id) => scene.run(COUNT, { id })));
    expect(answers.map(({ data }) => data)).toEqual(counted(ids));
    expect(to(scene.calls, 'stock').map((call) => representationsOf(call).length)).toEqual([75, 75]);
  });

  it('that are under way are not asked for again', async () => {
    await using scene = openScene(planner);
    const { open, opened } = gate();
    scene.respond = (call) => (call.service === 'stock' ? opened.then(() => counting(call)) : counting(call));
    const pair = 'query ($a: ID!, $b: ID!) { a: item(id: $a) { count } b: item(id: $b) { count } }';
    await scene.plan(COUNT, pair);
    const first = scene.run(COUNT, { id: 'i' });
    await waitUntil(() => to(scene.calls, 'stock').length === 1, { timeoutMs: 5000 });
    const second = scene.run(pair, { a: 'i', b: 'ii' });
    await waitUntil(() => to(scene.calls, 'stock').length === 2, { timeoutMs: 5000 });
    open();
    expect((await second).data).toEqual({ a: { count: 1 }, b: { count: 2 } });
    await first;
    expect(
      to(scene.calls, 'stock')
        .flatMap(representationsOf)
        .filter(({ id }) => id === 'ii'),
    ).toHaveLength(1);
  });

  it('with other arguments or for other people are asked for apart', async () => {
    await using scene = openScene(planner);
    scene.respond = whole;
    const at = 'query ($at: Int) { mine { count(at: $at) seller { secret } } }';
    await scene.plan(at);
    const answers = await Promise.all([
      scene.run(at, { at: 1 }, { caller: ada }),
      scene.run(at, { at: 2 }, { caller: ada }),
      scene.run(at, { at: 2 }, { caller: bob }),
    ]);
    const secrets = answers.map(
      ({ data }) => (data as { readonly mine: { readonly seller: { readonly secret: string } } }).mine.seller.secret,
    );
    expect(secrets).toEqual([ada.userId, ada.userId, bob.userId]);
    expect(to(scene.calls, 'stock').map(({ variables }) => variables['at'])).toEqual([1, 2]);
    expect(to(scene.calls, 'people').map(({ meta }) => meta.caller)).toEqual([ada, bob]);
  });

  it('keep their errors to themselves, and share those of the call', async () => {
    await using scene = openScene(planner);
    scene.respond = (call) => {
      if (call.service === 'shop') return whole(call);
      const errors = representationsOf(call).map(({ id }, index) => ({
        message: id,
        path: ['_entities', index, 'count'],
        extensions: { code: 'CONFLICT' },
      }));
      return {
        data: { _entities: representationsOf(call).map(({ id }) => ({ __typename: 'Item', id, count: null })) },
        errors: [...errors, { message: 'all', extensions: { code: 'RATE_LIMITED' } }],
      };
    };
    await scene.plan(COUNT);
    const answers = await Promise.all(['i1', 'i2'].map((id) => scene.run(COUNT, { id })));
    expect(answers.map(({ errors }) => errors.map(({ message, path }) => [message, path]))).toEqual(
      ['i1', 'i2'].map((id) => [
        [id, ['item', 'count']],
        ['all', ['item']],
      ]),
    );
  });

  it('wait as long as the most patient request', async () => {
    await using scene = openScene(planner);
    scene.respond = (call) => (call.service === 'stock' ? new Promise(() => undefined) : whole(call));
    await scene.plan(COUNT);
    const now = Date.now();
    const [short, long] = [now + 200, now + 600];
    const answers = ['i1', 'i2'].map((id, index) => scene.run(COUNT, { id }, { deadlineAt: index === 0 ? short : long }));
    await answers[0];
    const [call] = to(scene.calls, 'stock') as [SeenCall];
    expect(call.meta.deadlineAt).toBe(long);
    expect(call.signal.aborted).toBe(false);
    await answers[1];
    expect(call.signal.aborted).toBe(true);
  });

  it('are not asked for when nobody waits any more', async () => {
    await using scene = openScene(planner);
    const client = new AbortController();
    scene.respond = (call) => {
      setImmediate(() => client.abort());
      return whole(call);
    };
    await scene.plan(COUNT);
    await scene.run(COUNT, { id: 'i1' }, { signal: client.signal });
    await nextTurn();
    expect(to(scene.calls, 'stock')).toHaveLength(0);
  });
});
