import { describe, expect, it } from 'vitest';
import { isHeardByOthers, publishedAt, titleOfFile, trackDescription, trackTags, trackTitle } from './track.ts';

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

describe('a release', () => {
  const [before, ready, now, later] = [1, 2, 3, 4].map((day) => new Date(Date.UTC(2026, 0, day))) as [Date, Date, Date, Date];

  it.each([
    ['it is not ready', null, null, null],
    ['it is not ready, though released', null, before, null],
    ['it is ready and nobody named a day', ready, null, ready],
    ['it was ready after its release', ready, before, ready],
    ['it was released after it was ready', ready, now, now],
    ['its release lies ahead', ready, later, null],
  ])('comes when it should: %s', (_what, readyAt, releaseAt, expected) => {
    expect(publishedAt({ readyAt, releaseAt }, now)).toEqual(expected);
    expect(isHeardByOthers({ readyAt, releaseAt, visibility: 'UNLISTED', isHidden: false }, now)).toBe(expected !== null);
    expect(isHeardByOthers({ readyAt, releaseAt, visibility: 'PRIVATE', isHidden: false }, now)).toBe(false);
    expect(isHeardByOthers({ readyAt, releaseAt, visibility: 'PUBLIC', isHidden: true }, now)).toBe(false);
  });
});
