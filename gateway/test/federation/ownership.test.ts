import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foreignGraph, link, type ForeignGraph } from './graph.ts';

const log: string[] = [];

/** Fields that moved, that are shared, hidden, or that their subgraphs describe differently; one subgraph of federation 1 among them. */
const subgraphs = {
  shop: {
    sdl: `${link('"@key", "@shareable", "@inaccessible", "@tag", "@external", "@provides"', '2.3')}
      type Query { goods(filter: GoodFilter, sort: Sort = PRICE): [Good!]!  summary: Summary! @shareable  secret: String @inaccessible  states: [State]!  kept: Kept!  offer: Offer @provides(fields: "good { weight }") }
      type Mutation { addGood(name: String!): Good!  shopFails: Int!  shopMaybe: Int }
      type Good @key(fields: "id") { id: ID!  name: String! @shareable  stock: Int!  price: Int!  hint: String @inaccessible  hidden: Hidden @inaccessible  label: String! @tag(name: "public")  weight: Int @external }
      type Hidden @inaccessible { a: Int }
      type Summary @shareable { count: Int!  currency: String! }
      type Kept @key(fields: "a b { c }") { a: Int!  b: Part!  own: String! }
      type Part { c: Int!  d: Int @inaccessible }
      type Offer { good: Good }
      input GoodFilter { text: String  minimum: Int = 1  only: State  internal: Int @inaccessible }
      enum State { NEW USED BROKEN @inaccessible }
      enum Sort { PRICE NAME }`,
    resolvers: {
      Query: {
        goods: (_: unknown, args: unknown) => [{ id: '1', name: JSON.stringify(args) }],
        summary: () => ({ count: 2, currency: 'EUR' }),
        states: () => ['NEW', 'BROKEN', 'USED'],
        kept: () => ({ a: 1, b: { c: 2 }, own: 'shop' }),
        offer: () => ({ good: { id: '1', weight: 99 } }),
      },
      Mutation: {
        addGood: (_: unknown, { name }: { name: string }) => (log.push(`add ${name}`), { id: '9', name }),
        shopFails: () => {
          log.push('shop fails');
          throw new Error('sold out');
        },
        shopMaybe: () => (log.push('shop maybe'), null),
      },
      Good: { name: ({ name = 'from shop' }: { name?: string }) => name, stock: () => 1, price: () => 10, label: () => 'a' },
    },
  },
  stock: {
    sdl: `${link('"@key", "@override", "@shareable", "@external", "@requires"', '2.0')}
      type Query { summary: Summary! @shareable  wanted: [Good!]! }
      type Mutation { restock(id: ID!, by: Int!): Good! }
      type Good @key(fields: "id") { id: ID!  stock: Int! @override(from: "shop")  price: Int! @external  value: Int! @override(from: "gone") @requires(fields: "price")  weight: Int @shareable }
      type Summary @shareable { count: Int! }
      type Kept @key(fields: "a b { c }") { a: Int!  b: Part!  counted: Int! }
      type Part @shareable { c: Int! }`,
    resolvers: {
      Query: { summary: () => ({ count: 2 }), wanted: () => [{ id: '7' }] },
      Mutation: { restock: (_: unknown, { id, by }: { id: string; by: number }) => (log.push(`restock ${id} by ${by}`), { id }) },
      Good: {
        __resolveReference: (key: { id: string; price?: number }) => key,
        stock: () => 50,
        value: ({ price }: { price: number }) => price * 50,
        weight: ({ id }: { id: string }) => Number(id) * 100,
      },
      Kept: { counted: ({ a, b }: { a: number; b: { c: number } }) => a + b.c },
    },
  },
  legacy: {
    sdl: `
      extend type Query { imports: [Good] }
      extend type Good @key(fields: "id") { id: ID! @external  price: Int! @external  origin: String!  duty: Int! @requires(fields: "price") }
      type Importer @key(fields: "vat") @key(fields: "id") { id: ID!  vat: String!  goods: [Good] }
      extend type Query { importer: Importer }`,
    resolvers: {
      Query: { imports: () => [{ id: '3' }, null], importer: () => ({ id: 'i', vat: 'v', goods: [{ id: '4' }] }) },
      Good: { __resolveReference: (key: object) => key, origin: () => 'overseas', duty: ({ price }: { price: number }) => price / 5 },
    },
  },
};

let graph: ForeignGraph;
beforeAll(async () => {
  graph = await foreignGraph(subgraphs);
});
afterAll(() => graph[Symbol.asyncDispose]());

describe('who answers what in a foreign supergraph', () => {
  it('is the subgraph that overrides, not the one that had the field, nor one that is gone', async () => {
    expect(await graph.ask('{ goods { stock value } }')).toEqual({ data: { goods: [{ stock: 50, value: 500 }] } });
  });

  it('is every subgraph that shares a root field, for its part', async () => {
    expect(await graph.ask('{ summary { count currency } }')).toEqual({ data: { summary: { count: 2, currency: 'EUR' } } });
    expect(graph.requests).toHaveLength(1);
  });

  it('is a subgraph of federation 1, which extends types and marks keys external', async () => {
    expect(await graph.ask('{ imports { id name origin duty } importer { vat goods { stock } } }')).toEqual({
      data: {
        imports: [{ id: '3', name: 'from shop', origin: 'overseas', duty: 2 }, null],
        importer: { vat: 'v', goods: [{ stock: 50 }] },
      },
    });
  });

  it('is found by nested keys of several fields', async () => {
    expect(await graph.ask('{ kept { own counted } }')).toEqual({ data: { kept: { own: 'shop', counted: 3 } } });
  });

  it('is whoever provides an external field there, and its owner elsewhere', async () => {
    expect(await graph.ask('{ offer { good { weight } } goods { weight } }')).toEqual({
      data: { offer: { good: { weight: 99 } }, goods: [{ weight: 100 }] },
    });
  });
});

describe('what is inaccessible in a foreign supergraph', () => {
  it.each([
    '{ secret }',
    '{ goods { hint } }',
    '{ goods { hidden { a } } }',
    '{ goods(filter: { internal: 1 }) { id } }',
    '{ kept { b { d } } }',
  ])('is not there: %s', async (query) => {
    const { data, errors } = await graph.ask(query);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });

  it('is null with an error where a subgraph answers it all the same', async () => {
    const { data, errors = [] } = await graph.ask('{ states }');
    expect(data).toEqual({ states: ['NEW', null, 'USED'] });
    expect(errors).toMatchObject([{ path: ['states', 1] }]);
    expect((await graph.ask('{ goods(filter: { only: BROKEN }) { id } }')).errors).toHaveLength(1);
  });

  it('does not show in introspection', async () => {
    const { data } = await graph.ask('{ __schema { types { name } } __type(name: "Good") { fields { name } } }');
    const { __schema, __type } = data as { __schema: { types: { name: string }[] }; __type: { fields: { name: string }[] } };
    expect(__type.fields.map(({ name }) => name).toSorted()).toEqual(
      ['duty', 'id', 'label', 'name', 'origin', 'price', 'stock', 'value', 'weight'].toSorted(),
    );
    expect(
      __schema.types.map(({ name }) => name).filter((name) => /^(?:join__|link__|Hidden|_)/.test(name) && !name.startsWith('__')),
    ).toEqual([]);
  });
});

describe('arguments and variables in a foreign supergraph', () => {
  it('arrive with their defaults, as literals and as variables alike', async () => {
    const expected = { data: { goods: [{ name: '{"sort":"PRICE","filter":{"minimum":1,"text":"5"}}' }] } };
    const named = (answer: unknown) => JSON.stringify(answer).replace(/\\"(?:sort|filter|minimum|text)\\"/g, '');
    expect(named(await graph.ask('{ goods(filter: { text: "5" }) { name } }'))).toHaveLength(named(expected).length);
    const variables = { filter: { text: '5', minimum: null, only: 'USED' }, sort: 'NAME' };
    const { data } = await graph.ask(
      'query ($filter: GoodFilter, $sort: Sort) { goods(filter: $filter, sort: $sort) { name } }',
      variables,
    );
    const [{ name }] = (data as { goods: [{ name: string }] }).goods;
    expect(JSON.parse(name)).toEqual(variables);
  });
});

describe('mutations of a foreign supergraph', () => {
  it('run one after the other over subgraphs, and each is joined', async () => {
    log.length = 0;
    const answer = await graph.ask(
      'mutation { a: addGood(name: "x") { name stock } b: restock(id: "2", by: 3) { stock name } c: addGood(name: "y") { id } }',
    );
    expect(answer).toEqual({ data: { a: { name: 'x', stock: 50 }, b: { stock: 50, name: 'from shop' }, c: { id: '9' } } });
    expect(log).toEqual(['add x', 'restock 2 by 3', 'add y']);
  });

  it('end at one that fails where null is not allowed', async () => {
    log.length = 0;
    const { data, errors } = await graph.ask('mutation { shopMaybe shopFails restock(id: "1", by: 1) { id } }');
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ path: ['shopFails'] }]);
    expect(log).toEqual(['shop maybe', 'shop fails']);
  });
});

describe('conditions and directives in a foreign supergraph', () => {
  it('hold for fields of several subgraphs, with defaults', async () => {
    const query =
      'query ($in: Boolean! = true, $out: Boolean! = false) { goods { id stock @include(if: $in) price @skip(if: $in) ... @include(if: $out) { value name } } }';
    expect(await graph.ask(query)).toEqual({ data: { goods: [{ id: '1', stock: 50 }] } });
    expect(await graph.ask(query, { in: false, out: true })).toMatchObject({ data: { goods: [{ id: '1', price: 10, value: 500 }] } });
    expect(await graph.ask(query, { in: true, out: true })).toMatchObject({ data: { goods: [{ id: '1', stock: 50, value: 500 }] } });
    expect(await graph.ask('{ goods { stock @include(if: false) @skip(if: true) } }')).toEqual({ data: { goods: [{}] } });
    expect(await graph.ask('{ goods @skip(if: true) { id } __typename }')).toEqual({ data: { __typename: 'Query' } });
  });
});
