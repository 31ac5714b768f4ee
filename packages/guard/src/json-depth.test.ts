import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonDepth } from './json-depth.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('jsonDepth', () => {
  it('agrees with the parsed value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.constantFrom(0, 2), (value, indent) => {
        expect(jsonDepth(bytes(JSON.stringify(value, null, indent)), 1_000)).toBe(depthOf(value));
      }),
    );
  });

  it('takes no brackets for nesting that stand in strings', () => {
    const text = fc.string({ unit: fc.constantFrom('[', '{', '"', '\\', '}', ']', 'é') });
    fc.assert(fc.property(text, (content) => jsonDepth(bytes(JSON.stringify([content])), 1_000) === 1));
  });

  it('stops one above the limit, however much follows', () => {
    const started = performance.now();
    expect(jsonDepth(bytes('['.repeat(5_000_000)), 64)).toBe(65);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it.each(['', '"', '"\\', ']]]]', '[[', '{"a'])('survives the malformed text %j', (text) => {
    expect(jsonDepth(bytes(text), 64)).toBeLessThanOrEqual(2);
  });
});
