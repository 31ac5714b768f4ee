import { describe, expect, it } from 'vitest';
import { seededRandom } from '../differential/random.ts';
import { foreignGraph, link, type ForeignOptions } from './graph.ts';

const keyed = (sdl: string) => `${link('"@key", "@override"')}${sdl}`;

/** `stock` and `place` move from the old subgraph to the new one. */
const graph = (percent: number, options: ForeignOptions = {}) =>
  foreignGraph(
    {
      old: {
        sdl: keyed('type Query { good: Good! } type Good @key(fields: "id") { id: ID!  name: String!  stock: String!  place: String! }'),
        resolvers: { Query: { good: () => ({ id: '1', name: 'a good', stock: 'old', place: 'old' }) } },
      },
      new: {
        sdl: keyed(`type Good @key(fields: "id") { id: ID!  stock: String! @override(from: "old", label: "percent(${percent})")
          place: String! @override(from: "old", label: "move-places") }`),
        resolvers: { Good: { stock: () => 'new', place: () => 'new' } },
      },
    },
    options,
  );

describe('a field that moves by percent', () => {
  it.each([
    [0, 'old'],
    [100, 'new'],
  ])('comes for %d of a hundred requests from its new subgraph', async (percent, from) => {
    await using served = await graph(percent);
    for (let time = 0; time < 3; time += 1) {
      expect(await served.ask('{ good { stock place } }')).toEqual({
        data: { good: { stock: from, place: 'old' } },
      });
    }
    expect(served.requests.filter(({ subgraph }) => subgraph === 'new')).toHaveLength(from === 'new' ? 1 : 0);
  });

  it('comes for half of them from there, as the draw of each request says', async () => {
    const [random, expected] = [seededRandom(7), seededRandom(7)];
    await using served = await graph(50, { random: random.next });
    const seen: string[] = [];
    for (let time = 0; time < 40; time += 1) {
      const { data } = await served.ask('{ good { stock } }');
      seen.push((data as { good: { stock: string } }).good.stock);
    }
    expect(seen).toEqual(seen.map(() => (expected.next() < 0.5 ? 'new' : 'old')));
    expect(new Set(seen).size).toBe(2);
  });
});

describe('a field that moves by another label', () => {
  it('comes from its new subgraph where the label is configured', async () => {
    await using served = await graph(0, { overrideLabels: ['move-places'] });
    expect(await served.ask('{ good { place stock } }')).toEqual({ data: { good: { place: 'new', stock: 'old' } } });
  });
});
