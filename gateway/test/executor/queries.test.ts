import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFixture, type OpenFixture, transportKinds } from './open-fixture.ts';

describe.each(transportKinds)('a query over %s', (kind) => {
  let fixture: OpenFixture;
  beforeAll(async () => {
    fixture = await openFixture(kind);
  });
  afterAll(() => fixture[Symbol.asyncDispose]());

  it('joins what several subgraphs know of one thing', async () => {
    const { data, errors } = await fixture.run(
      '{ me { name reviews { item { upc title ... on Book { inStock } } author { nickname } } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      me: {
        name: 'Name "u1"',
        reviews: [
          { item: { upc: 'b1', title: 'Title b1', inStock: true }, author: { nickname: 'ann' } },
          { item: { upc: 'b9-gone', title: null, inStock: true }, author: { nickname: 'ann' } },
        ],
      },
    });
  });

  it('sends the fields that a field requires, null included', async () => {
    const { data } = await fixture.run('{ products { upc ... on Book { shipping } } }');
    expect(data).toEqual({
      products: [{ upc: 'b1', shipping: 32 }, { upc: 'b2', shipping: null }, { upc: 'f1' }, { upc: 'b3', shipping: 30 }],
    });
  });

  it('asks for other fields of a thing although one with required fields is skipped', async () => {
    const { data } = await fixture.run(
      'query ($no: Boolean!) { product(upc: "b1") { ... on Book { inStock shipping @include(if: $no) } } }',
      { no: false },
    );
    expect(data).toEqual({ product: { inStock: true } });
  });

  it('looks things up by nested keys', async () => {
    const { data } = await fixture.run('{ search(text: "none") { ... on Shelf { label load place { row } } } }');
    expect(data).toEqual({ search: [{ label: 'top', load: 14, place: { row: 2 } }, {}] });
  });

  it('takes provided fields from where they come along', async () => {
    const plan = await fixture.prepare('{ reviews { signer { name } } }');
    expect(plan.fetchCount).toBe(1);
    const { data } = await fixture.run('{ reviews(first: 3) { signer { name } } }');
    expect(data).toEqual({ reviews: [{ signer: { name: 'Name "u1"' } }, { signer: { name: 'Name "u2"' } }, { signer: null }] });
  });

  it('keeps apart what objects of different types answer under one name', async () => {
    const document = `query ($n: Int!) { search(text: "f") {
      ... on Film { maker { friends(first: 2) { id } x: name karma } }
      ... on Book { maker { friends(first: $n) { id } x: nickname karma } }
      ... on Shelf { place { x: row } } } p: products {
      ... on Book { maker { friends(first: 2) { id } x: name } } ... on Film { maker { friends(first: $n) { id } x: nickname } } } }`;
    const { data, errors } = await fixture.run(document, { n: 0 });
    expect(errors).toEqual([]);
    expect(data).toEqual({
      search: [{ maker: { friends: [{ id: 'u1' }], x: 'Name "u2"', karma: 1 } }, { place: { x: 2 } }, {}],
      p: [
        { maker: { friends: [{ id: 'u2' }, { id: 'u3' }], x: 'Name "u1"' } },
        { maker: null },
        { maker: { friends: [], x: null } },
        { maker: { friends: [{ id: 'u2' }, { id: 'u4' }], x: 'Name "u4"' } },
      ],
    });
  });

  it('keeps keys apart from what the client calls by their names', async () => {
    const { data, errors } = await fixture.run(
      '{ latestReview { item { upc: title __typename: price } } me { id: nickname karma name: id } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      latestReview: { item: { upc: 'Title b1', __typename: 0 } },
      me: { id: 'ann', karma: 2, name: 'u1' },
    });
  });

  it('keeps nulls and order in lists of lists', async () => {
    const { data } = await fixture.run('{ teams { id karma } grid { upc inStock: __typename } }');
    expect(data).toEqual({
      teams: [[{ id: 'u1', karma: 2 }, null, { id: 'u4', karma: 1 }], [], null, [{ id: 'u2', karma: 1 }]],
      grid: [
        [
          { upc: 'b1', inStock: 'Book' },
          { upc: 'f1', inStock: 'Film' },
        ],
        [null],
        [
          { upc: 'b2', inStock: 'Book' },
          { upc: 'b1', inStock: 'Book' },
        ],
      ],
    });
  });

  it('answers names that every JavaScript object seems to have', async () => {
    const { dataJson } = await fixture.run(
      '{ users(first: 1) { constructor __proto__: nickname toString: karma valueOf: id } nobody { constructor } }',
    );
    expect(dataJson).toBe('{"users":[{"constructor":"made by u1","__proto__":"ann","toString":2,"valueOf":"u1"}],"nobody":null}');
  });

  it('writes a field where its first included occurrence stands', async () => {
    const document = 'query ($a: Boolean!) { me { name @include(if: $a) nickname ... on Account { name id @skip(if: $a) } } }';
    expect((await fixture.run(document, { a: true })).dataJson).toBe('{"me":{"name":"Name \\"u1\\"","nickname":"ann"}}');
    expect((await fixture.run(document, { a: false })).dataJson).toBe('{"me":{"nickname":"ann","name":"Name \\"u1\\"","id":"u1"}}');
  });

  it('tells an object without included fields from none', async () => {
    const { data } = await fixture.run('query ($no: Boolean!) { me { name @include(if: $no) } nobody { name @include(if: $no) } }', {
      no: false,
    });
    expect(data).toEqual({ me: {}, nobody: null });
  });

  it('answers introspection beside data, under the names asked for', async () => {
    const document =
      'query ($type: String!) { me { id } shape: __schema { queryType { name } } ...More } fragment More on Query { role: __type(name: $type) { enumValues { name } } }';
    const { data } = await fixture.run(document, { type: 'Role' });
    expect(data).toEqual({
      me: { id: 'u1' },
      shape: { queryType: { name: 'Query' } },
      role: { enumValues: [{ name: 'ADMIN' }, { name: 'MEMBER' }] },
    });
  });

  it('answers introspection from a plan that is kept', async () => {
    const ask = () => fixture.run('{ __type(name: "Address") { name fields { name } } __typename }');
    const expected = { __type: { name: 'Address', fields: [{ name: 'city' }, { name: 'street' }] }, __typename: 'Query' };
    expect((await ask()).data).toEqual(expected);
    expect((await ask()).data).toEqual(expected);
  });

  it('needs no subgraph for the name of the root type', async () => {
    const plan = await fixture.prepare('{ __typename }');
    expect(plan.fetchCount).toBe(0);
    expect((await fixture.run('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });

  it('counts the entities that it delivers, and not the values inside them', async () => {
    expect((await fixture.run('{ users(first: 2) { name address { city } } }')).objectCount).toBe(2);
  });
});
