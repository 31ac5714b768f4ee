import { buildSchema, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../transport/port.ts';
import { readVariables, variableCoercion } from './variables.ts';

const schema = buildSchema(`
  type Query { ask(input: Input, ids: [ID!], n: Int, text: String, any: Any): Int }
  input Input { name: String!  size: Int = 7  inner: Input  kind: Kind }
  enum Kind { RED }
  scalar Any
`);

function coerce(operation: string, given: unknown, maxErrors = 20) {
  const readings = readVariables(schema, getOperationAST(parse(`${operation} { ask }`))!.variableDefinitions);
  return variableCoercion(schema, readings, { hideSuggestions: true, maxErrors })(given as JsonObject | undefined);
}
const messages = (result: ReturnType<typeof coerce>) => (result.ok ? [] : result.errors.map(({ message }) => message));

describe('variableCoercion', () => {
  it('applies defaults of variables and of input fields, and tells null from absent', () => {
    expect(coerce('query($n: Int = 3, $text: String, $input: Input)', { input: { name: 'x' }, text: null })).toEqual({
      ok: true,
      values: { n: 3, text: null, input: { name: 'x', size: 7 } },
    });
  });

  it('takes a single value for a list, and a number for an id', () => {
    expect(coerce('query($ids: [ID!])', { ids: 5 })).toMatchObject({ ok: true, values: { ids: ['5'] } });
  });

  it('says where and what is expected, and never what was sent', () => {
    const given = { n: 'hunter2', input: { name: null, size: 'hunter2', kind: 'hunter2', inner: { extra: 'hunter2' } } };
    const found = messages(coerce('query($n: Int, $input: Input, $ids: [ID!]!)', given));
    expect(found).toEqual([
      'Variable "$n": a value of type "Int" is expected.',
      'Variable "$input.name": Expected non-nullable type "String!" not to be null.',
      'Variable "$input.size": a value of type "Int" is expected.',
      'Variable "$input.inner": Field "name" of required type "String!" was not provided.',
      'Variable "$input.inner": Field "extra" is not defined by type "Input".',
      'Variable "$input.kind": a value of type "Kind" is expected.',
      'Variable "$ids": a value of type "[ID!]!" is required.',
    ]);
  });

  it('stops at so many errors', () => {
    expect(messages(coerce('query($ids: [ID!])', { ids: [null, null, null, null] }, 3))).toHaveLength(3);
  });

  it('refuses unfit text wherever it stands', () => {
    expect(messages(coerce('query($any: Any)', { any: { deep: ['fine', 'a\0'] } }))).toEqual([
      'Variable "$any.deep.1": must not contain the character U+0000',
    ]);
  });

  it('keeps __proto__ a key like any other', () => {
    const given = JSON.parse('{"any":{"__proto__":{"isAdmin":true}}}') as JsonObject;
    const result = coerce('query($any: Any)', given);
    const any = result.ok ? (result.values['any'] as JsonObject) : {};
    expect(Object.keys(any)).toEqual(['__proto__']);
    expect(any['isAdmin']).toBeUndefined();
    expect(Object.getPrototypeOf(any)).toBeNull();
  });

  it('does not take what an object inherits for given', () => {
    expect(coerce('query($text: String)', Object.create({ text: 'inherited' }))).toEqual({ ok: true, values: {} });
  });
});
