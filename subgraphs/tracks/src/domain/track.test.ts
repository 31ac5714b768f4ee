import { describe, expect, it } from 'vitest';
import { titleOfFile, trackDescription, trackTags, trackTitle } from './track.ts';

describe('what an artist says', () => {
  it('is kept as NFC, trimmed, without what hides or turns text', () => {
    expect(trackTitle('  Cafe\u0301\u202E ')).toBe('Café');
    expect(trackTitle('\u200FNi\u200Bght\uFEFF')).toBe('Night');
    expect(trackTitle('\u0000 ')).toBeUndefined();
    expect(trackTitle('\u200B\u2060')).toBeUndefined();
    expect(trackTitle('x'.repeat(100))).toHaveLength(100);
    expect(trackTitle('x'.repeat(101))).toBeUndefined();
  });

  it('keeps each tag once, in lower case, 20 at most', () => {
    expect(trackTags(['House', 'house', ' Deep '])).toEqual(['house', 'deep']);
    expect(trackTags(['ok', ''])).toBeUndefined();
    expect(trackTags(Array.from({ length: 21 }, (_, index) => `t${index}`))).toBeUndefined();
  });

  it('turns an empty description into none', () => {
    expect(trackDescription(' \n')).toBeNull();
    expect(trackDescription('x'.repeat(5_001))).toBeUndefined();
  });

  it('has a title from the file when nobody gave one', () => {
    expect(titleOfFile('first light.wav')).toBe('first light');
    expect(titleOfFile('.mp3')).toBe('Untitled');
    expect(titleOfFile(`${'x'.repeat(200)}.flac`)).toBe('x'.repeat(100));
  });
});
