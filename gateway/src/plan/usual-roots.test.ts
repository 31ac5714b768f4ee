import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { usualRoots } from './usual-roots.ts';

const supergraph = parse(
  'schema { query: Fragen mutation: Mutation } type Fragen { self: Fragen a: [Fragen!]! Fragen: Int } type Mutation { b: Int }',
);

describe('usualRoots', () => {
  it('gives root types the names that the planner knows, in the supergraph and in documents', () => {
    const rename = usualRoots(supergraph);
    expect(print(rename(supergraph))).toBe(
      print(
        parse('schema { query: Query mutation: Mutation } type Query { self: Query a: [Query!]! Fragen: Int } type Mutation { b: Int }'),
      ),
    );
    const document = parse('query Fragen { Fragen ... on Fragen { self { ...F } } } fragment F on Fragen { a { __typename } }');
    expect(print(rename(document))).toBe(
      print(parse('query Fragen { Fragen ... on Query { self { ...F } } } fragment F on Query { a { __typename } }')),
    );
  });

  it('changes nothing where they have them already', () => {
    const usual = parse('schema { query: Query } type Query { a: Int }');
    expect(usualRoots(usual)(usual)).toBe(usual);
    const implied = parse('type Query { a: Int }');
    expect(usualRoots(implied)(implied)).toBe(implied);
  });
});
