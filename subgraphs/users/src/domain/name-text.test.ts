import { describe, expect, it } from 'vitest';
import { parseName } from './name-text.ts';

describe('parseName', () => {
  it.each([
    ['  Ada  ', 'Ada'],
    ['A\u200Bd\uFEFFa', 'Ada'],
    ['e\u0301', 'é'],
    ['😀'.repeat(100), '😀'.repeat(100)],
  ])('keeps %j as %j', (text, name) => expect(parseName(text)).toBe(name));

  it.each(['', '   ', '\u200B', 'a\nb', 'a\u0007b', 'a\u202Eb', 'a\u2066b', '😀'.repeat(101)])('refuses %j', (text) => {
    expect(parseName(text)).toBeUndefined();
  });
});
