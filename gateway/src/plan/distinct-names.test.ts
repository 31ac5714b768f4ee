import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { distinctNames } from './distinct-names.ts';

const RESERVED = new Set(['__typename', 'id', 'price']);
const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const distinct = (text: string) => {
  const { document, clientNames } = distinctNames(parse(text), RESERVED);
  return [flat(print(document)), Object.fromEntries(clientNames)];
};

describe('names of fields', () => {
  it.each(['{ a { id name x: name } b { x: name } }', '{ a { f(n: 1, m: $m) } b { f(m: $m, n: 1) } } ', '{ a { __typename price } }'])(
    'stay in %s',
    (text) => expect(distinct(text)).toEqual([flat(text), {}]),
  );

  it.each([
    [
      'other arguments',
      '{ ... on A { f(n: 1) } ... on B { f(n: $n) } }',
      '{ ... on A { f(n: 1) } ... on B { f_2: f(n: $n) } }',
      { f_2: 'f' },
    ],
    [
      'another field',
      '{ ... on A { x: a } ...F } fragment F on B { x: b }',
      '{ ... on A { x: a } ...F } fragment F on B { x_2: b }',
      { x_2: 'x' },
    ],
    ['none of its own that a key has', '{ id: name a { name: id id } }', '{ id_2: name a { name: id id } }', { id_2: 'id' }],
    [
      'arguments that a required field lacks',
      '{ price(in: EUR) price_2: id }',
      '{ price_3: price(in: EUR) price_2: id }',
      { price_3: 'price' },
    ],
    ['the meaning of a type name', '{ __typename: name }', '{ __typename_2: name }', { __typename_2: '__typename' }],
    [
      'a condition and the name of a key',
      '{ a { id @skip(if: $s) name @skip(if: $s) } }',
      '{ a { id_2: id @skip(if: $s) name @skip(if: $s) } }',
      { id_2: 'id' },
    ],
    ['a condition around it', '{ a { ... @skip(if: $s) { id } } }', '{ a { ... @skip(if: $s) { id_2: id } } }', { id_2: 'id' }],
    [
      'a fragment around it that has a condition',
      '{ a { ...F ...G @skip(if: $s) } } fragment F on A { id } fragment G on A { ...H } fragment H on A { id }',
      '{ a { ...F ...G @skip(if: $s) } } fragment F on A { id } fragment G on A { ...H } fragment H on A { id_2: id }',
      { id_2: 'id' },
    ],
  ])('change where a field has %s', (_, text, expected, names) => {
    expect(distinct(text)).toEqual([expected, names]);
  });

  it('are the same for the same question, however often it stands', () => {
    expect(distinct('{ ... on A { x: a } ... on B { x: b } ... on C { x: b @skip(if: $s) } }')).toEqual([
      '{ ... on A { x: a } ... on B { x_2: b } ... on C { x_2: b @skip(if: $s) } }',
      { x_2: 'x' },
    ]);
  });
});
