import { expect, it } from 'vitest';
import { weightOf } from './weight.ts';

it.each([
  ['text', 'x'.repeat(1000)],
  ['a list of numbers', Array.from({ length: 200 }, (_, index) => index * 1_000)],
  ['objects in objects', { a: { b: { list: [{ id: 'one', name: 'two' }, null, true] } }, text: 'x'.repeat(50) }],
])('the weight of %s is about its length as JSON', (_, value) => {
  const length = JSON.stringify(value).length;
  expect(weightOf(value)).toBeGreaterThan(length / 2);
  expect(weightOf(value)).toBeLessThan(length * 2);
});
