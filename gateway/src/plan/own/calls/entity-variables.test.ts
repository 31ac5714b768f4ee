import { describe, expect, it } from 'vitest';
import type { BatchItem } from '../fetch/batch.ts';
import { entityVariables } from './entity-variables.ts';

const item = (id: string): BatchItem => ({ representation: { id }, text: JSON.stringify({ id }), targets: [] });

describe('the variables of an entity fetch', () => {
  it.each([
    ['without others', {}],
    ['beside others', { first: 2, of: { name: '}' } }],
  ])('are the same as text and as values, %s', (_, extra) => {
    const { values, json } = entityVariables([item('a'), item('b')], extra, JSON.stringify(extra));
    expect(values).toEqual({ ...extra, representations: [{ id: 'a' }, { id: 'b' }] });
    expect(JSON.parse(json())).toEqual(values);
  });
});
