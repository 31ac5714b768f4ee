import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../transport/port.ts';
import { type Absences, noteAbsence } from '../absence.ts';
import type { DataObject } from '../own-property.ts';
import { responseWriter } from './writer.ts';
import { type WriterProgram, writerProgram } from './writer-program.ts';

const schema = buildSchema(`
  scalar Any
  enum Size { SMALL LARGE }
  interface Thing { id: ID! }
  type Box implements Thing { id: ID! label: String size: Size inner: Box must: Box! items: [Thing!] grid: [[Int!]]! any: Any count: Int ratio: Float isOpen: Boolean }
  type Lid implements Thing { id: ID! colour: String! }
  type Query { box: Box thing: Thing things: [Thing]! must: Box! }`);

function write(text: string, data: unknown, variables: JsonObject = {}, absences: Absences = new Map()) {
  const clientNames = new Map([['label_2', 'label']]);
  const program = writerProgram(parse(text), { schema, entityTypes: new Set(['Box']), clientNames });
  // As it comes out of the planner's thread.
  const writer = responseWriter(JSON.parse(JSON.stringify(program)) as WriterProgram);
  const written = writer.write({ data: data as DataObject, variables, introspection: {}, faults: { errors: [], emptied: [], absences } });
  return { ...written, errors: written.found.map(({ path, message }) => `${path?.join('.')}: ${message}`) };
}

describe('responseWriter', () => {
  it('writes leaves as JSON', () => {
    const box = { id: 7, label: 'a"\\\u0001é😀\ud800', size: 'LARGE', count: -0, ratio: 1e21, isOpen: false, any: { b: [1] } };
    const { dataJson, errors } = write('{ box { id label size count ratio isOpen any } }', { box });
    expect(JSON.parse(dataJson)).toEqual({ box: { ...box, id: '7', count: 0 } });
    expect(errors).toEqual([]);
  });

  it('gives a field the name that the client expects, at the place where it stands', () => {
    const text = '{ box { ... on Box { label_2: count } id ... on Box { label_2: count } } }';
    expect(write(text, { box: { id: 'b', label: 'key', label_2: 4 } }).dataJson).toBe('{"box":{"label":4,"id":"b"}}');
    expect(write(text, { box: { id: 'b', label: 'key' } }).dataJson).toBe('{"box":{"label":null,"id":"b"}}');
  });

  it.each([
    ['count', 1.5],
    ['count', 2 ** 31],
    ['count', '1'],
    ['ratio', Number.NaN],
    ['ratio', '1'],
    ['isOpen', 1],
    ['label', 1],
    ['label', ['x']],
    ['size', 'HUGE'],
    ['size', 'constructor'],
    ['any', () => 1],
  ])('writes null with an error for %s = %s', (field, value) => {
    const { dataJson, errors } = write(`{ box { ${field} } }`, { box: { [field]: value } });
    expect(dataJson).toBe(`{"box":{"${field}":null}}`);
    expect(errors).toEqual([`box.${field}: Box.${field} was answered with a value of another type.`]);
  });

  it('writes null without an error for what is not there and may be null', () => {
    expect(write('{ box { label items { id } } thing { id } }', { box: {} })).toMatchObject({
      dataJson: '{"box":{"label":null,"items":null},"thing":null}',
      errors: [],
    });
  });

  it('lets a null bubble to the nearest parent that may be null, with one error at its place', () => {
    const data = {
      box: { inner: { must: { id: null } } },
      things: [
        { __typename: 'Lid', id: '1' },
        { __typename: 'Box', id: '2' },
      ],
    };
    expect(write('{ box { inner { must { id } } } things { ... on Lid { colour } id } }', data)).toMatchObject({
      dataJson: '{"box":{"inner":null},"things":[null,{"id":"2"}]}',
      errors: [
        'box.inner.must.id: Cannot return null for non-nullable field Box.id.',
        'things.0.colour: Cannot return null for non-nullable field Lid.colour.',
      ],
    });
  });

  it('lets a null bubble to the top', () => {
    expect(write('{ box { id } must { id } }', { box: { id: '1' } })).toMatchObject({
      dataJson: 'null',
      errors: ['must: Cannot return null for non-nullable field Query.must.'],
    });
  });

  describe('of an absent thing', () => {
    const gone = { __typename: 'Box', id: '1', label: 'told elsewhere' };
    const lacking = (...fields: readonly string[]) => {
      const absences: Absences = new Map();
      noteAbsence(absences, gone, new Set(fields));
      return absences;
    };
    const writeGone = (text: string, data: unknown) => write(text, data, {}, lacking('must', 'size'));

    it('tells nothing where its own place may be null', () => {
      expect(writeGone('{ box { label must { id } } things { ... on Box { must { id } } } }', { box: gone, things: [gone] })).toMatchObject(
        {
          dataJson: '{"box":null,"things":[null]}',
          errors: [],
        },
      );
    });

    it('keeps what others know of it where only nulls are allowed to stand for the rest', () => {
      expect(writeGone('{ box { label size } }', { box: gone })).toMatchObject({
        dataJson: '{"box":{"label":"told elsewhere","size":null}}',
        errors: [],
      });
    });

    it.each([
      ['a field', '{ box { must { must { id } } } }', { box: { must: gone } }, '{"box":null}', ['box', 'must']],
      [
        'an item',
        '{ box { items { ... on Box { must { id } } } } }',
        { box: { items: [gone] } },
        '{"box":{"items":null}}',
        ['box', 'items', 0],
      ],
      ['the top', '{ must { must { id } } }', { must: gone }, 'null', ['must']],
    ])('tells once, at its place, that %s may not be null', (...[, text, data, dataJson, path]) => {
      const written = writeGone(text, data);
      expect(written.dataJson).toBe(dataJson);
      expect(written.found).toMatchObject([{ path, extensions: { code: 'NOT_FOUND', retryable: false } }]);
      expect(written.found).toHaveLength(1);
    });

    it('tells of fields that others should have answered', () => {
      expect(write('{ box { must { id } } }', { box: gone }, {}, lacking('size'))).toMatchObject({
        dataJson: '{"box":null}',
        found: [{ path: ['box', 'must'], extensions: { code: 'SUBGRAPH_INVALID_RESPONSE' } }],
      });
    });

    it('tells of what is answered and does not fit', () => {
      const odd = { ...gone, must: 'text' };
      const absences: Absences = new Map([[odd, [new Set(['must'])]]]);
      expect(write('{ box { must { id } } }', { box: odd }, {}, absences).found).toMatchObject([
        { path: ['box', 'must'], extensions: { code: 'SUBGRAPH_INVALID_RESPONSE' } },
      ]);
      const nulled = { ...gone, must: null };
      expect(write('{ box { must { id } } }', { box: nulled }, {}, new Map([[nulled, [new Set(['must'])]]])).found).toHaveLength(1);
    });
  });

  it('makes a list null for a null item that may not be, and keeps the others', () => {
    expect(
      write('{ box { grid } a: box { items { id } } }', { box: { grid: [[1, 2], [3, null], null, []] }, a: { items: [null] } }),
    ).toMatchObject({
      dataJson: '{"box":{"grid":[[1,2],null,null,[]]},"a":{"items":null}}',
      errors: [
        'box.grid.1.1: Cannot return null for non-nullable field Box.grid.',
        'a.items.0: Cannot return null for non-nullable field Box.items.',
      ],
    });
  });

  it.each([{ id: '1' }, { __typename: 'Secret', id: '1' }, { __typename: 'Query' }, { __typename: 'constructor' }])(
    'hides an object of a type that clients do not know: %j',
    (thing) => {
      expect(write('{ thing { __typename } }', { thing })).toMatchObject({
        dataJson: '{"thing":null}',
        errors: [expect.stringContaining('thing: ')],
      });
    },
  );

  it('names the type under any name and merges what fragments select', () => {
    const text =
      '{ box { kind: __typename ...A inner { label } } } fragment A on Thing { ... on Box { inner { id } id } ... on Lid { colour } }';
    expect(write(text, { box: { id: '1', inner: { id: '2', label: 'x' } } }).dataJson).toBe(
      '{"box":{"kind":"Box","inner":{"id":"2","label":"x"},"id":"1"}}',
    );
  });

  it('writes a merged field for those of its parts whose conditions hold', () => {
    const text = 'query ($a: Boolean!, $b: Boolean!) { box { inner @include(if: $a) { id } inner @skip(if: $b) { label } count } }';
    const data = { box: { inner: { id: '1', label: 'x' }, count: 1 } };
    expect(write(text, data, { a: true, b: false }).dataJson).toBe('{"box":{"inner":{"id":"1","label":"x"},"count":1}}');
    expect(write(text, data, { a: false, b: false }).dataJson).toBe('{"box":{"inner":{"label":"x"},"count":1}}');
    expect(write(text, data, { a: true, b: true }).dataJson).toBe('{"box":{"inner":{"id":"1"},"count":1}}');
    expect(write(text, data, { a: false, b: true }).dataJson).toBe('{"box":{"count":1}}');
  });

  it('writes commas where they belong for every choice of conditions', () => {
    const text =
      'query ($a: Boolean!, $b: Boolean!, $c: Boolean!) { box { x: id @include(if: $a) y: id @include(if: $b) z: id @skip(if: $c) } }';
    for (const [a, b, c] of [
      [0, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
      [0, 1, 1],
      [1, 0, 0],
      [1, 0, 1],
      [1, 1, 0],
      [1, 1, 1],
    ]) {
      const { dataJson } = write(text, { box: { x: 1, y: 2, z: 3 } }, { a: a === 1, b: b === 1, c: c === 1 });
      expect(JSON.parse(dataJson)).toEqual({ box: { ...(a && { x: '1' }), ...(b && { y: '2' }), ...(c ? {} : { z: '3' }) } });
    }
  });

  it('counts entities, also those inside lists', () => {
    expect(
      write('{ things { id } box { inner { id } } }', {
        things: [
          { __typename: 'Box', id: '1' },
          { __typename: 'Lid', id: '2' },
        ],
        box: { inner: null },
      }).objectCount,
    ).toBe(2);
  });
});
