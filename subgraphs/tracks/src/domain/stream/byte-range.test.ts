import { describe, expect, it } from 'vitest';
import { byteRange } from './byte-range.ts';

describe('byteRange', () => {
  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=2-5', 2, 5],
    ['bytes=2-', 2, 9],
    ['bytes=2-400', 2, 9],
    ['bytes=-3', 7, 9],
    ['bytes=-400', 0, 9],
  ])('reads %s', (header, start, end) => {
    expect(byteRange(header, 10)).toEqual({ kind: 'part', start, end });
  });

  it.each([undefined, '', 'bytes=', 'bytes=-', 'bytes=5-2', 'bytes=0-1,3-4', 'items=0-1', 'bytes=a-b', 'bytes= 0-1'])(
    'answers %s with the whole',
    (header) => {
      expect(byteRange(header, 10)).toEqual({ kind: 'whole' });
    },
  );

  it.each(['bytes=10-', 'bytes=10-12', 'bytes=-0'])('cannot satisfy %s', (header) => {
    expect(byteRange(header, 10)).toEqual({ kind: 'unsatisfiable' });
  });
});
