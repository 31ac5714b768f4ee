import { describe, expect, it } from 'vitest';
import { cleanName, cleanText, textLength } from './text.ts';

describe('cleanName', () => {
  it('trims, composes and drops what has no width', () => {
    expect(cleanName('  Cafe\u0301\u200b ', 100)).toBe('Café');
  });

  it.each(['', '   ', '\u200b', 'a\nb', 'a\u202eb', 'a\u0000b', 'xxxx'])('refuses %j', (text) => {
    expect(cleanName(text, 3)).toBeUndefined();
  });
});

describe('cleanText', () => {
  it('takes blank text as none and refuses text that is too long', () => {
    expect([cleanText(undefined, 3), cleanText(null, 3), cleanText('  ', 3), cleanText(' abc ', 3), cleanText('abcd', 3)]).toEqual([
      null,
      null,
      null,
      'abc',
      undefined,
    ]);
  });
});

describe('textLength', () => {
  it('counts code points', () => expect(textLength('a🎧')).toBe(2));
});
