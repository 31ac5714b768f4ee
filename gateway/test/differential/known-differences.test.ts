import { describe, expect, it } from 'vitest';
import type { Json, JsonObject, SubgraphAnswer } from '../../src/transport/port.ts';
import { openRig, type Spoil } from './rig.ts';
import { chain } from './supergraphs/chain.ts';
import { library } from './supergraphs/library.ts';
import { media } from './supergraphs/media.ts';

/** What both executors answer; `reference` is undefined where the reference falls over. */
async function both(sdls: Readonly<Record<string, string>>, text: string, given: JsonObject = {}, spoil?: Spoil) {
  const operation = await openRig(sdls, spoil).prepare(text);
  const variables = operation.variables(given);
  const [own, reference] = [await operation.own(variables), await operation.reference(variables).catch(() => undefined)];
  const told = (answer: typeof own) => answer.errors.map(({ path, extensions }) => `${path?.join('.')} ${String(extensions?.['code'])}`);
  return { own: own.dataJson, reference: reference?.dataJson, errors: told(own), theirErrors: reference && told(reference) };
}

/** Answers something of the test's own to operations that hold a text. */
const answering =
  (part: string, data: Json): Spoil =>
  (answer: SubgraphAnswer, text: string) =>
    text.includes(part) ? { data: data as JsonObject } : answer;

describe('the reference', () => {
  it('writes merged fields in an order of its own, ours is that of the specification', async () => {
    const { own, reference } = await both(
      library,
      '{ shelf: works(first: 1) { ...F title ... on Work { id } } } fragment F on Work { id __typename }',
    );
    expect(own).toMatch(/^\{"shelf":\[\{"id":"[^"]+","__typename":"[^"]+","title":/);
    expect(JSON.parse(reference!)).toEqual(JSON.parse(own));
  });

  it('tells a null where none may be only when nothing else went wrong, ours always', async () => {
    const silent: Spoil = (answer, text) => {
      if (text.includes('people')) return { data: { people: [{ name: null }] } };
      return text.includes('works') ? { data: { works: [] }, errors: [{ message: 'also', extensions: { code: 'CONFLICT' } }] } : answer;
    };
    const { own, reference, errors, theirErrors } = await both(library, '{ people { name } works { id } }', {}, silent);
    expect(own).toBe('{"people":[null],"works":[]}');
    expect(reference).toBe(own);
    expect(errors).toEqual(['undefined CONFLICT', 'people.0.name SUBGRAPH_INVALID_RESPONSE'].slice(0, errors.length));
    expect(theirErrors).toEqual(['undefined CONFLICT']);
  });

  it('loses 0 under a name that the plan gave it, ours keeps it', async () => {
    const zero: Spoil = (answer, text) => {
      if (!text.includes('things')) return answer;
      const [, name] = /(code\w*):code/.exec(text) ?? [];
      return { data: { things: [{ __typename: 'Plant', [name ?? 'code']: 0 }] } };
    };
    const { own, reference } = await both(media, '{ things { ... on Stone { code weight } ... on Plant { code height } } }', {}, zero);
    expect(own).toMatch(/"code":0,"height":-?\d/);
    expect(reference).not.toMatch(/"code":0/);
  });

  it('moves errors of entities to other places after one that cannot be asked for, ours to their own', async () => {
    const loans = [{ borrower: { __typename: 'Person' } }, { borrower: { __typename: 'Person', id: 'id-1' } }];
    const spoil: Spoil = (answer, text) => {
      if (text.includes('loans')) return { data: { loans } as unknown as JsonObject };
      return text.includes('age')
        ? {
            data: { _entities: [{ age: null }] },
            errors: [{ message: 'no', path: ['_entities', 0, 'age'], extensions: { code: 'CONFLICT' } }],
          }
        : answer;
    };
    const { errors, theirErrors } = await both(library, '{ loans { borrower { age } } }', {}, spoil);
    expect(errors).toEqual(['loans.1.borrower.age CONFLICT']);
    expect(theirErrors).toEqual(['loans.0.borrower.age CONFLICT']);
  });

  it('gives up a thing whose required field a condition left out, ours asks for the rest', async () => {
    const text = 'query ($no: Boolean!) { item(id: "id-2") { half @include(if: $no) bundle { id } } }';
    const { own, reference } = await both(chain, text, { no: false });
    expect(own).toMatch(/"bundle":\[/);
    expect(reference).toBe('{"item":{"bundle":null}}');
  });

  it('forgets the type of a thing that another subgraph knows as an interface, ours keeps it', async () => {
    const text = '{ one { ... on Song { fans { id } } ... on Film { fans { id } __typename } id } }';
    const { own, reference } = await both(media, text);
    expect(own).toContain('"fans":');
    expect(reference).not.toContain('"fans":');
  });

  it('falls over a text in the place of a list, ours answers null with an error', async () => {
    const spoil = answering('works', { works: 'text' });
    const { own, reference, errors } = await both(library, '{ works { creator { age } } }', {}, spoil);
    expect(own).toBe('null');
    expect(errors).toEqual(['works SUBGRAPH_INVALID_RESPONSE']);
    expect(reference).toBeUndefined();
  });

  it('gives up everything for a text in the place of an object, ours only the object', async () => {
    const { own, reference, errors } = await both(library, '{ lastLoan { __typename } }', {}, answering('lastLoan', { lastLoan: 'text' }));
    expect([own, reference]).toEqual(['{"lastLoan":null}', 'null']);
    expect(errors).toEqual(['lastLoan SUBGRAPH_INVALID_RESPONSE']);
  });
});
