import { describe, expect, it } from 'vitest';
import { openRig } from './rig.ts';
import { returning } from './supergraphs/returning.ts';

const open = openRig(returning);

describe('fields that require others of a subgraph that was passed before', () => {
  it.each([
    '{ item(id: "id-1") { third } }',
    '{ item(id: "id-1") { fourth } }',
    '{ items { fourth third half base } }',
    '{ item(id: "id-2") { self { fourth } third } bySku(sku: "sku-3") { fourth } }',
    'query ($yes: Boolean!) { items { ... on Item @include(if: $yes) { fifth } id } }',
    '{ bySku(sku: "sku-1") { fifth fourth third half } }',
  ])('are asked for once these are there: %s', async (text) => {
    const operation = await open.prepare(text);
    const variables = operation.variables({ yes: true });
    const own = await operation.own(variables);
    expect(own.dataJson).toBe(operation.whole(variables).dataJson);
    expect(own.errors).toEqual([]);
  });
});
