import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textProblem } from './text.ts';
import { strictUtf8 } from './utf8.ts';

describe('textProblem', () => {
  it.each(['', 'plain', '\u0001\u200b\u202e', 'e\u0301', '🎧', '\ud83c\udfa7'])('finds nothing in %j', (text) => {
    expect(textProblem(text)).toBeUndefined();
  });

  it('finds U+0000 and halves of surrogate pairs', () => {
    expect(textProblem('a\0b')).toBe('NUL');
    expect(textProblem('a\ud83c')).toBe('LONE_SURROGATE');
    expect(textProblem('\udfa7\ud83c')).toBe('LONE_SURROGATE');
  });

  it('lets pass exactly what survives the way through UTF-8, U+0000 left aside', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '\ud800', '\udc00'), (text, half) => {
        const whole = text + half;
        const survives = strictUtf8(new TextEncoder().encode(whole)) === whole;
        expect(textProblem(whole) === undefined).toBe(survives && !whole.includes('\0'));
      }),
    );
  });
});

describe('strictUtf8', () => {
  it('refuses bytes that are not UTF-8 instead of mending them', () => {
    expect(strictUtf8(Uint8Array.of(0x22, 0xff, 0x22))).toBeUndefined();
    expect(strictUtf8(Uint8Array.of(0xed, 0xa0, 0x80))).toBeUndefined();
    expect(strictUtf8(new TextEncoder().encode('naïve 🎧'))).toBe('naïve 🎧');
  });
});
