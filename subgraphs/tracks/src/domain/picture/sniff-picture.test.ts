import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTooManyPixels } from './picture-format.ts';
import { sniffPicture } from './sniff-picture.ts';
import { exifWith, jpegWithExif, pngChunk, pngFile, pngHead } from '../../../test/pictures.ts';

const bytes = (text: string, ...more: readonly number[]) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.from(more)]);
/** A JPEG up to its frame header of 8 bits, height 2, width 3. */
const jpeg = (marker = 0xc0) => Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xff, marker, 0, 17, 8, 0, 2, 0, 3, 0, 0]);
const riff = (...chunks: readonly Buffer[]) => Buffer.concat([bytes('RIFF\0\0\0\0WEBP'), ...chunks, Buffer.alloc(30)]);
const chunk = (name: string, body: Buffer) => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from(name), size, body]);
};
const extended = (flags: number) => chunk('VP8X', Buffer.from([flags, 0, 0, 0, 3, 0, 0, 1, 0, 0]));

describe('the head of a picture', () => {
  it.each([
    ['a JPEG', jpeg(), { format: 'jpeg', width: 3, height: 2, orientation: 1 }],
    ['a progressive JPEG', jpeg(0xc2), { format: 'jpeg', width: 3, height: 2, orientation: 1 }],
    ['a turned JPEG', jpegWithExif(jpeg(), exifWith(6)), { format: 'jpeg', width: 3, height: 2, orientation: 6 }],
    ['a PNG', pngFile({ width: 5, height: 4 }), { format: 'png', width: 5, height: 4, orientation: 1 }],
    [
      'a turned PNG',
      pngFile({ width: 5, height: 4, extra: [pngChunk('gAMA', Buffer.alloc(4)), pngChunk('eXIf', exifWith(8))] }),
      { format: 'png', width: 5, height: 4, orientation: 8 },
    ],
    [
      'a lossy WebP',
      riff(chunk('VP8 ', Buffer.from([0, 0, 0, 0x9d, 0x01, 0x2a, 7, 0x40, 9, 0x80]))),
      { format: 'webp', width: 7, height: 9, orientation: 1 },
    ],
    ['a lossless WebP', riff(chunk('VP8L', Buffer.from([0x2f, 6, 0, 2, 0, 0]))), { format: 'webp', width: 7, height: 9, orientation: 1 }],
    ['an extended WebP', riff(extended(0)), { format: 'webp', width: 4, height: 2, orientation: 1 }],
    [
      'a turned WebP',
      riff(extended(8), chunk('VP8L', Buffer.alloc(3)), Buffer.alloc(1), chunk('EXIF', exifWith(3))),
      { format: 'webp', width: 4, height: 2, orientation: 3 },
    ],
    [
      'a WebP whose EXIF has a name before it',
      riff(extended(8), chunk('EXIF', Buffer.concat([bytes('Exif\0\0'), exifWith(5)]))),
      { format: 'webp', width: 4, height: 2, orientation: 5 },
    ],
  ])('tells %s', (_what, head, facts) => {
    expect(sniffPicture(head)).toEqual(facts);
  });

  it.each([
    ['an animated WebP', riff(extended(2))],
    ['a WebP of an unknown kind', riff(chunk('ALPH', Buffer.alloc(9)))],
    ['a GIF', bytes('GIF89a', 1, 0, 1, 0)],
    ['an SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page that begins like a JPEG', bytes('', 0xff, 0xd8, 0xff, 0x3c, 0x68)],
    ['a JPEG without a frame', jpeg(0xc4)],
    ['a PNG without a head', bytes('\x89PNG\r\n\x1a\n')],
    ['a PNG without a size', pngHead(0, 9)],
    ['a WebP that ends at once', bytes('RIFF\0\0\0\0WEBPVP8L')],
    ['nothing', Buffer.alloc(0)],
  ])('is none of ours in %s', (_what, head) => {
    expect(sniffPicture(head)).toBeUndefined();
  });

  it('may hold anything and does no harm', () => {
    const beginnings = [
      jpeg().subarray(0, 8),
      pngHead(2, 2),
      riff(extended(8)).subarray(0, 30),
      bytes('RIFF\0\0\0\0WEBPVP8 '),
      Buffer.alloc(0),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 200 }), (beginning, rest) => {
        const facts = sniffPicture(Buffer.concat([beginning, rest]));
        return facts === undefined || (facts.width > 0 && facts.height > 0 && facts.orientation >= 1 && facts.orientation <= 8);
      }),
    );
  });

  it.each([
    ['is right', 10_000, 5_000, false],
    ['has a side that is too long', 16_385, 1, true],
    ['has too many pixels', 10_000, 5_001, true],
  ])('says when its size %s', (_what, width, height, isTooMany) => {
    expect(isTooManyPixels({ width, height })).toBe(isTooMany);
  });
});
