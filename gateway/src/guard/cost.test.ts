import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from 'graphql';
import { normalise } from '../pipeline/normalise.ts';
import { operationCost } from './cost.ts';
import { costTree } from './cost-tree.ts';
import { costWeights } from './cost-weights.ts';

const types = `
  type Query {
    user: User  users: [User!]!  node: Node  nodes(ids: [ID!]!): [Node]!  text: String  stats: Stats
    page(first: Int, last: Int): UserPage!
    sized(limit: Int): Bag @listSize(slicingArguments: ["limit"], sizedFields: ["items"])
    few: [User!] @listSize(assumedSize: 3)
    search: [Hit!]! @listSize(assumedSize: 2)
  }
  type Mutation { save: User  heavy: User @cost(weight: 40) }
  interface Node { id: ID! }
  type User implements Node @join__type(graph: A, key: "id") { id: ID!  name: String  friend: User  rank: Int @cost(weight: "5") }
  type Post implements Node @join__type(graph: A, key: "id") { id: ID!  author: User  again: User }
  type UserPage { nodes: [User!]!  edges: [UserEdge!]!  totalCount: Int @cost(weight: 10) }
  type UserEdge { node: User! }
  type Bag { items: [User!]! }
  type Stats { count: Int }
  union Hit = User | Post
`;
const supergraph = parse(`
  schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@listSize"]) { query: Query }
  ${types}`);
const schema = buildSchema(types, { assumeValidSDL: true });
const weights = costWeights(supergraph);

function compiled(text: string) {
  const document = parse(text);
  const normalised = normalise(schema, document, getOperationAST(document)!);
  const cost = operationCost(costTree(schema, weights, normalised.document, normalised.operation));
  return {
    fixed: (variables = {}) => cost.fixed({ ...normalised.literals, ...variables }),
    of: (variables = {}) => cost.of({ ...normalised.literals, ...variables }),
    explain: (variables: object, max: number) => cost.explain({ ...normalised.literals, ...variables }, max),
  };
}

describe('operationCost', () => {
  it.each([
    ['scalars are free', '{ text __typename }', 0],
    ['an entity is 1', '{ user { id name } }', 1],
    ['entities add up', '{ user { friend { friend { id } } } }', 3],
    ['other objects are free', '{ stats { count } }', 0],
    ['a field may weigh', '{ user { rank } }', 6],
    ['a list of unknown size counts 10', '{ users { id } }', 10],
    ['a list counts its assumed size', '{ few { friend { id } } }', 6],
    ['a page without a size counts 20', '{ page { nodes { id } } }', 20],
    ['a page counts what it asks for', '{ page(first: 7) { nodes { id } } }', 7],
    ['a page counts from its end too', '{ page(last: 8) { edges { node { id } } } }', 8],
    ['a count beside a page is counted once', '{ page(first: 7) { nodes { id } totalCount } }', 17],
    ['a named argument slices named fields', '{ sized(limit: 4) { items { id } } }', 4],
    ['ids count as many', '{ nodes(ids: ["1", "2", "3"]) { id } }', 3],
    ['an interface costs what its objects cost', '{ node { id } }', 1],
    [
      'only the costliest of several types counts',
      '{ node { ... on User { friend { id } } ... on Post { author { id } again { id } } } }',
      3,
    ],
    ['a union counts its costliest member', '{ search { ... on User { friend { id } } ... on Post { author { id } again { id } } } }', 6],
    ['a field selected twice is counted once', '{ user { id friend { id } } user { name friend { name } } }', 2],
    ['fragments are counted where they are spread', 'query { user { ...F } few { ...F } } fragment F on User { friend { id } }', 8],
    ['aliases are counted each', '{ a: user { id } b: user { id } }', 2],
    ['a mutation is 10', 'mutation { save { friend { id } } }', 11],
    ['a mutation may weigh', 'mutation { heavy { id } }', 40],
  ])('%s', (_what, text, expected) => {
    expect(compiled(text).of()).toBe(expected);
  });

  it('reads sizes and conditions from the variables', () => {
    const cost = compiled('query($n: Int, $no: Boolean!) { page(first: $n) { nodes { id friend @skip(if: $no) { id } } } }');
    expect([cost.of({ n: 5, no: true }), cost.of({ n: 5, no: false }), cost.of({ no: true })]).toEqual([5, 10, 20]);
  });

  it('counts a field if any of its places is included', () => {
    const cost = compiled(
      'query($a: Boolean!, $b: Boolean!) { user @include(if: $a) { id } ... @include(if: $b) { user { friend { id } } } }',
    );
    const of = (a: boolean, b: boolean) => cost.of({ a, b });
    expect([of(false, false), of(true, false), of(false, true), of(true, true)]).toEqual([0, 1, 2, 2]);
  });

  it('counts the ids of a variable, and those of a list that holds variables', () => {
    expect(compiled('query($ids: [ID!]!) { nodes(ids: $ids) { id } }').of({ ids: ['1', '2'] })).toBe(2);
    expect(compiled('query($id: ID!) { nodes(ids: [$id, $id, $id]) { id } }').of({ id: '1' })).toBe(3);
  });

  it('names the costliest path and the page size that fits', () => {
    const report = compiled('query($n: Int) { text user { id } page(first: $n) { totalCount nodes { friend { id } } } }').explain(
      { n: 100 },
      51,
    );
    expect(report).toEqual({ requested: 211, max: 51, mostExpensivePath: 'page.nodes.friend', suggestedFirst: 20 });
  });

  it('suggests nothing when no page size fits', () => {
    expect(compiled('{ few { id } }').explain({}, 2)).toEqual({ requested: 3, max: 2, mostExpensivePath: 'few' });
    expect(compiled('query($n: Int) { page(first: $n) { totalCount nodes { id } } }').explain({ n: 100 }, 9)).not.toHaveProperty(
      'suggestedFirst',
    );
  });

  it('refuses fragments that unfold without end', () => {
    const level = (index: number) =>
      `fragment F${index} on User { ${Array.from({ length: 6 }, (_, at) => `f${at}: friend { ...F${index + 1} }`).join(' ')} }`;
    const text = `{ user { ...F0 } } ${Array.from({ length: 8 }, (_, index) => level(index)).join(' ')} fragment F8 on User { id }`;
    expect(() => compiled(text)).toThrow('The fragments unfold to more than 20000 fields.');
  });
});

describe('what is spent whatever comes back', () => {
  it.each([
    ['{ page(first: 5) { nodes { id } } }', 0],
    ['{ page(first: 5) { nodes { id } totalCount } }', 10],
    ['{ page(first: 5) { nodes { rank } } }', 25],
    ['mutation { save { id } again: save { id } }', 20],
    ['mutation { heavy { friend { id } } }', 40],
    ['{ search { ... on User { rank } ... on Post { author { rank } } } }', 10],
  ])('of %s is %i points', (text, points) => {
    expect(compiled(text).fixed()).toBe(points);
  });

  it('is nothing for what is left out', () => {
    const text = 'query($with: Boolean!) { page(first: 5) { totalCount @include(if: $with) } }';
    expect([compiled(text).fixed({ with: false }), compiled(text).fixed({ with: true })]).toEqual([0, 10]);
  });
});
