import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { FetchNode, RequiredSelection } from '../../query-plan.ts';
import type { DataObject } from '../own-property.ts';
import { representationsOf } from './representations.ts';
import { supergraphTypes } from '../supergraph-types.ts';

const types = supergraphTypes(
  parse(`interface Media { id: ID! }
    type Book implements Media @join__type(graph: A, key: "id") @join__type(graph: B, key: "place { row }") { id: ID! }
    type Film implements Media @join__type(graph: A, key: "id") { id: ID! }`),
);

const field = (name: string, selections?: readonly RequiredSelection[]): RequiredSelection => ({
  kind: 'Field',
  name,
  ...(selections && { selections }),
});
const on = (typeCondition: string, ...selections: readonly RequiredSelection[]): RequiredSelection => ({
  kind: 'InlineFragment',
  typeCondition,
  selections,
});

function represent(requires: readonly RequiredSelection[], target: unknown, mayLack = false) {
  const fetch: FetchNode = { kind: 'Fetch', serviceName: 's', operation: '', operationKind: 'query', requires };
  return representationsOf(fetch, types)(target as DataObject, () => mayLack);
}

describe('representationsOf', () => {
  const keys = [on('Book', field('__typename'), field('id'), field('size', [field('width')]))];

  it('holds what is required and nothing else', () => {
    expect(represent(keys, { __typename: 'Book', id: '1', title: 'x', size: { width: 0, height: 1 } })).toEqual({
      __typename: 'Book',
      id: '1',
      size: { width: 0 },
    });
  });

  it('sends null as a value', () => {
    expect(represent(keys, { __typename: 'Book', id: '1', size: null })).toEqual({ __typename: 'Book', id: '1', size: null });
  });

  it.each([
    ['a key is missing', { __typename: 'Book', size: null }],
    ['a part of a required object is missing', { __typename: 'Book', id: '1', size: {} }],
    ['the type is another', { __typename: 'Film', id: '1', size: null }],
    ['the type is unknown', { id: '1', size: null }],
  ])('is none when %s', (_, target) => {
    expect(represent(keys, target)).toBeUndefined();
  });

  it('follows fragments on interfaces, and lists', () => {
    const requires = [on('Media', field('__typename'), field('id'), field('parts', [field('n')]))];
    expect(represent(requires, { __typename: 'Film', id: '2', parts: [{ n: 1, x: 1 }, null] })).toEqual({
      __typename: 'Film',
      id: '2',
      parts: [{ n: 1 }, null],
    });
  });

  it('does without a required field that a condition left out, but never without a key', () => {
    const requires = [on('Book', field('__typename'), field('id'), field('weight'))];
    expect(represent(requires, { __typename: 'Book', id: '1' }, true)).toEqual({ __typename: 'Book', id: '1' });
    expect(represent(requires, { __typename: 'Book', weight: 1 }, true)).toBeUndefined();
    expect(represent(requires, { __typename: 'Book', id: '1' })).toBeUndefined();
  });

  it('is none for an object that a fragment on its interface gives required fields and no key', () => {
    const requires = [on('Book', field('__typename'), field('id')), on('Media', field('__typename'), field('length'))];
    expect(represent(requires, { __typename: 'Book', id: '1', length: 2 })).toEqual({ __typename: 'Book', id: '1', length: 2 });
    expect(represent(requires, { __typename: 'Film', id: '2', length: 2 })).toBeUndefined();
  });

  it('knows compound keys', () => {
    expect(types.isKeyField('Book', 'place')).toBe(true);
    expect(types.isKeyField('Book', 'weight')).toBe(false);
    expect([...types.entityTypes]).toEqual(['Book', 'Film']);
  });
});
