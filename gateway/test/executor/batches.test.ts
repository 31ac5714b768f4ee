import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Json, JsonObject, SubgraphAnswer } from '../../src/transport/port.ts';
import { openFixture, type OpenFixture, transportKinds } from './open-fixture.ts';

describe.each(transportKinds)('entities asked for over %s', (kind) => {
  const asked: (readonly Json[])[] = [];
  let fixture: OpenFixture;
  beforeAll(async () => {
    fixture = await openFixture(kind);
  });
  beforeEach(() => {
    asked.length = 0;
    fixture.restore();
    fixture.intercept('users', (call) => (operation, variables, meta) => {
      asked.push(variables['representations'] as readonly Json[]);
      return call(operation, variables, meta);
    });
  });
  afterAll(() => fixture[Symbol.asyncDispose]());

  it('go out in one call, each thing once', async () => {
    const { data } = await fixture.run('{ products { maker { nickname } } }');
    expect(data).toMatchObject({
      products: [{ maker: { nickname: 'ann' } }, { maker: { nickname: null } }, { maker: { nickname: null } }, {}],
    });
    expect(asked).toEqual([
      [
        { __typename: 'User', id: 'u1' },
        { __typename: 'User', id: 'u-gone' },
        { __typename: 'User', id: 'u2' },
        { __typename: 'User', id: 'u4' },
      ],
    ]);
  });

  it('leave out what has no key and what is null', async () => {
    const reviews = { reviews: [{ author: { __typename: 'User', id: 'u1' } }, { author: null }, { author: { __typename: 'User' } }] };
    fixture.intercept('reviews', () => () => Promise.resolve<SubgraphAnswer>({ data: reviews as unknown as JsonObject }));
    const { data } = await fixture.run('{ reviews { author { nickname } } }');
    expect(data).toEqual({ reviews: [{ author: { nickname: 'ann' } }, { author: null }, { author: { nickname: null } }] });
    expect(asked).toEqual([[{ __typename: 'User', id: 'u1' }]]);
  });

  it('go out in parts of equal size where they are more than 100', async () => {
    const authors = Array.from({ length: 250 }, (_, index) => ({ author: { __typename: 'User', id: `x${index}` } }));
    fixture.intercept('reviews', () => () => Promise.resolve<SubgraphAnswer>({ data: { reviews: authors } }));
    const { data } = await fixture.run('{ reviews { author { nickname } } }');
    expect(asked.map((part) => part.length)).toEqual([84, 84, 82]);
    expect((data as { readonly reviews: unknown[] }).reviews).toHaveLength(250);
  });

  it('give every place a copy of its own, so that a later join does not reach another', async () => {
    const { data } = await fixture.run(
      '{ latestReview { item { ... on Book { maker { friends(first: 1) { karma } } reviews { item { ... on Book { maker { friends { id } } } } } } } } }',
    );
    expect(data).toEqual({
      latestReview: {
        item: {
          maker: { friends: [{ karma: 1 }] },
          reviews: [
            { item: { maker: { friends: [{ id: 'u2' }, { id: 'u3' }] } } },
            { item: { maker: { friends: [{ id: 'u2' }, { id: 'u3' }] } } },
          ],
        },
      },
    });
  });
});
