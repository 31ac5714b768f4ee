import { describe, expect, it } from 'vitest';
import { type DataObject, emptyObject } from '../own-property.ts';
import { batchOf } from './batch.ts';

const copied = (target: DataObject): DataObject => Object.assign(emptyObject(), target);
const mayLack = () => false;

describe('what is asked about several objects', () => {
  it('is asked once for each thing, whatever it feeds', () => {
    const targets: DataObject[] = [{ id: 'a' }, { id: 'b' }, { id: 'a' }];
    const items = batchOf(targets, copied, mayLack);
    expect(items.map(({ text }) => text)).toEqual(['{"id":"a"}', '{"id":"b"}']);
    expect(items[0]!.targets).toEqual([targets[0], targets[2]]);
  });

  it.each<readonly [string, DataObject]>([
    ['texts that need escapes', { id: '"\\\n\u2028\ud800 é', __typename: 'Track' }],
    ['names that need them', { 'a"b': 'x' }],
    ['numbers, booleans and null', { a: 1.5, b: false, c: null }],
    ['lists and objects', { size: [{ unit: 'm', value: 1 }, null], of: { id: 'x' } }],
    ['long texts', { id: 'long '.repeat(100) }],
    ['nothing', {}],
  ])('is the same JSON that anybody would write, for %s', (_, target) => {
    expect(batchOf([target], copied, mayLack)[0]!.text).toBe(JSON.stringify(target));
  });
});
