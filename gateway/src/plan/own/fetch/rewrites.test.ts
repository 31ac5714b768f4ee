import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { DataObject } from '../own-property.ts';
import { compileRewrites, renamedKeys } from './rewrites.ts';
import { supergraphTypes } from '../supergraph-types.ts';

const types = supergraphTypes(
  parse('interface Media { id: ID! } type Book implements Media { id: ID! } type Film implements Media { id: ID! }'),
);
const data = (value: unknown) => value as DataObject;

describe('compileRewrites', () => {
  it('has nothing to do without rewrites', () => {
    expect(compileRewrites([], types)).toBeUndefined();
  });

  it('sets a value where the type fits', () => {
    const apply = compileRewrites([{ kind: 'ValueSetter', path: ['... on Book', '__typename'], setValueTo: 'Media' }], types)!;
    const [book, film] = [data({ __typename: 'Book', id: '1' }), data({ __typename: 'Film', id: '2' })];
    apply(book);
    apply(film);
    expect([book, film]).toEqual([
      { __typename: 'Media', id: '1' },
      { __typename: 'Film', id: '2' },
    ]);
  });

  it.each([0, false, '', null, 'x'])('renames a key whose value is %j', (value) => {
    const object = data({ __typename: 'Book', name__alias_0: value });
    compileRewrites([{ kind: 'KeyRenamer', path: ['... on Media', 'name__alias_0'], renameKeyTo: 'name' }], types)!(object);
    expect(object).toEqual({ __typename: 'Book', name: value });
  });

  it('reaches into lists and leaves alone what is not there', () => {
    const object = data({ shelf: [{ items: [{ a__alias_0: 1 }, null] }, { items: null }] });
    compileRewrites([{ kind: 'KeyRenamer', path: ['shelf', 'items', 'a__alias_0'], renameKeyTo: 'a' }], types)!(object);
    expect(object).toEqual({ shelf: [{ items: [{ a: 1 }, null] }, { items: null }] });
  });

  it('takes the type of the target where the answer does not say', () => {
    const object = data({ a__alias_0: 1 });
    compileRewrites([{ kind: 'KeyRenamer', path: ['... on Book', 'a__alias_0'], renameKeyTo: 'a' }], types)!(object, 'Book');
    expect(object).toEqual({ a: 1 });
  });

  it('tells which names the client knows', () => {
    expect(renamedKeys([{ kind: 'KeyRenamer', path: ['x', 'a__alias_0'], renameKeyTo: 'a' }])).toEqual(new Map([['a__alias_0', 'a']]));
  });
});
