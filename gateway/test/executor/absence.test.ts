import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Json, SubgraphAnswer } from '../../src/transport/port.ts';
import { openFixture, type OpenFixture, transportKinds } from './open-fixture.ts';
import type { FixtureName } from './sdl.ts';

describe.each(transportKinds)('a thing that its owner answers with null over %s', (kind) => {
  let fixture: OpenFixture;
  beforeAll(async () => {
    fixture = await openFixture(kind);
  });
  afterEach(() => fixture.restore());
  afterAll(() => fixture[Symbol.asyncDispose]());

  /** Lets a subgraph answer entities of the test's own. */
  const answer = (name: FixtureName, entities: readonly Json[], errors: SubgraphAnswer['errors'] = []) =>
    fixture.intercept(name, () => () => Promise.resolve({ data: { _entities: [...entities] }, ...(errors.length > 0 && { errors }) }));

  it('is null without an error where it may be null', async () => {
    const { data, errors } = await fixture.run('{ latestReview { id author { id name friends { id } } } }');
    expect(data).toEqual({ latestReview: { id: 'r3', author: null } });
    expect(errors).toEqual([]);
  });

  it('keeps what others know of it where all its own fields may be null', async () => {
    const { data, errors } = await fixture.run('{ latestReview { author { id nickname karma } } }');
    expect(data).toEqual({ latestReview: { author: { id: 'u-gone', nickname: null, karma: 1 } } });
    expect(errors).toEqual([]);
  });

  it('has no field under the name of its key but the key', async () => {
    const { data, errors } = await fixture.run('{ latestReview { author { id: nickname karma } } }');
    expect(data).toEqual({ latestReview: { author: { id: null, karma: 1 } } });
    expect(errors).toEqual([]);
  });

  it('leaves no error in any place of a list', async () => {
    const { data, errors } = await fixture.run('{ a: reviews { author { name } } b: reviews { x: author { role } } }');
    expect(data).toMatchObject({ a: [{}, {}, { author: null }, {}, {}], b: [{}, {}, { x: null }, {}, {}] });
    expect(errors).toEqual([]);
  });

  it.each([
    ['field', '{ latestReview { verdict { judge { name } jury { name } } } }', { verdict: null }, ['latestReview', 'verdict', 'judge']],
    [
      'field whose own fields are renamed',
      '{ latestReview { verdict { judge { id name: role role: nickname } } } }',
      { verdict: null },
      ['latestReview', 'verdict', 'judge'],
    ],
  ])('is one error at its place, not to be repeated, where a %s may not be null', async (_, document, latestReview, path) => {
    const { data, errors } = await fixture.run(document);
    expect(data).toEqual({ latestReview });
    expect(errors).toHaveLength(1);
    expect(errors).toMatchObject([{ path, extensions: { code: 'NOT_FOUND', retryable: false, requestId: 'request-1' } }]);
  });

  it('is one error at its place in a list whose items may not be null', async () => {
    const { data, errors } = await fixture.run('{ reviews(first: 2) { verdict { jury { name } } } }');
    expect(data).toEqual({ reviews: [{ verdict: { jury: [] } }, { verdict: { jury: null } }] });
    expect(errors).toHaveLength(1);
    expect(errors).toMatchObject([{ path: ['reviews', 1, 'verdict', 'jury', 1], extensions: { code: 'NOT_FOUND' } }]);
  });

  it('is told although a subgraph that contributes to it is away', async () => {
    fixture.intercept('stock', () => () => Promise.reject(new Error('away')));
    const { errors } = await fixture.run('{ latestReview { item { ... on Book { inStock } } verdict { judge { name } } } }');
    expect(errors.map(({ path, extensions }) => [path?.join('.'), extensions?.['code']])).toEqual([
      ['latestReview.item', 'SUBGRAPH_UNAVAILABLE'],
      ['latestReview.verdict.judge', 'NOT_FOUND'],
    ]);
  });

  it('stays whole but for the fields of a subgraph that merely contributes to it', async () => {
    fixture.intercept('reviews', () => (_operation, variables) => {
      const count = (variables['representations'] as readonly Json[]).length;
      return Promise.resolve({ data: { _entities: Array.from({ length: count }, () => null) } });
    });
    const { data, errors } = await fixture.run('{ users(first: 2) { name karma reviews { id } } }');
    expect(data).toEqual({
      users: [
        { name: 'Name "u1"', karma: null, reviews: null },
        { name: 'Name "u2"', karma: null, reviews: null },
      ],
    });
    expect(errors).toEqual([]);
  });

  it('does not excuse an owner that answers the thing without a field, though a contributor answers null', async () => {
    answer('stock', [null]);
    answer('products', [{ __typename: 'Book', title: 'half' }]);
    const { data, errors } = await fixture.run('{ latestReview { item { title price ... on Book { shipping } } } }');
    expect(data).toEqual({ latestReview: { item: null } });
    expect(errors).toMatchObject([{ path: ['latestReview', 'item', 'price'], extensions: { code: 'SUBGRAPH_INVALID_RESPONSE' } }]);
  });

  it.each([
    ['the thing', ['_entities', 0], ['latestReview', 'author']],
    ['the call', undefined, ['latestReview', 'author']],
  ])('is a failure where an error about %s comes along', async (_, path, expected) => {
    answer('users', [null], [{ message: 'broken', ...(path && { path }), extensions: { code: 'CONFLICT' } }]);
    const { data, errors } = await fixture.run('{ latestReview { author { name } } }');
    expect(data).toEqual({ latestReview: { author: null } });
    expect(errors).toMatchObject([{ path: expected, extensions: { code: 'CONFLICT' } }]);
  });

  it('is told apart from a thing beside it that failed', async () => {
    answer('users', [null, null], [{ message: 'broken', path: ['_entities', 1], extensions: { code: 'CONFLICT' } }]);
    const { data, errors } = await fixture.run('{ reviews(first: 2) { author { name } } }');
    expect(data).toEqual({ reviews: [{ author: null }, { author: null }] });
    expect(errors).toMatchObject([{ path: ['reviews', 1, 'author'], extensions: { code: 'CONFLICT' } }]);
  });
});
