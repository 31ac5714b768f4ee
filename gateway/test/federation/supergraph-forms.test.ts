import { describe, expect, it } from 'vitest';
import { foreignGraph, link, type ForeignSubgraph } from './graph.ts';

const VERSIONS = ['2.0', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '2.7', '2.8', '2.9'];

const pair = (version: string): Readonly<Record<string, ForeignSubgraph>> => ({
  one: {
    sdl: `${link('"@key", "@shareable"', version)} type Query { cat: Cat } type Cat @key(fields: "id") { id: ID!  name: String @shareable }`,
    resolvers: { Query: { cat: () => ({ id: '1', name: 'Tom' }) } },
  },
  two: {
    sdl: `${link('"@key"', version)} type Cat @key(fields: "id") { id: ID!  lives: Int }`,
    resolvers: { Cat: { __resolveReference: (key: object) => key, lives: () => 9 } },
  },
});
const answer = { data: { cat: { name: 'Tom', lives: 9 } } };

/** Root types under names of their own, in the subgraph and in the supergraph. */
const renamed: Readonly<Record<string, ForeignSubgraph>> = {
  one: {
    sdl: `${link('"@key"')} schema { query: Questions  mutation: Orders } type Questions { answer: Int  self: Cat } type Orders { set(to: Int!): Int } type Cat @key(fields: "id") { id: ID! }`,
    resolvers: {
      Questions: { answer: () => 42, self: () => ({ id: '1' }) },
      Orders: { set: (_: unknown, { to }: { to: number }) => to },
    },
  },
  two: pair('2.9')['two']!,
};

/** What composers and contracts write into a supergraph. */
const changes = {
  rootNames: (sdl: string) =>
    sdl
      .replace(/^( {2}query: )Query$/m, '$1Questions')
      .replace(/^( {2}mutation: )Mutation$/m, '$1Orders')
      .replace(/^type Query$/m, 'type Questions')
      .replace(/^type Mutation$/m, 'type Orders'),
  security: (sdl: string) => sdl.replace('\n{', '\n  @link(url: "https://example.com/lock/v1.0", for: SECURITY)\n{'),
  execution: (sdl: string) => sdl.replace('\n{', '\n  @link(url: "https://example.com/run/v1.0", for: EXECUTION)\n{'),
  unknownLink: (sdl: string) => sdl.replace('\n{', '\n  @link(url: "https://example.com/notes/v1.0", import: ["@note"])\n{'),
  noUrl: (sdl: string) => sdl.replace(/url: "http:[^"]*two"/, 'url: ""'),
} as const;

const deep = { leaf: 1 };

describe('a supergraph of another make', () => {
  it.each(VERSIONS)('may come from subgraphs of federation %s', async (version) => {
    await using graph = await foreignGraph(pair(version));
    expect(await graph.ask('{ cat { name lives } }')).toEqual(answer);
  });

  it.each([
    ['in its subgraphs only', undefined, 'Query', 'Mutation'],
    ['in itself, too', changes.rootNames, 'Questions', 'Orders'],
  ])('may name its root types as it likes, %s', async (_where, change, query, mutation) => {
    await using graph = await foreignGraph(renamed, change && { change });
    expect(await graph.ask(`{ __typename answer ... on ${query} { self { lives } } }`)).toEqual({
      data: { __typename: query, answer: 42, self: { lives: 9 } },
    });
    expect(await graph.ask('mutation { __typename set(to: 3) }')).toEqual({ data: { __typename: mutation, set: 3 } });
  });

  it('may lack mutations and subscriptions', async () => {
    await using graph = await foreignGraph(pair('2.9'));
    for (const kind of ['mutation', 'subscription']) {
      const { data, errors = [] } = await graph.ask(`${kind} { x }`);
      expect(data).toBeUndefined();
      expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    }
    const { data } = await graph.ask('{ __schema { queryType { name } mutationType { name } subscriptionType { name } } }');
    expect(data).toEqual({ __schema: { queryType: { name: 'Query' }, mutationType: null, subscriptionType: null } });
  });

  it('may have scalars of its own, which pass as they are, and deprecations and descriptions, which show', async () => {
    await using graph = await foreignGraph({
      one: {
        sdl: `${link('"@tag"')} type Query { echo(any: Any, when: Instant, "How many." most: Huge = 5): Any  old: Any @deprecated(reason: "no") }
          scalar Any @specifiedBy(url: "https://example.com/any") scalar Instant scalar Huge`,
        resolvers: { Query: { echo: (_: unknown, args: unknown) => args } },
      },
    });
    const variables = { any: { a: [1, 'x', null, { b: 1.5 }], __proto: true }, when: 1_700_000_000_000 };
    const { data } = await graph.ask(
      'query ($any: Any, $when: Instant) { echo(any: $any, when: $when) lit: echo(any: {a: [1, "x", {b: null}]}) }',
      variables,
    );
    expect(data).toEqual({ echo: { ...variables, most: 5 }, lit: { any: { a: [1, 'x', { b: null }] }, most: 5 } });
    const asked = await graph.ask(
      '{ __type(name: "Query") { fields(includeDeprecated: true) { name isDeprecated args { description } } } any: __type(name: "Any") { specifiedByURL } }',
    );
    expect(asked.data).toMatchObject({
      __type: {
        fields: [
          { name: 'echo', args: [{}, {}, { description: 'How many.' }] },
          { name: 'old', isDeprecated: true },
        ],
      },
    });
  });

  it('may mean by `first` and `last` what it likes where the limits are loose', async () => {
    await using graph = await foreignGraph({
      one: {
        sdl: `${link('"@key"')} type Query { sum(first: Int, last: Int, ids: [Int!]): Int }`,
        resolvers: { Query: { sum: (_: unknown, { first, last }: { first: number; last: number }) => first + last } },
      },
    });
    const ids = Array.from({ length: 150 }, (_, index) => index);
    expect(await graph.ask(`{ sum(first: 0, last: -5000, ids: [${ids.join()}]) }`)).toEqual({ data: { sum: -5000 } });
  });

  it('may nest its answers deeply', async () => {
    await using graph = await foreignGraph({
      one: {
        sdl: `${link('"@key"')} type Query { node: Node } type Node { nodes: [Node!] leaf: Int }`,
        resolvers: { Query: { node: () => deep }, Node: { nodes: () => [deep] } },
      },
    });
    const query = `{ node ${'{ nodes '.repeat(90)}{ leaf }${' }'.repeat(90)} }`;
    expect(await graph.ask(query)).toMatchObject({ data: { node: { nodes: [{ nodes: [{}] }] } } });
  });

  it('may apply directives that only say something to others', async () => {
    const composed = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
      @link(url: "https://example.com/notes/v1.0", import: ["@note", "@access"]) @composeDirective(name: "@note") @composeDirective(name: "@access")
      directive @note(text: String! = "x") on FIELD_DEFINITION | OBJECT
      directive @access(level: Int) on FIELD_DEFINITION`;
    await using graph = await foreignGraph({
      one: { sdl: `${composed} type Query @note { a: Int @note(text: "y") @access(level: 3) }`, resolvers: { Query: { a: () => 1 } } },
    });
    expect(await graph.ask('{ a }')).toEqual({ data: { a: 1 } });
  });

  it('may know directives for documents', async () => {
    const sdl = 'directive @trace(level: Int = 1) on FIELD | QUERY';
    await using graph = await foreignGraph({
      one: { sdl: `${link('"@key"')} ${sdl} type Query { a: Int }`, resolvers: { Query: { a: () => 1 } } },
      two: { sdl: `${link('"@key"')} ${sdl} type Query { b: Int }`, resolvers: { Query: { b: () => 2 } } },
    });
    expect(await graph.ask('query @trace { a @trace b @trace(level: 3) }')).toEqual({ data: { a: 1, b: 2 } });
  });

  it('may link what nobody has to understand', async () => {
    await using graph = await foreignGraph(pair('2.9'), { change: changes.unknownLink });
    expect(await graph.ask('{ cat { lives } }')).toEqual({ data: { cat: { lives: 9 } } });
  });

  it.each([
    ['security', changes.security],
    ['execution', changes.execution],
  ])('is refused when it needs something unknown for its %s', async (_what, change) => {
    await expect(foreignGraph(pair('2.9'), { change })).rejects.toThrow(/example\.com/);
  });

  it('is refused when it does not say where a subgraph is', async () => {
    await expect(foreignGraph(pair('2.9'), { change: changes.noUrl })).rejects.toThrow(/"two" is; set SUBGRAPH_URL_TWO/);
  });

  it('answers three hundred aliases with a handful of requests where the limits are loose', async () => {
    await using graph = await foreignGraph(pair('2.9'));
    const aliases = Array.from({ length: 300 }, (_, index) => `a${index}: cat { lives }`).join(' ');
    const { data } = await graph.ask(`{ ${aliases} }`);
    expect(Object.keys(data as object)).toHaveLength(300);
    expect(graph.requests.length).toBeLessThanOrEqual(2 + 3);
  });
});
