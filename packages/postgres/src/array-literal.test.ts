import { describe, expect, it } from 'vitest';
import { arrayLiteral } from './array-literal.ts';

describe('an array literal', () => {
  it('quotes text, keeps numbers, and tells null from its name', () => {
    expect(arrayLiteral(['a', 'null', null, 7, '', 'say "\\"'])).toBe('{"a","null",null,7,"","say \\"\\\\\\""}');
    expect(arrayLiteral([])).toBe('{}');
  });
});
