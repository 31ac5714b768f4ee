import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseUsername, parseUsername } from './username.ts';

const nameOf = (text: string) => {
  const parsed = parseUsername(text);
  return parsed.ok ? parsed.value.name : parsed.error;
};
const keyOf = (text: string) => {
  const parsed = parseUsername(text);
  return parsed.ok ? parsed.value.key : parsed.error;
};

describe('parseUsername', () => {
  it.each([
    ['abc', 'abc'],
    ['A.B_9', 'a.b_9'],
    ['a'.repeat(32), 'a'.repeat(32)],
    ['ｓｏｎｇ', 'song'],
    ['ﬁfi', 'fifi'],
  ])('keeps %s as %s', (text, name) => expect(nameOf(text)).toBe(name));

  it.each(['ab', 'a'.repeat(33), '', '...', '___', 'a b', 'a-b', 'jürgen', 'аdа', 'a\u200Bbc', 'a\u202Ebc', 'a@b', 'abc\n'])(
    'calls %j malformed',
    (text) => {
      expect(nameOf(text)).toBe('malformed');
    },
  );

  it.each(['admin', 'ADMIN', 'adm1n', 'r00t', 'veza', 'support', 'vezasupp0rt'])('reserves %s', (text) => {
    expect(nameOf(text)).toBe('reserved');
  });

  it('gives names one key that look alike, and others different ones', () => {
    expect(keyOf('rnodern')).toBe(keyOf('modern'));
    expect(keyOf('l0la')).toBe(keyOf('1ola'));
    expect(keyOf('anna')).not.toBe(keyOf('ana'));
  });

  it('takes every name that it gave again, with the same key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const parsed = parseUsername(text);
        if (!parsed.ok) return;
        expect(parsed.value.name).toMatch(/^[a-z0-9_.]{3,32}$/);
        expect(parseUsername(parsed.value.name)).toEqual(parsed);
        expect(normaliseUsername(text)).toBe(parsed.value.name);
      }),
    );
  });
});
