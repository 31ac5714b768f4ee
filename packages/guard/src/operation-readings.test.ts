import fc from 'fast-check';
import { type DocumentNode, getIntrospectionQuery, Kind, type OperationDefinitionNode, parse, type SelectionSetNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { isExceeded } from './limit-reading.ts';
import { defaultLimits } from './limits.ts';
import { aliasCount, depth, directiveCount, introspectionDepth, rootFieldCount } from './operation-counts.ts';
import { operationReadings, tokensReading } from './operation-readings.ts';

const operationOf = (document: DocumentNode) =>
  document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
const count = (counter: typeof depth, text: string) => {
  const document = parse(text);
  return counter(document, operationOf(document));
};

/** Writes every fragment out, level by level: slow and obviously right. */
function flatten(document: DocumentNode, selections: SelectionSetNode | undefined): { depth: number; aliases: number; fields: number } {
  const parts = (selections?.selections ?? []).map((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return flatten(document, selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = document.definitions.find(
        (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value,
      );
      return flatten(document, fragment?.kind === Kind.FRAGMENT_DEFINITION ? fragment.selectionSet : undefined);
    }
    const below = flatten(document, selection.selectionSet);
    return { depth: 1 + below.depth, aliases: below.aliases + (selection.alias ? 1 : 0), fields: 1 };
  });
  return {
    depth: Math.max(0, ...parts.map((part) => part.depth)),
    aliases: parts.reduce((total, part) => total + part.aliases, 0),
    fields: parts.reduce((total, part) => total + part.fields, 0),
  };
}

/** Selections that spread only fragments with a higher number, so that there is no cycle. */
const selections = (fragments: readonly string[]) =>
  fc.letrec<{ set: string; item: string }>((tie) => ({
    set: fc.array(tie('item'), { minLength: 1, maxLength: 4 }).map((items) => `{ ${items.join(' ')} }`),
    item: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('a', 'x: a', ...fragments.map((name) => `...${name}`)),
      tie('set').map((set) => `b ${set}`),
      tie('set').map((set) => `y: b ${set}`),
      tie('set').map((set) => `... on T ${set}`),
    ),
  })).set;
const documents = fc
  .tuple(selections(['F0', 'F1', 'F2']), selections(['F1', 'F2']), selections(['F2']), selections([]))
  .map(([query, ...fragments]) => [query, ...fragments.map((set, index) => `fragment F${index} on T ${set}`)].join('\n'));

describe('counts of an operation', () => {
  it('agree with a document in which every fragment is written out', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const document = parse(text);
        const operation = operationOf(document);
        const naive = flatten(document, operation.selectionSet);
        expect(depth(document, operation)).toBe(naive.depth);
        expect(aliasCount(document, operation)).toBe(naive.aliases);
        expect(rootFieldCount(document, operation)).toBe(naive.fields);
      }),
    );
  });

  it('end on fragments that spread each other in a circle, which validation refuses', () => {
    expect(count(depth, '{ ...A } fragment A on T { a { ...A } }')).toBe(1);
    expect(count(aliasCount, '{ ...A } fragment A on T { x: a { ...B } } fragment B on T { x: b { ...A } }')).toBeLessThanOrEqual(2);
  });

  it('see through fragments that double each other', () => {
    const chain = Array.from({ length: 60 }, (_, index) => `fragment F${index} on T { ...F${index + 1} ...F${index + 1} }`);
    const text = `{ ...F0 } ${chain.join(' ')} fragment F60 on T { x: a }`;
    expect(count(aliasCount, text)).toBe(2 ** 31 - 1);
    expect(count(rootFieldCount, text)).toBe(2 ** 31 - 1);
  });

  it('need no deep stack for a long chain of fragments', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => `fragment F${index} on T { a { ...F${index + 1} } }`);
    expect(count(depth, `{ ...F0 } ${chain.join(' ')}`)).toBe(20_000);
  });

  it('take no fragment of an unknown name for a field', () => {
    expect(count(depth, '{ a { ...Nobody } }')).toBe(1);
  });

  it('count directives wherever they stand', () => {
    const text = `query ($v: Int @d) @d { a @d ... @d { b @d @d } ...F @d ...F } fragment F on T { c @d }`;
    expect(count(directiveCount, text)).toBe(1 + 1 + 1 + 1 + 2 + 1 + 2);
  });

  it('leave introspection to its own limit, which the usual query passes', () => {
    const document = parse(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true, specifiedByUrl: true }));
    const readings = operationReadings(document, operationOf(document), defaultLimits);
    expect(readings.find(({ name }) => name === 'depth')?.actual).toBe(0);
    expect(readings.filter(isExceeded)).toEqual([]);
    expect(count(introspectionDepth, '{ a { b } }')).toBe(0);
    expect(count(introspectionDepth, `{ __schema ${'{ types '.repeat(15)} { name } ${'}'.repeat(15)} }`)).toBe(17);
  });
});

describe('tokensReading', () => {
  it('lets exactly the limit pass', () => {
    expect(tokensReading('{ a b }', { tokens: 4 })).toEqual({ name: 'tokens', max: 4, actual: 4 });
    expect(isExceeded(tokensReading('{ a b c }', { tokens: 4 }))).toBe(true);
  });

  it('counts no comments and stops early', () => {
    expect(tokensReading('# nothing\n{ a }', { tokens: 10 }).actual).toBe(3);
    expect(tokensReading('{'.repeat(1_000_000), { tokens: 10 }).actual).toBe(11);
  });

  it('leaves a character that no token starts with to the parser', () => {
    expect(tokensReading('{ a % }', { tokens: 10 }).actual).toBe(2);
  });
});
