import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { rootFields } from './root-fields.ts';
import { sampleOperations } from './sample-operation.ts';

const document = parse(`
  schema { query: Query }
  type Query @join__type(graph: A) {
    plain: Int
    thing(id: ID!, optional: Int, kind: Kind!, many: [Int!]!, at: DateTime!, given: Int! = 3): Thing
    deep(input: Input!): [Thing!]!
    endless(input: Endless!): Int
  }
  type Thing { id: ID! }
  enum Kind { HIDDEN @inaccessible SEEN }
  input Input { name: String!  note: String  amount: Amount!  size: Int! = 1 }
  input Amount { value: Decimal!  currency: CurrencyCode! }
  input Endless { next: Endless! }
  scalar DateTime scalar Decimal scalar CurrencyCode`);

describe('sampleOperations', () => {
  it('gives what a field requires, and asks for no more than a type name', () => {
    const sample = sampleOperations(document);
    const texts = rootFields(document).map((field) => sample(field).text.replace('query AccessSelfTest ', ''));
    expect(texts.slice(0, 3)).toEqual([
      '{ plain }',
      '{ thing(id: "self-test", kind: SEEN, many: [1], at: "2026-01-01T00:00:00.000Z") { __typename } }',
      '{ deep(input: {name: "self-test", amount: {value: "1", currency: "EUR"}}) { __typename } }',
    ]);
    expect(texts[3]).toMatch(/^\{ endless\(input: (\{next: )+\{\}\}+\) \}$/);
  });
});
