import { parse, print } from 'graphql';
import { expect, it } from 'vitest';
import { anchored } from './anchored.ts';

const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

it.each([
  ['asks every object for something', '{ a { b @skip(if: $c) } }', '{ a { __typename b @skip(if: $c) } }'],
  ['leaves alone what asks already', '{ a { b ... @skip(if: $c) { d } } }', '{ a { b ... @skip(if: $c) { d } } }'],
  ['takes out what is never included', '{ a { b @skip(if: true) c } d @include(if: false) }', '{ a { c } }'],
  ['takes out conditions that always hold', '{ a @include(if: true) { b @skip(if: false) } ...F @include(if: true) }', '{ a { b } ...F }'],
  [
    'leaves no selection empty',
    '{ a @skip(if: true) } fragment F on T { b @include(if: false) }',
    '{ __typename } fragment F on T { __typename }',
  ],
])('a document for the planner %s', (_, text, expected) => {
  expect(flat(print(anchored(parse(text))))).toBe(expected);
});
