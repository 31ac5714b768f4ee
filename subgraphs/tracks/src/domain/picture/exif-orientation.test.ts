import { describe, expect, it } from 'vitest';
import { exifWith } from '../../../test/pictures.ts';
import { exifOrientation } from './exif-orientation.ts';

const changed = (at: number, ...values: readonly number[]) => {
  const exif = exifWith(6);
  exif.set(values, at);
  return exif;
};
/** The same in the byte order of other cameras. */
const littleEndian = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0]);

describe('the orientation in EXIF', () => {
  it('is read in both byte orders', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((value) => exifOrientation(exifWith(value)))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(exifOrientation(littleEndian)).toBe(6);
  });

  it.each([
    ['there is nothing', Buffer.alloc(0)],
    ['the byte order is none', changed(0, 0)],
    ['the signature is wrong', changed(2, 1)],
    ['the directory lies outside', changed(4, 255)],
    ['the directory is cut off', exifWith(6).subarray(0, 15)],
    ['another tag is meant', changed(10, 2)],
    ['it is no short number', changed(12, 0, 4)],
    ['it is out of range', exifWith(9)],
  ])('is 1 when %s', (_what, exif) => {
    expect(exifOrientation(exif)).toBe(1);
  });
});
