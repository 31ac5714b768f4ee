import { expect, it } from 'vitest';
import { byteSize } from '../../../transport/port.ts';
import { MAX_DATA_BYTES, mayAdd, mayAddUnweighed, weightOf } from './weight.ts';

it.each([
  ['text', 'x'.repeat(1000)],
  ['a list of numbers', Array.from({ length: 200 }, (_, index) => index * 1_000)],
  ['objects in objects', { a: { b: { list: [{ id: 'one', name: 'two' }, null, true] } }, text: 'x'.repeat(50) }],
])('the weight of %s is about its length as JSON', (_, value) => {
  const length = JSON.stringify(value).length;
  expect(weightOf(value)).toBeGreaterThan(length / 2);
  expect(weightOf(value)).toBeLessThan(length * 2);
});

it('is bounded by what came as text, and weighed only where that would be too much', () => {
  const run = { data: { text: 'x'.repeat(1000) }, dataBytes: 0 };
  const half = { [byteSize]: MAX_DATA_BYTES / 2 };
  expect(mayAddUnweighed(run, half)).toBe(true);
  expect(mayAddUnweighed(run, half)).toBe(true);
  expect(run.dataBytes).toBe(MAX_DATA_BYTES);
  expect(mayAddUnweighed(run, { [byteSize]: 1 })).toBe(false);
  expect(run.dataBytes).toBe(weightOf(run.data));
  expect(mayAddUnweighed(run, half, 3)).toBe(false);
  expect(mayAddUnweighed(run, {})).toBe(false);
  expect(mayAdd(run, { id: 'x' })).toBe(true);
  expect(mayAdd(run, 'x'.repeat(1024), MAX_DATA_BYTES / 1024)).toBe(false);
});
