import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { keyedBatches } from './keyed-batches.ts';

interface Item {
  readonly group: string;
  readonly key: string;
}

/** Batches that the test ends one by one. */
function setUp({ size = 3, lanes = 1 } = {}) {
  const batches: { readonly items: readonly string[]; end(outcomes?: readonly (string | Error)[]): void; fail(): void }[] = [];
  const add = keyedBatches<Item, string>({
    groupOf: ({ group }) => group,
    keyOf: ({ key }) => key,
    size,
    lanes,
    execute: (items) =>
      new Promise((resolve, reject) => {
        const names = items.map(({ group, key }) => group + key);
        batches.push({ items: names, end: (outcomes = names) => resolve(outcomes), fail: () => reject(new Error('away')) });
      }),
  });
  const push = (...names: readonly string[]) => names.map((name) => add({ group: name[0]!, key: name.slice(1) }));
  return { batches, push, taken: () => batches.map(({ items }) => items.join(' ')) };
}

describe('keyed batches', () => {
  it('take all that came in one turn, and gather the rest while they work', async () => {
    const { push, batches, taken } = setUp();
    const first = push('a1', 'b1');
    await nextTurn();
    void push('a2', 'b2', 'a3', 'b3');
    await nextTurn();
    expect(taken()).toEqual(['a1 b1']);
    batches[0]!.end();
    expect(await Promise.all(first)).toEqual(['a1', 'b1']);
    await nextTurn();
    expect(taken()[1]).toBe('a2 a3 b2');
  });

  it('never work on a group twice at once, and let other groups pass', async () => {
    const { push, batches, taken } = setUp({ lanes: 2 });
    void push('a1');
    await nextTurn();
    void push('a2', 'b1');
    await nextTurn();
    expect(taken()).toEqual(['a1', 'b1']);
    batches[0]!.end();
    await nextTurn();
    await nextTurn();
    expect(taken()[2]).toBe('a2');
  });

  it('keep equal keys apart, in order', async () => {
    const { push, batches, taken } = setUp();
    void push('a1', 'a1', 'a2', 'b1');
    await nextTurn();
    expect(taken()).toEqual(['a1 b1']);
    batches[0]!.end();
    await nextTurn();
    await nextTurn();
    expect(taken()[1]).toBe('a1 a2');
  });

  it('give groups their turn', async () => {
    const { push, batches, taken } = setUp({ size: 2 });
    void push('a1', 'a2', 'a3', 'a4', 'b1');
    await nextTurn();
    batches[0]!.end();
    await nextTurn();
    await nextTurn();
    expect(taken()).toEqual(['a1 a2', 'b1 a3']);
  });

  it('fail whom they fail, and go on', async () => {
    const { push, batches } = setUp();
    const [good, bad, forgotten] = push('a1', 'a2', 'a3');
    await nextTurn();
    const settled = Promise.allSettled([good, bad, forgotten]);
    batches[0]!.end(['a1', new Error('refused')]);
    expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    const [lost] = push('a4');
    await nextTurn();
    batches[1]!.fail();
    await expect(lost).rejects.toThrow('away');
    const [next] = push('a5');
    await nextTurn();
    batches[2]!.end();
    expect(await next).toBe('a5');
  });
});
