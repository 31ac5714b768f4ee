import { type AdapterFixture, describeEachAdapter, fixedClock, type FixedClock } from '@veza/testing';
import { expect, it } from 'vitest';
import { inProcessKeyValue } from '../src/in-process/index.ts';
import type { KeyValue } from '../src/index.ts';

const inProcess: AdapterFixture<KeyValue, [FixedClock]> = {
  name: 'in-process',
  open: async (clock) => ({ adapter: inProcessKeyValue({ clock }), close: async () => undefined }),
};

const MINUTE_MS = 60_000;

describeEachAdapter('KeyValue', [inProcess], ({ open }) => {
  const opened = async () => {
    const clock = fixedClock();
    return { clock, store: await open(clock) };
  };

  it('answers values in the order of the keys, null for what is absent', async () => {
    const { store } = await opened();
    await store.set('veza:test:a', '1', { ttlMs: MINUTE_MS });
    await store.set('veza:test:b', 'ü', { ttlMs: MINUTE_MS });
    expect(await store.get('veza:test:b')).toBe('ü');
    expect(await store.getMany(['veza:test:b', 'veza:test:c', 'veza:test:a'])).toEqual(['ü', null, '1']);
  });

  it('forgets a value when its time is over', async () => {
    const { clock, store } = await opened();
    await store.set('veza:test:a', '1', { ttlMs: 1_000 });
    clock.advance(999);
    expect(await store.get('veza:test:a')).toBe('1');
    clock.advance(1);
    expect(await store.get('veza:test:a')).toBeNull();
    expect(await store.delete('veza:test:a')).toBe(false);
  });

  it('gives a lock to the first only, and takes it back from its holder only', async () => {
    const { clock, store } = await opened();
    const lock = (token: string) => store.set('veza:test:lock', token, { ttlMs: 1_000, ifAbsent: true });
    expect(await Promise.all([lock('one'), lock('two')])).toEqual([true, false]);
    expect(await store.deleteIfEquals('veza:test:lock', 'two')).toBe(false);
    expect(await store.deleteIfEquals('veza:test:lock', 'one')).toBe(true);
    expect(await lock('two')).toBe(true);
    clock.advance(1_000);
    expect(await lock('three')).toBe(true);
  });

  it('deletes and says whether there was something', async () => {
    const { store } = await opened();
    await store.set('veza:test:a', '1', { ttlMs: MINUTE_MS });
    expect([await store.delete('veza:test:a'), await store.delete('veza:test:a')]).toEqual([true, false]);
  });

  it('counts atomically and ends the counter a fixed time after its first increment', async () => {
    const { clock, store } = await opened();
    const totals = await Promise.all(Array.from({ length: 50 }, () => store.increment('veza:test:n', 2, 1_000)));
    expect(Math.max(...totals)).toBe(100);
    clock.advance(600);
    expect(await store.increment('veza:test:n', -1, 1_000)).toBe(99);
    clock.advance(400);
    expect(await store.increment('veza:test:n', 1, 1_000)).toBe(1);
  });

  it('refuses a counter beyond 2^53 and to count what is no number', async () => {
    const { store } = await opened();
    await store.increment('veza:test:n', Number.MAX_SAFE_INTEGER, MINUTE_MS);
    await expect(store.increment('veza:test:n', 1, MINUTE_MS)).rejects.toThrow(RangeError);
    await store.set('veza:test:text', 'one', { ttlMs: MINUTE_MS });
    await expect(store.increment('veza:test:text', 1, MINUTE_MS)).rejects.toThrow(RangeError);
  });

  it('orders members by score, equal scores by bytes, in both directions and up to a limit', async () => {
    const { store } = await opened();
    for (const [member, score] of [
      ['b', 2],
      ['a', 2],
      ['c', 1],
      ['Z', 2],
      ['d', 3],
      ['😀', 2],
      ['\u{fb01}', 2],
    ] as const) {
      await store.scoreAdd('veza:test:set', member, score, MINUTE_MS);
    }
    await store.scoreAdd('veza:test:set', 'd', 0, MINUTE_MS);
    const members = async (range: Parameters<KeyValue['scoreRange']>[1]) =>
      (await store.scoreRange('veza:test:set', range)).map(({ member }) => member);
    expect(await members({ min: 0, max: 2, limit: 10, order: 'asc' })).toEqual(['d', 'c', 'Z', 'a', 'b', '\u{fb01}', '😀']);
    expect(await members({ min: 2, max: 9, limit: 2, order: 'desc' })).toEqual(['😀', '\u{fb01}']);
    expect(await store.scoreRange('veza:test:set', { min: 1, max: 1, limit: 10, order: 'asc' })).toEqual([{ member: 'c', score: 1 }]);
  });

  it('removes members by name and by score, and extends the time with each add', async () => {
    const { clock, store } = await opened();
    for (const [index, member] of ['a', 'b', 'c'].entries()) await store.scoreAdd('veza:test:set', member, index, 1_000);
    expect([await store.scoreRemove('veza:test:set', 'c'), await store.scoreRemove('veza:test:set', 'c')]).toEqual([true, false]);
    expect(await store.scoreTrimBelow('veza:test:set', 1)).toBe(1);
    clock.advance(900);
    await store.scoreAdd('veza:test:set', 'd', 9, 1_000);
    clock.advance(900);
    expect(await store.scoreRange('veza:test:set', { min: 0, max: 9, limit: 9, order: 'asc' })).toEqual([
      { member: 'b', score: 1 },
      { member: 'd', score: 9 },
    ]);
    clock.advance(100);
    expect(await store.scoreRange('veza:test:set', { min: 0, max: 9, limit: 9, order: 'asc' })).toEqual([]);
    expect(await store.scoreTrimBelow('veza:test:set', 99)).toBe(0);
  });

  it('refuses to read a text as a set and a set as a text', async () => {
    const { store } = await opened();
    await store.set('veza:test:text', '1', { ttlMs: MINUTE_MS });
    await store.scoreAdd('veza:test:set', 'a', 1, MINUTE_MS);
    await expect(store.scoreAdd('veza:test:text', 'a', 1, MINUTE_MS)).rejects.toThrow(TypeError);
    await expect(store.get('veza:test:set')).rejects.toThrow(TypeError);
  });

  it('refuses keys, values and times beyond their limits', async () => {
    const { store } = await opened();
    const refused = [
      store.set('', '1', { ttlMs: 1 }),
      store.set('k'.repeat(201), '1', { ttlMs: 1 }),
      store.set('veza:test:a', 'ü'.repeat(32_769), { ttlMs: 1 }),
      store.set('veza:test:a', '1', { ttlMs: 0 }),
      store.set('veza:test:a', '1', { ttlMs: Number.NaN }),
      store.set('veza:test:a', '1', { ttlMs: 31 * 24 * 60 * MINUTE_MS }),
    ];
    for (const one of refused) await expect(one).rejects.toThrow(RangeError);
    expect(await store.set('veza:test:a', 'ü'.repeat(32_768), { ttlMs: 1 })).toBe(true);
  });
});
