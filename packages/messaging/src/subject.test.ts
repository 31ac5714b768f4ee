import { describe, expect, it } from 'vitest';
import { assertSubject, assertSubjectPattern, matchesSubject } from './subject.ts';

describe('matchesSubject', () => {
  it.each([
    ['a.b', 'a.b', true],
    ['a.b', 'a.c', false],
    ['a.*', 'a.b', true],
    ['a.*', 'a', false],
    ['a.*', 'a.b.c', false],
    ['*.b.*', 'a.b.c', true],
    ['a.>', 'a.b.c', true],
    ['a.>', 'a', false],
    ['>', 'a', true],
    ['a.b', 'a.b.c', false],
  ])('%s names %s: %s', (pattern, subject, expected) => {
    expect(matchesSubject(pattern, subject)).toBe(expected);
  });
});

describe('subjects and patterns', () => {
  it.each(['', '.', 'a.', '.a', 'a..b', 'a b', 'a.*', 'a.>', 'ä'])('refuses the subject "%s"', (subject) => {
    expect(() => assertSubject(subject)).toThrow(RangeError);
  });

  it.each(['', 'a.>.b', 'a*', 'a.b>', '> '])('refuses the pattern "%s"', (pattern) => {
    expect(() => assertSubjectPattern(pattern)).toThrow(RangeError);
  });
});
