import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foreignGraph, link, type ForeignGraph } from './graph.ts';

const parcels = [
  { id: '1', grams: 500, fragile: true, box: { __typename: 'Crate', planks: 4, litres: 10 } },
  { id: '2', grams: 2000, fragile: false, box: { __typename: 'Tube', diameter: 7, litres: 3 } },
];
const labels = ['heavy', 'left', 'glass', 'up'];

interface ParcelKey {
  readonly id: string;
  readonly [field: string]: unknown;
}
const known = (key: ParcelKey) => key;

const subgraphs = {
  warehouse: {
    sdl: `${link('"@key", "@external", "@requires"')}
      type Query { parcels: [Parcel!]! }
      type Sender @key(fields: "id") { id: ID!  years: Int! }
      type Parcel @key(fields: "id") { id: ID!  grams: Int!  slow: Boolean! @external  urgent: Boolean! @requires(fields: "slow")  fragile: Boolean!  box: Box!  labels(first: Int!, prefix: String): [Label!]!  weight(unit: Unit!): Float! }
      type Label @key(fields: "id") { id: ID!  text: String! }
      enum Unit { GRAM KILOGRAM }
      interface Box { litres: Int! }
      type Crate implements Box { litres: Int!  planks: Int! }
      type Tube implements Box { litres: Int!  diameter: Int! }`,
    resolvers: {
      Query: { parcels: () => parcels },
      Sender: { years: ({ id }: ParcelKey) => (id === 's1' ? 2 : 20) },
      Parcel: {
        __resolveReference: (key: ParcelKey) => ({ ...parcels.find((parcel) => parcel.id === key.id), ...key }),
        urgent: ({ slow }: { slow: boolean }) => !slow,
        labels: ({ id }: ParcelKey, { first, prefix = '' }: { first: number; prefix?: string }) =>
          labels.slice(0, first).map((text, index) => ({ id: `${id}-${index}`, text: `${prefix}${text}` })),
        weight: ({ grams }: { grams: number }, { unit }: { unit: string }) => (unit === 'GRAM' ? grams : grams / 1000),
      },
      Label: { __resolveReference: ({ id }: ParcelKey) => ({ id, text: labels[Number(id.split('-')[1])] }) },
    },
  },
  carrier: {
    sdl: `${link('"@key", "@external", "@requires"')}
      type Parcel @key(fields: "id") {
        id: ID!
        grams: Int! @external
        fragile: Boolean! @external
        box: Box! @external
        stamps: Int! @requires(fields: "grams")
        handling: String! @requires(fields: "fragile box { litres ... on Crate { planks } ... on Tube { diameter } }")
        priority: Int!
        sender: Sender!
        slow: Boolean! @requires(fields: "sender { years }")
      }
      type Sender @key(fields: "id") { id: ID!  years: Int! @external }
      interface Box { litres: Int! }
      type Crate implements Box { litres: Int! @external  planks: Int! @external }
      type Tube implements Box { litres: Int! @external  diameter: Int! @external }`,
    resolvers: {
      Parcel: {
        __resolveReference: known,
        stamps: ({ grams }: { grams: number }) => grams / 100,
        priority: ({ id }: ParcelKey) => Number(id) * 10,
        sender: ({ id }: ParcelKey) => ({ id: `s${id}` }),
        slow: ({ sender }: { sender: { years: number } }) => sender.years > 5,
        handling: ({ fragile, box }: { fragile: boolean; box: Record<string, number> }) =>
          [fragile ? 'careful' : 'fast', box['litres'], box['planks'] ?? '-', box['diameter'] ?? '-'].join(' '),
      },
      Box: { __resolveType: (box: { __typename: string }) => box.__typename },
    },
  },
  invoices: {
    sdl: `${link('"@key", "@external", "@requires"')}
      type Parcel @key(fields: "id") {
        id: ID!
        stamps: Int! @external
        priority: Int! @external
        price: Int! @requires(fields: "stamps priority")
        labels(first: Int!, prefix: String): [Label!]! @external
        weight(unit: Unit!): Float! @external
        billed: String! @requires(fields: "weight(unit: KILOGRAM)")
        counted: String! @requires(fields: "weight(unit: GRAM)")
        rounded(to: Int!): String! @requires(fields: "weight(unit: KILOGRAM)")
        parcelNumber: Int!
        text: String! @requires(fields: "labels(first: 2) { text }")
      }
      enum Unit { GRAM KILOGRAM }
      type Label @key(fields: "id") { id: ID!  text: String! @external  upper: String! @requires(fields: "text") }`,
    resolvers: {
      Parcel: {
        __resolveReference: known,
        price: ({ stamps, priority }: { stamps: number; priority: number }) => stamps * 2 + priority,
        billed: ({ weight }: { weight: number }) => `kg ${weight}`,
        rounded: ({ weight }: { weight: number }, { to }: { to: number }) => `kg ${weight.toFixed(to)}`,
        parcelNumber: ({ id }: ParcelKey) => Number(id),
        counted: ({ weight }: { weight: number }) => `g ${weight}`,
        text: ({ labels: given }: { labels: readonly { text: string }[] }) => given.map(({ text }) => text).join('+'),
      },
      Label: { __resolveReference: known, upper: ({ text }: { text: string }) => text.toUpperCase() },
    },
  },
  surcharges: {
    sdl: `${link('"@key", "@external", "@requires"')}
      type Parcel @key(fields: "id") { id: ID!  price: Int! @external  surcharge: Int! @requires(fields: "price") }`,
    resolvers: {
      Parcel: {
        __resolveReference: known,
        surcharge: ({ price }: { price: number }) => price + 100,
      },
    },
  },
};

let graph: ForeignGraph;
beforeAll(async () => {
  graph = await foreignGraph(subgraphs);
});
afterAll(() => graph[Symbol.asyncDispose]());

const each = async (selection: string, variables?: Record<string, unknown>, head = '') => {
  const { data, errors } = await graph.ask(`${head}{ parcels { ${selection} } }`, variables);
  return errors ?? (data as { parcels: unknown[] }).parcels;
};

describe('@requires in a foreign supergraph', () => {
  it('brings what a field needs from another subgraph', async () => {
    expect(await each('stamps')).toEqual([{ stamps: 5 }, { stamps: 20 }]);
  });

  it('follows fields that need fields that need fields', async () => {
    expect(await each('price')).toEqual([{ price: 20 }, { price: 60 }]);
    expect(await each('surcharge')).toEqual([{ surcharge: 120 }, { surcharge: 160 }]);
  });

  it('goes back and forth between two subgraphs that need each other', async () => {
    expect(await each('urgent')).toEqual([{ urgent: true }, { urgent: false }]);
    expect(graph.requests.map(({ subgraph }) => subgraph)).toEqual(['warehouse', 'carrier', 'warehouse', 'carrier', 'warehouse']);
  });

  it('brings fields of interfaces and of the types behind them', async () => {
    expect(await each('handling')).toEqual([{ handling: 'careful 10 4 -' }, { handling: 'fast 3 - 7' }]);
  });

  it('keeps what a field needs apart from what the client selects under the same name', async () => {
    expect(await each('labels(first: 1) { id } text')).toEqual([
      { labels: [{ id: '1-0' }], text: 'heavy+left' },
      { labels: [{ id: '2-0' }], text: 'heavy+left' },
    ]);
    expect(await each('text labels(first: 3) { upper }')).toMatchObject([
      { text: 'heavy+left', labels: [{ upper: 'HEAVY' }, { upper: 'LEFT' }, { upper: 'GLASS' }] },
      { text: 'heavy+left' },
    ]);
  });

  it('keeps apart what two fields need of one field with different arguments', async () => {
    expect(await each('billed counted')).toEqual([
      { billed: 'kg 0.5', counted: 'g 500' },
      { billed: 'kg 2', counted: 'g 2000' },
    ]);
    expect(await each('billed counted weight(unit: GRAM)')).toEqual([
      { billed: 'kg 0.5', counted: 'g 500', weight: 500 },
      { billed: 'kg 2', counted: 'g 2000', weight: 2000 },
    ]);
  });

  it('splits a request between such fields, each part with what it needs and the variables it uses', async () => {
    const query = 'parcelNumber counted ... @include(if: $more) { a: rounded(to: $to) b: rounded(to: 1) }';
    const head = 'query ($to: Int!, $more: Boolean!) ';
    expect(await each(query, { to: 2, more: true }, head)).toEqual([
      { parcelNumber: 1, counted: 'g 500', a: 'kg 0.50', b: 'kg 0.5' },
      { parcelNumber: 2, counted: 'g 2000', a: 'kg 2.00', b: 'kg 2.0' },
    ]);
    expect(await each(query, { to: 2, more: false }, head)).toEqual([
      { parcelNumber: 1, counted: 'g 500' },
      { parcelNumber: 2, counted: 'g 2000' },
    ]);
  });

  it('is satisfied under conditions and aliases too', async () => {
    const selection = 'a: stamps @include(if: $on) stamps @skip(if: $on) grams @skip(if: $on) b: price';
    expect(await each(selection, { on: true }, 'query ($on: Boolean!) ')).toEqual([
      { a: 5, b: 20 },
      { a: 20, b: 60 },
    ]);
    expect(await each(selection, { on: false }, 'query ($on: Boolean!) ')).toEqual([
      { stamps: 5, grams: 500, b: 20 },
      { stamps: 20, grams: 2000, b: 60 },
    ]);
  });

  it('does not ask for what nobody needs', async () => {
    await each('priority');
    expect(graph.requests.map(({ subgraph }) => subgraph)).toEqual(['warehouse', 'carrier']);
  });
});
