import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foreignGraph, link, type ForeignGraph } from './graph.ts';

const typed = { __resolveType: ({ __typename }: { __typename: string }) => __typename };
const song = {
  __typename: 'Song',
  id: 's1',
  seconds: 200,
  singer: { __typename: 'Band', id: 'b1' },
  note: { __typename: 'Sheet', pages: 2 },
};
const talk = {
  __typename: 'Talk',
  id: 't1',
  seconds: 900,
  speaker: { __typename: 'Person', id: 'x1' },
  note: { __typename: 'Script', words: 40 },
};
const ad = { __typename: 'Advert', brand: 'Cola', seconds: 15 };

/** Unions and interfaces whose members differ between subgraphs. */
const subgraphs = {
  radio: {
    sdl: `${link('"@key", "@shareable", "@external", "@provides"')}
      type Query { schedule: [Slot!]!  now: Slot  live: Broadcast @shareable  favourites: [Playable!]!  guest: Guest @provides(fields: "... on Person { name } ... on Band { name }") }
      union Slot = Song | Talk | Advert
      interface Broadcast { id: ID!  seconds: Int! }
      interface Playable { id: ID!  note: Note! }
      union Note = Sheet | Script
      union Guest = Person | Band
      type Sheet { pages: Int! }
      type Script { words: Int! }
      type Song implements Broadcast & Playable @key(fields: "id") { id: ID!  seconds: Int! @shareable  singer: Singer!  note: Note! }
      type Talk implements Broadcast & Playable @key(fields: "id") { id: ID!  seconds: Int! @shareable  speaker: Person!  note: Note! }
      type Advert { brand: String!  seconds: Int! }
      interface Singer { id: ID! }
      type Band implements Singer @key(fields: "id") { id: ID!  name: String! @external }
      type Person implements Singer @key(fields: "id") { id: ID!  name: String! @external }`,
    resolvers: {
      Query: {
        schedule: () => [song, ad, talk],
        now: () => ad,
        live: () => song,
        favourites: () => [talk, song],
        guest: () => ({ __typename: 'Band', id: 'b1', name: 'The provided' }),
      },
      Slot: typed,
      Broadcast: typed,
      Playable: typed,
      Note: typed,
      Guest: typed,
      Singer: typed,
      Song: { __resolveReference: () => song },
      Talk: { __resolveReference: () => talk },
    },
  },
  people: {
    sdl: `${link('"@key", "@shareable"')}
      type Query { performer(id: ID!): Performer  live: Broadcast @shareable }
      interface Performer { id: ID!  name: String! }
      type Band implements Performer @key(fields: "id") { id: ID!  name: String! @shareable  members: [Person!]! }
      type Person implements Performer @key(fields: "id") { id: ID!  name: String! @shareable  age: Int }
      interface Broadcast { id: ID! }
      type Song implements Broadcast @key(fields: "id") { id: ID!  writers: [Performer!]! }
      type Talk implements Broadcast @key(fields: "id") { id: ID!  topic: String! }`,
    resolvers: {
      Query: {
        performer: (_: unknown, { id }: { id: string }) => ({ __typename: id.startsWith('b') ? 'Band' : 'Person', id }),
        live: () => song,
      },
      Performer: typed,
      Broadcast: typed,
      Band: { name: ({ id }: { id: string }) => `Band ${id}`, members: () => [{ id: 'x1' }, { id: 'x2' }] },
      Person: { name: ({ id }: { id: string }) => `Person ${id}`, age: ({ id }: { id: string }) => (id === 'x1' ? 30 : null) },
      Song: {
        writers: () => [
          { __typename: 'Person', id: 'x2' },
          { __typename: 'Band', id: 'b1' },
        ],
      },
      Talk: { topic: () => 'Ferns' },
    },
  },
  charts: {
    sdl: `${link('"@key", "@shareable"')}
      type Query { top: [Hit!]! }
      union Hit = Song | Slogan
      type Slogan @shareable { text: String! }
      type Song @key(fields: "id") { id: ID!  rank: Int!  seconds: Int! @shareable }`,
    resolvers: {
      Query: {
        top: () => [
          { __typename: 'Song', id: 's1', seconds: 200 },
          { __typename: 'Slogan', text: 'Drink!' },
        ],
      },
      Hit: typed,
      Song: { __resolveReference: ({ id }: { id: string }) => ({ id, seconds: 200 }), rank: () => 1 },
    },
  },
  covers: {
    sdl: `${link('"@key", "@shareable"')}
      type Query { cover: Hit }
      union Hit = Song | Poster
      type Poster { width: Int! }
      type Song @key(fields: "id") { id: ID!  colour: String! }`,
    resolvers: { Query: { cover: () => ({ __typename: 'Song', id: 's1' }) }, Hit: typed, Song: { colour: () => 'red' } },
  },
};

let graph: ForeignGraph;
beforeAll(async () => {
  graph = await foreignGraph(subgraphs);
});
afterAll(() => graph[Symbol.asyncDispose]());

describe('abstract types of a foreign supergraph', () => {
  it('let each member be joined from where its fields are', async () => {
    const query = `{ schedule { __typename ... on Song { id rank writers { name ... on Person { age } } } ... on Talk { topic speaker { name age } } ... on Advert { brand } } }`;
    expect(await graph.ask(query)).toEqual({
      data: {
        schedule: [
          { __typename: 'Song', id: 's1', rank: 1, writers: [{ name: 'Person x2', age: null }, { name: 'Band b1' }] },
          { __typename: 'Advert', brand: 'Cola' },
          { __typename: 'Talk', topic: 'Ferns', speaker: { name: 'Person x1', age: 30 } },
        ],
      },
    });
  });

  it('answer `{}` for members of which nothing is selected, and ask nothing for them', async () => {
    expect(await graph.ask('{ now { ... on Song { rank } ... on Talk { topic } } }')).toEqual({ data: { now: {} } });
    expect(graph.requests.map(({ subgraph }) => subgraph)).toEqual(['radio']);
  });

  it('take interfaces that have other fields in another subgraph', async () => {
    expect(await graph.ask('{ live { id seconds ... on Song { writers { id } rank } } }')).toEqual({
      data: { live: { id: 's1', seconds: 200, writers: [{ id: 'x2' }, { id: 'b1' }], rank: 1 } },
    });
  });

  it('may hold abstract types, selected through several fragments', async () => {
    const query = `query ($short: Boolean!) {
      favourites { ...Notes ... on Song { singer { id ... on Band { name members { name } } } } ... on Playable { id @skip(if: $short) } }
    }
    fragment Notes on Playable { note { ... on Sheet { pages } ... on Script { words } kind: __typename } }`;
    expect(await graph.ask(query, { short: true })).toEqual({
      data: {
        favourites: [
          { note: { words: 40, kind: 'Script' } },
          {
            note: { pages: 2, kind: 'Sheet' },
            singer: { id: 'b1', name: 'Band b1', members: [{ name: 'Person x1' }, { name: 'Person x2' }] },
          },
        ],
      },
    });
  });

  it('may be unions with different members in different subgraphs', async () => {
    expect(await graph.ask('{ top { __typename ... on Song { colour } ... on Slogan { text } ... on Poster { width } } }')).toEqual({
      data: {
        top: [
          { __typename: 'Song', colour: 'red' },
          { __typename: 'Slogan', text: 'Drink!' },
        ],
      },
    });
    expect(await graph.ask('{ cover { ... on Song { rank seconds } ... on Slogan { text } } }')).toEqual({
      data: { cover: { rank: 1, seconds: 200 } },
    });
  });

  it('take what is provided for members, without asking who owns it', async () => {
    expect(await graph.ask('{ guest { ... on Band { name } ... on Person { name } } }')).toEqual({
      data: { guest: { name: 'The provided' } },
    });
    expect(graph.requests.map(({ subgraph }) => subgraph)).toEqual(['radio']);
    expect(await graph.ask('{ guest { ... on Band { name members { id } } } }')).toEqual({
      data: { guest: { name: 'The provided', members: [{ id: 'x1' }, { id: 'x2' }] } },
    });
  });

  it('tell their type name everywhere, under any alias, also at the root', async () => {
    expect(
      await graph.ask('{ __typename a: __typename performer(id: "b1") { kind: __typename ... on Band { members { __typename } } } }'),
    ).toEqual({
      data: { __typename: 'Query', a: 'Query', performer: { kind: 'Band', members: [{ __typename: 'Person' }, { __typename: 'Person' }] } },
    });
  });
});
