import { describe, expect, it } from 'vitest';
import { re2Pattern } from '../../infrastructure/auto-mod/re2-patterns.ts';
import { writtenSize } from './pattern.ts';

describe('a pattern', () => {
  it.each([
    ['fr[e3]{2}\\s*n[i1]tro', 'get FR3E  nitro now', true],
    ['\\bfoo\\b', 'food', false],
    ['STRASSE', 'strasse', true],
    ['^(?:a|b)+$', 'abba', true],
    ['\\p{L}+@example', 'ärger@example', true],
    ['', 'anything', true],
  ])('%s is looked for in any case', (pattern, text, isFound) => {
    expect(re2Pattern(pattern)?.matches(text)).toBe(isFound);
  });

  it.each(['[', '(', 'a{1001}', '(a)\\1', '(?=a)b', '(?<!a)b', '*', '\\', '(?P<n', 'a**'])('%s is none that we take', (pattern) => {
    expect(re2Pattern(pattern)).toBeUndefined();
  });

  it('that breaks engines that go back and forth takes steps in proportion to the text', () => {
    const text = `${'a'.repeat(4_000)}!`;
    for (const pattern of ['(a+)+$', '(a|aa)+$', '^(a|a?)+$', '(.*a){12}b']) expect(re2Pattern(pattern)!.matches(text)).toBe(false);
  });

  it.each([
    ['abc', 3],
    ['(ab){10}', 40],
    ['((a{10}){10}){10}', 1_000],
    ['[^]a]{5}', 5],
    ['[\\]a{9}]{5}', 5],
    ['\\d{3}-\\d{4}', 8],
    ['a{2,}', 2],
    ['x{0}', 1],
    ['((((', 0],
    ['a))b', 2],
    ['\\Qa\\E', Number.POSITIVE_INFINITY],
  ])('%s shows its size before it is compiled', (pattern, size) => {
    expect(writtenSize(pattern)).toBeGreaterThanOrEqual(size);
  });

  it('whose size is bearable by its text stays bearable when it is compiled', () => {
    for (const pattern of ['(?:[a-z]{1,100}\\d){9}z', '.{500}b', '(?:a?){300}', '(x{10}|y{20}){5}', '(?:abc){100}', '\\pL{50}'])
      expect(re2Pattern(pattern)!.size).toBeLessThanOrEqual(3 * writtenSize(pattern));
  });
});
