import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../transport/port.ts';
import type { DataObject } from '../own-property.ts';
import { responseWriter } from './writer.ts';

const schema = buildSchema(`
  scalar Any
  enum Size { SMALL LARGE }
  interface Thing { id: ID! }
  type Box implements Thing { id: ID! label: String size: Size inner: Box must: Box! items: [Thing!] grid: [[Int!]]! any: Any count: Int ratio: Float isOpen: Boolean }
  type Lid implements Thing { id: ID! colour: String! }
  type Query { box: Box thing: Thing things: [Thing]! must: Box! }`);

function write(text: string, data: unknown, variables: JsonObject = {}) {
  const writer = responseWriter(parse(text), { schema, entityTypes: new Set(['Box']) });
  const written = writer.write({ data: data as DataObject, variables, introspection: {}, faults: { errors: [], emptied: [] } });
  return { ...written, errors: written.found.map(({ path, message }) => `${path?.join('.')}: ${message}`) };
}

describe('responseWriter', () => {
  it('writes leaves as JSON', () => {
    const box = { id: 7, label: 'a"\\\u0001é😀\ud800', size: 'LARGE', count: -0, ratio: 1e21, isOpen: false, any: { b: [1] } };
    const { dataJson, errors } = write('{ box { id label size count ratio isOpen any } }', { box });
    expect(JSON.parse(dataJson)).toEqual({ box: { ...box, id: '7', count: 0 } });
    expect(errors).toEqual([]);
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
