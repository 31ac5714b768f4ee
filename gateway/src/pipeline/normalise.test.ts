import { buildSchema, getOperationAST, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';

const schema = buildSchema(`
  type Query { thing(id: ID!, first: Int, filter: Filter, big: Big, kind: Kind): Thing  things(ids: [ID!]): [Thing] }
  type Thing { id: ID!  name(length: Int = 3): String  next: Thing }
  input Filter { name: String  size: Int = 7  tags: [String!] }
  enum Kind { A B }
  scalar Big
`);

function normalised(text: string, operationName?: string) {
  const document = parse(text);
  const result = normalise(schema, document, getOperationAST(document, operationName)!);
  return { text: print(result.document).replaceAll(/\s+/g, ' '), literals: { ...result.literals } };
}

describe('normalise', () => {
  it('puts variables of the declared types in the place of constants', () => {
    const { text, literals } = normalised('query Named { thing(id: 5, first: 20, kind: B) { name(length: 9) } }');
    expect(text).toBe('query ($v0: ID!, $v1: Int, $v2: Kind, $v3: Int) { thing(id: $v0, first: $v1, kind: $v2) { name(length: $v3) } }');
    expect(literals).toEqual({ v0: '5', v1: 20, v2: 'B', v3: 9 });
  });

  it('makes one text of operations that differ in constants and names', () => {
    const [one, other] = ['query A { thing(id: "1", first: 20) { id } }', 'query B { thing(id: "2", first: 21) { id } }'].map((text) =>
      normalised(text),
    );
    expect(one!.text).toBe(other!.text);
    expect(one!.literals).not.toEqual(other!.literals);
  });

  it('gives equal constants of one type one variable, so that equal fields stay equal', () => {
    const { text } = normalised('{ thing(id: "1") { id } thing(id: "1") { name } other: thing(id: "2", first: 1) { id } }');
    expect(text).toContain('thing(id: $v0) { id } thing(id: $v0) { name } other: thing(id: $v1, first: $v2)');
  });

  it('applies defaults inside input objects', () => {
    expect(normalised('{ thing(id: "1", filter: { name: "x" }) { id } }').literals).toEqual({ v0: '1', v1: { name: 'x', size: 7 } });
  });

  it('leaves what holds a variable, numbers that JSON cannot hold, and directives', () => {
    const text = normalised(
      'query($n: String, $id: ID!) { thing(id: $id, filter: { name: $n, tags: ["a"] }, big: 12345678901234567890) { name @include(if: true) id @skip(if: false) } }',
    ).text;
    expect(text).toContain('filter: {name: $n, tags: ["a"]}, big: 12345678901234567890');
    expect(text).toContain('name @include(if: true) id @skip(if: false)');
  });

  it('keeps only the chosen operation and the fragments it reaches', () => {
    const { text } = normalised(
      'query A { thing(id: "1") { ...Used } } query B { things { id } } fragment Unused on Thing { id } fragment Inner on Thing { name } fragment Used on Thing { next { ...Inner } }',
      'A',
    );
    expect(text).toBe(
      'query ($v0: ID!) { thing(id: $v0) { ...Used } } fragment Inner on Thing { name } fragment Used on Thing { next { ...Inner } }',
    );
  });

  it('hoists constants out of fragments and away from names that are taken', () => {
    const { text, literals } = normalised('query($v0: ID!) { thing(id: $v0) { ...F } } fragment F on Thing { name(length: 4) }');
    expect(text).toContain('name(length: $v1)');
    expect(literals).toEqual({ v1: 4 });
  });

  it('takes other names for variables that plans have themselves, each its own', () => {
    const { text } = normalised(
      'query ($representations: ID!, $v_representations: Int, $__proto__: Big) { thing(id: $representations, first: $v_representations, big: $__proto__) { id } }',
    );
    expect(text).toBe(
      'query ($v_representations: ID!, $v_v_representations: Int, $v___proto__: Big) { thing(id: $v_representations, first: $v_v_representations, big: $v___proto__) { id } }',
    );
  });

  it('keeps null as a constant', () => {
    expect(normalised('{ thing(id: "1", first: null) { id } }').literals).toEqual({ v0: '1', v1: null });
  });
});
