import fc from 'fast-check';
import { buildSchema, defaultFieldResolver, execute, isObjectType, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { alice, requestOf } from '../../test/notes-subgraph.ts';
import { canCompile } from './can-compile.ts';
import { prepareDocument, type Variables } from './run-document.ts';

const schema = buildSchema(`
  interface I { a: Int t: T }
  type T implements I { a: Int b: String t: T l: [T] i: I }
  type Query { a: Int t: T l: [T] i: I search(one: Plain, two: Selfish, three: Outer): Int }
  input Plain { text: String more: Leaf }
  input Leaf { text: String }
  input Selfish { text: String and: [Selfish!] }
  input Outer { inner: [Middle!] }
  input Middle { selfish: Selfish }
`);
for (const type of Object.values(schema.getTypeMap())) {
  if (isObjectType(type) && !type.name.startsWith('__'))
    for (const field of Object.values(type.getFields())) field.resolve = defaultFieldResolver;
}
const root: Record<string, unknown> = { __typename: 'T', a: 1, b: 'x' };
Object.assign(root, { t: () => root, l: () => [root, null], i: () => Promise.resolve(root) });
const context = { request: requestOf(alice), caller: alice };

const run = async (text: string, variables: Variables): Promise<string> => {
  const prepared = prepareDocument(schema, parse(text));
  if ('errors' in prepared) throw new Error(String(prepared.errors));
  return JSON.stringify((await prepared.run(root, context, variables)).data);
};
const interpret = async (text: string, variables: Variables): Promise<string> =>
  JSON.stringify(
    (await execute({ schema, document: parse(text), rootValue: root, contextValue: context, variableValues: variables })).data,
  );

/** Selections with conditions on fields, inline fragments and spreads, in which response keys often meet. */
const selections = (spreads: readonly string[]) => {
  const condition = fc.constantFrom('', '', '', '@include(if: $x)', '@skip(if: $y)', '@include(if: $y) @skip(if: $x)');
  const parts = (...arbitraries: fc.Arbitrary<string>[]) => fc.tuple(...arbitraries).map((texts) => texts.join(' '));
  return fc.letrec<{ set: string; item: string }>((tie) => ({
    set: fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((items) => `{ ${items.join(' ')} }`),
    item: fc.oneof(
      { maxDepth: 3 },
      parts(fc.constantFrom('a', 'k: a', 'm: a', 'n: a', '__typename', ...spreads), condition),
      parts(fc.constantFrom('t', 'l', 'i', 'u: t', 'v: t', '...'), condition, tie('set')),
    ),
  })).set;
};
const documents = fc
  .tuple(selections(['...F']), selections([]))
  .map(
    ([query, fragment]) => `query ($x: Boolean!, $y: Boolean!) ${query}${query.includes('...F') ? ` fragment F on Query ${fragment}` : ''}`,
  )
  .filter((text) => validate(schema, parse(text)).every(({ message }) => message.includes('never used')))
  .map((text) => text.replace('{', '{ used: __typename @include(if: $x) @skip(if: $y)'));

describe('a prepared document', () => {
  it('answers as graphql-js does, key by key, whatever its conditions', async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.boolean(), fc.boolean(), async (text, x, y) => {
        expect(await run(text, { x, y })).toBe(await interpret(text, { x, y }));
      }),
      { numRuns: 200 },
    );
  });
});

describe('canCompile', () => {
  const compiles = (text: string) => canCompile(schema, parse(text));

  it.each([
    '{ a t { a } }',
    '{ t { a } t { b } }',
    'query ($x: Boolean!) { a @include(if: $x) ... @skip(if: $x) { t { a } } }',
    'query ($v: Plain) { search(one: $v) }',
  ])('takes %s', (text) => {
    expect(compiles(text)).toBe(true);
  });

  it.each([
    ['{ __proto__: a }', 'loses the key'],
    ['{ t { __proto__: a } }', 'loses the key'],
    ['query ($x: Boolean!) { t @include(if: $x) { a } t { b } }', 'merges conditions'],
    ['query ($x: Boolean!) { ...F @include(if: $x) t { b } } fragment F on Query { t { a } }', 'merges conditions'],
    ['query ($x: Boolean!) { t { a @skip(if: $x) ... { a } } }', 'merges conditions'],
    ['query ($v: Selfish) { search(two: $v) }', 'never ends reading'],
    ['query ($v: [Selfish!]!) { search(two: $v) }', 'never ends reading'],
    ['query ($v: Outer) { search(three: $v) }', 'never ends reading'],
  ])('leaves %s to graphql-js, because the compiler %s', (text) => {
    expect(compiles(text)).toBe(false);
  });

  it('looks no longer at fragments that double each other', () => {
    const chain = Array.from({ length: 40 }, (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`);
    expect(compiles(`query ($x: Boolean!) { ...F0 @include(if: $x) } ${chain.join(' ')} fragment F40 on Query { a }`)).toBe(false);
  });
});
