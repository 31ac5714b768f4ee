import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foreignGraph, link, type ForeignGraph } from './graph.ts';

const plants = [
  { id: 'p1', slug: 'oak', family: { code: 'F', region: 'EU' }, name: 'Oak', gardener: 'g1' },
  { id: 'p2', slug: 'fern', family: { code: 'P', region: 'AS' }, name: 'Fern', gardener: undefined },
];
const plantBy = (match: (plant: (typeof plants)[number]) => boolean) => plants.find(match) ?? null;

/** Every subgraph knows a plant by another key; to get from one end to the other, keys have to be collected on the way. */
const subgraphs = {
  catalogue: {
    sdl: `${link('"@key", "@shareable"')}
      type Query { plants: [Plant!]!  plant(id: ID!): Plant }
      type Plant @key(fields: "id") @key(fields: "slug") { id: ID!  slug: String!  name: String!  gardener: Gardener }
      type Gardener @key(fields: "id", resolvable: false) { id: ID }`,
    resolvers: {
      Query: { plants: () => plants, plant: (_: unknown, { id }: { id: string }) => plantBy((plant) => plant.id === id) },
      Plant: {
        __resolveReference: (key: { id?: string; slug?: string }) => plantBy(({ id, slug }) => id === key.id || slug === key.slug),
        gardener: ({ gardener }: { gardener?: string }) => ({ __typename: 'Gardener', id: gardener ?? null }),
      },
    },
  },
  botany: {
    sdl: `${link('"@key", "@shareable"')}
      type Query { byFamily(code: String!): [Plant!]! }
      type Plant @key(fields: "slug") @key(fields: "family { code region }") { slug: String!  family: Family!  siblings: [Plant!]! }
      type Family @shareable { code: String!  region: String! }`,
    resolvers: {
      Query: { byFamily: (_: unknown, { code }: { code: string }) => plants.filter(({ family }) => family.code === code) },
      Plant: {
        __resolveReference: (key: { slug?: string; family?: { code: string } }) =>
          plantBy(({ slug, family }) => slug === key.slug || family.code === key.family?.code),
        siblings: () => plants,
      },
    },
  },
  seeds: {
    sdl: `${link('"@key", "@shareable"')}
      type Query { seedBox: SeedBox }
      type SeedBox { newest: Plant  rows: [[Plant]!]! }
      type Plant @key(fields: "family { code region }") { family: Family!  seedCount: Int! }
      type Family @shareable { code: String!  region: String! }`,
    resolvers: {
      Query: {
        seedBox: () => ({
          newest: plants[1],
          rows: [
            [plants[0], null],
            [plants[1], plants[0]],
          ],
        }),
      },
      Plant: {
        __resolveReference: (key: { family: { code: string } }) => ({
          ...key,
          ...plantBy(({ family }) => family.code === key.family.code),
        }),
        seedCount: ({ family }: { family: { code: string } }) => family.code.charCodeAt(0),
      },
    },
  },
  people: {
    sdl: `${link('"@key"')}
      type Query { gardener(id: ID!): Gardener }
      type Gardener @key(fields: "id") { id: ID  name: String!  plants: [Plant!]! }
      type Plant @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Query: { gardener: (_: unknown, { id }: { id: string }) => ({ id }) },
      Gardener: {
        __resolveReference: ({ id }: { id: string | null }) => (id === null ? null : { id }),
        name: ({ id }: { id: string }) => `Gardener ${id}`,
        plants: () => [{ id: 'p1' }],
      },
    },
  },
};

let graph: ForeignGraph;
beforeAll(async () => {
  graph = await foreignGraph(subgraphs);
});
afterAll(() => graph[Symbol.asyncDispose]());

describe('entities of a foreign supergraph', () => {
  it('are joined by their key with one call for all', async () => {
    expect(await graph.ask('{ plants { name siblings { slug } } }')).toEqual({
      data: {
        plants: [
          { name: 'Oak', siblings: [{ slug: 'oak' }, { slug: 'fern' }] },
          { name: 'Fern', siblings: [{ slug: 'oak' }, { slug: 'fern' }] },
        ],
      },
    });
    expect(graph.requests.map(({ subgraph }) => subgraph)).toEqual(['catalogue', 'botany']);
  });

  it('are found through a chain of keys that no single subgraph knows all of', async () => {
    expect(await graph.ask('{ plant(id: "p1") { id name seedCount siblings { seedCount name } } }')).toEqual({
      data: {
        plant: {
          id: 'p1',
          name: 'Oak',
          seedCount: 70,
          siblings: [
            { seedCount: 70, name: 'Oak' },
            { seedCount: 80, name: 'Fern' },
          ],
        },
      },
    });
    expect(await graph.ask('{ byFamily(code: "P") { name seedCount } }')).toEqual({
      data: { byFamily: [{ name: 'Fern', seedCount: 80 }] },
    });
  });

  it('are found backwards through the chain, below an object that is none, in lists of lists and with holes', async () => {
    expect(await graph.ask('{ seedBox { newest { name } rows { id seedCount } } }')).toEqual({
      data: {
        seedBox: {
          newest: { name: 'Fern' },
          rows: [
            [{ id: 'p1', seedCount: 70 }, null],
            [
              { id: 'p2', seedCount: 80 },
              { id: 'p1', seedCount: 70 },
            ],
          ],
        },
      },
    });
  });

  it('may point at each other in a circle', async () => {
    expect(await graph.ask('{ gardener(id: "g1") { plants { gardener { name plants { gardener { id name } } } } } }')).toEqual({
      data: {
        gardener: { plants: [{ gardener: { name: 'Gardener g1', plants: [{ gardener: { id: 'g1', name: 'Gardener g1' } }] } }] },
      },
    });
  });

  it('may have null for a key; who owns them decides', async () => {
    expect(await graph.ask('{ plants { id gardener { id } } }')).toEqual({
      data: {
        plants: [
          { id: 'p1', gardener: { id: 'g1' } },
          { id: 'p2', gardener: { id: null } },
        ],
      },
    });
    const { data } = await graph.ask('{ plants { id gardener { name } } }');
    expect(data).toEqual({
      plants: [
        { id: 'p1', gardener: { name: 'Gardener g1' } },
        { id: 'p2', gardener: null },
      ],
    });
  });

  it('are asked nothing that is not needed: a key alone comes from where it is', async () => {
    await graph.ask('{ gardener(id: "g1") { id plants { id } } }');
    expect(graph.requests.map(({ subgraph }) => subgraph)).toEqual(['people']);
  });
});
