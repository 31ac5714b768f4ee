import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Subgraph } from '@veza/graphql';
import { type GraphQLResolveInfo, isAbstractType, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose } from './fixture.ts';
import { type OpenFixture, openSupergraph, transportKinds } from './open-fixture.ts';
import { link } from './sdl.ts';

// An interface that another subgraph sees as an object type, and keys of one name and different types: both need rewrites.
const sdls = {
  media: `${link('"@key"')}
    type Query { media: [Media!]!  things: [Thing!]! }
    interface Media @key(fields: "id") { id: ID!  title: String }
    type Book implements Media @key(fields: "id") { id: ID!  title: String  pages: Int }
    type Film implements Media @key(fields: "id") { id: ID!  title: String }
    union Thing = Stone | Plant
    type Stone @key(fields: "code") { code: ID! }
    type Plant @key(fields: "code") { code: Int! }`,
  likes: `${link('"@key", "@interfaceObject"')}
    type Query { mostLiked: Media }
    type Media @key(fields: "id") @interfaceObject { id: ID!  likeCount(since: Int): Int }
    type Stone @key(fields: "code") { code: ID!  weight: Int }
    type Plant @key(fields: "code") { code: Int!  height: Int }`,
};

const book = { __typename: 'Book', id: 'b', title: 'B', pages: 3 };
const film = { __typename: 'Film', id: 'f', title: 'F' };
const roots: Readonly<Record<string, unknown>> = {
  media: [book, film],
  things: [
    { __typename: 'Stone', code: 's' },
    { __typename: 'Plant', code: 0 },
  ],
  mostLiked: { __typename: 'Media', id: 'f' },
};

type Representation = Readonly<Record<string, unknown>>;

/** What each subgraph knows of a representation; `likes` has never heard of books and films. */
const know: Readonly<Record<keyof typeof sdls, (one: Representation) => unknown>> = {
  media: ({ id }) => [book, film].find((media) => media.id === id) ?? null,
  likes: (one) => {
    if (one['__typename'] === 'Media') return { ...one, likeCount: one['id'] === 'b' ? 0 : 5 };
    return one['__typename'] === 'Stone' ? { ...one, weight: 9 } : { ...one, height: Number(one['code']) + 1 };
  },
};

function subgraph(name: keyof typeof sdls): Subgraph {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdls[name]) }]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value) => (value as typeof book).__typename;
  }
  for (const [field, definition] of Object.entries(schema.getQueryType()!.getFields())) {
    if (field in roots)
      definition.resolve = (_root: unknown, _args: unknown, _context: unknown, info: GraphQLResolveInfo) => roots[info.fieldName];
  }
  schema.getQueryType()!.getFields()['_entities']!.resolve = (
    _root: unknown,
    args: { readonly representations: readonly Representation[] },
  ) => args.representations.map((one) => know[name](one));
  return { name, schema, context: (request) => ({ request, caller: request.caller }), background: {} };
}

describe.each(transportKinds)('rewrites of a plan over %s', (kind) => {
  let fixture: OpenFixture;
  beforeAll(async () => {
    fixture = await openSupergraph(kind, { ...compose(sdls), subgraphs: [subgraph('media'), subgraph('likes')] });
  });
  afterAll(() => fixture[Symbol.asyncDispose]());

  it('let a subgraph add fields to every type of an interface', async () => {
    const { data, errors } = await fixture.run('{ media { title likeCount ... on Book { pages } } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({
      media: [
        { title: 'B', likeCount: 0, pages: 3 },
        { title: 'F', likeCount: 5 },
      ],
    });
  });

  it('find the real type of an object that came as the interface', async () => {
    const { data } = await fixture.run('{ mostLiked { __typename likeCount title ... on Film { id } } }');
    expect(data).toEqual({ mostLiked: { __typename: 'Film', likeCount: null, title: 'F', id: 'f' } });
  });

  it('keep keys of one name and different types apart, a zero included', async () => {
    const { data, errors } = await fixture.run('{ things { ... on Stone { weight code } ... on Plant { height plantCode: code } } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({
      things: [
        { weight: 9, code: 's' },
        { height: 1, plantCode: 0 },
      ],
    });
  });
});
