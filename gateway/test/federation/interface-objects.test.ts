import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foreignGraph, link, type ForeignGraph } from './graph.ts';

const devices = [
  { __typename: 'Lamp', id: 'd1', watts: 40, lumens: 400 },
  { __typename: 'Oven', id: 'd2', watts: 2000, degrees: 220 },
];
const typed = { __resolveType: ({ __typename }: { __typename: string }) => __typename };
const deviceBy = (id: string) => devices.find((device) => device.id === id);
const byKey = { __resolveReference: ({ id }: { id: string }) => deviceBy(id) };

/** Subgraphs that add fields to an interface without knowing what implements it. */
const subgraphs = {
  home: {
    sdl: `${link('"@key"')}
      type Query { devices: [Device!]!  lamp: Lamp!  node(id: ID!): Device }
      interface Device @key(fields: "id") { id: ID!  watts: Int! }
      type Lamp implements Device @key(fields: "id") { id: ID!  watts: Int!  lumens: Int! }
      type Oven implements Device @key(fields: "id") { id: ID!  watts: Int!  degrees: Int! }`,
    resolvers: {
      Query: { devices: () => devices, lamp: () => devices[0], node: (_: unknown, { id }: { id: string }) => deviceBy(id) ?? null },
      Device: { ...typed, ...byKey },
      Lamp: byKey,
      Oven: byKey,
    },
  },
  energy: {
    sdl: `${link('"@key", "@interfaceObject", "@external", "@requires"')}
      type Query { hungriest: Device! }
      type Device @key(fields: "id") @interfaceObject { id: ID!  watts: Int! @external  yearlyCost: Float! @requires(fields: "watts")  meter: Meter! }
      type Meter @key(fields: "serial") { serial: String!  devices: [Device!]! }`,
    resolvers: {
      Query: { hungriest: () => ({ id: 'd2' }) },
      Device: {
        __resolveReference: (key: { id: string }) => key,
        yearlyCost: ({ watts }: { watts: number }) => watts / 10,
        meter: ({ id }: { id: string }) => ({ serial: `M-${id}` }),
      },
      Meter: {
        __resolveReference: (key: { serial: string }) => key,
        devices: ({ serial }: { serial: string }) => [{ id: serial.slice(2) }, { id: 'd1' }],
      },
    },
  },
  warranty: {
    sdl: `${link('"@key", "@interfaceObject"')}
      type Query { insured: [Device!]! }
      type Device @key(fields: "id") @interfaceObject { id: ID!  insuredUntil: Int }`,
    resolvers: {
      Query: { insured: () => [{ id: 'd2' }, { id: 'd1' }] },
      Device: { __resolveReference: (key: { id: string }) => key, insuredUntil: ({ id }: { id: string }) => (id === 'd1' ? 2030 : null) },
    },
  },
  rooms: {
    sdl: `${link('"@key", "@interfaceObject"')}
      type Query { room: Room! }
      type Room { name: String!  device: Device! }
      type Device @key(fields: "id", resolvable: false) @interfaceObject { id: ID! }`,
    resolvers: { Query: { room: () => ({ name: 'kitchen', device: { id: 'd2' } }) } },
  },
};

let graph: ForeignGraph;
beforeAll(async () => {
  graph = await foreignGraph(subgraphs);
});
afterAll(() => graph[Symbol.asyncDispose]());

describe('@interfaceObject in a foreign supergraph', () => {
  it('adds fields to everything that implements the interface', async () => {
    expect(await graph.ask('{ devices { id insuredUntil meter { serial } ... on Lamp { lumens } ... on Oven { degrees } } }')).toEqual({
      data: {
        devices: [
          { id: 'd1', insuredUntil: 2030, meter: { serial: 'M-d1' }, lumens: 400 },
          { id: 'd2', insuredUntil: null, meter: { serial: 'M-d2' }, degrees: 220 },
        ],
      },
    });
    expect(await graph.ask('{ lamp { insuredUntil } }')).toEqual({ data: { lamp: { insuredUntil: 2030 } } });
  });

  it('finds out the type behind an object of the interface', async () => {
    expect(await graph.ask('{ insured { __typename id insuredUntil } }')).toEqual({
      data: {
        insured: [
          { __typename: 'Oven', id: 'd2', insuredUntil: null },
          { __typename: 'Lamp', id: 'd1', insuredUntil: 2030 },
        ],
      },
    });
    expect(await graph.ask('{ hungriest { ... on Oven { degrees } ... on Lamp { lumens } } }')).toEqual({
      data: { hungriest: { degrees: 220 } },
    });
  });

  it('does not ask for the type where nobody needs it', async () => {
    expect(await graph.ask('{ insured { id insuredUntil } }')).toMatchObject({ data: { insured: [{ id: 'd2' }, { id: 'd1' }] } });
    expect(graph.requests.map(({ subgraph }) => subgraph)).toEqual(['warranty']);
  });

  it('brings what a field of the interface needs', async () => {
    expect(await graph.ask('{ devices { yearlyCost } hungriest { yearlyCost watts } }')).toEqual({
      data: { devices: [{ yearlyCost: 4 }, { yearlyCost: 200 }], hungriest: { yearlyCost: 200, watts: 2000 } },
    });
  });

  it('goes from one subgraph that does not know the type to the next', async () => {
    expect(await graph.ask('{ hungriest { insuredUntil meter { devices { insuredUntil yearlyCost __typename } } } }')).toEqual({
      data: {
        hungriest: {
          insuredUntil: null,
          meter: {
            devices: [
              { insuredUntil: null, yearlyCost: 200, __typename: 'Oven' },
              { insuredUntil: 2030, yearlyCost: 4, __typename: 'Lamp' },
            ],
          },
        },
      },
    });
  });

  it('may be a mere reference that its subgraph cannot look up', async () => {
    expect(await graph.ask('{ room { name device { id } } }')).toEqual({ data: { room: { name: 'kitchen', device: { id: 'd2' } } } });
    expect(await graph.ask('{ room { device { watts insuredUntil ... on Oven { degrees } } } }')).toEqual({
      data: { room: { device: { watts: 2000, insuredUntil: null, degrees: 220 } } },
    });
    expect(await graph.ask('{ room { device { __typename } } }')).toEqual({ data: { room: { device: { __typename: 'Oven' } } } });
  });

  it('is found by id through an interface', async () => {
    expect(
      await graph.ask('query ($id: ID!) { node(id: $id) { id __typename yearlyCost } none: node(id: "nothing") { id yearlyCost } }', {
        id: 'd1',
      }),
    ).toEqual({
      data: { node: { id: 'd1', __typename: 'Lamp', yearlyCost: 4 }, none: null },
    });
  });
});
