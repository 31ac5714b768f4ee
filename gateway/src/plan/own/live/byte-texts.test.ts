import { describe, expect, it } from 'vitest';
import { leafTextOf } from '../writer/leaf-text.ts';
import { byteTexts } from './byte-texts.ts';

const read = (bytes: string | undefined) => (bytes === undefined ? undefined : Buffer.from(bytes, 'latin1').toString());
const texts = ['', 'plain', 'with "quotes" \\ and \n lines', 'Größe – naïve', 'кириллица', '日本', '🎧', '\ud800 alone', 'x'.repeat(100)];

describe('texts as bytes', () => {
  it('are the JSON of the same leaves in UTF-8, at the first time and later', () => {
    const leaf = byteTexts().leafOf('String');
    for (const text of [...texts, ...texts]) expect(read(leaf(text))).toBe(Buffer.from(leafTextOf('String')(text)!).toString());
  });

  it.each([
    ['ID', 7],
    ['ID', 'é'],
    ['ID', null],
    ['String', 7],
    ['Int', 7],
    ['Boolean', true],
    ['custom', { name: 'é', list: [1] }],
    ['custom', 'é'],
    ['custom', undefined],
    [{ enum: ['A'] }, 'A'],
    [{ enum: ['A'] }, 'é'],
  ] as const)('are what other leaves write: %j %j', (kind, value) => {
    expect(read(byteTexts().leafOf(kind)(value))).toBe(leafTextOf(kind)(value));
  });

  it('are right when more has come than is remembered', () => {
    const leaf = byteTexts().leafOf('String');
    const many = Array.from({ length: 40 }, (_, number) => `${number} ä${'y'.repeat(20_000)}`);
    for (const text of [...many, ...many]) expect(read(leaf(text))).toBe(`"${text}"`);
  });
});
