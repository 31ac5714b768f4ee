import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentTiming } from './cmaf-segment.ts';

/** A box of a type around its parts. */
function box(type: string, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}

const words = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
};

const fragment = (tfdt: Buffer, ...frames: readonly number[]) =>
  box('moof', box('mfhd', words(0, 1)), box('traf', box('tfdt', tfdt), ...frames.map((count) => box('trun', words(0, count)))));

describe('segmentTiming', () => {
  it('reads decode times of 32 and of 64 bits and sums all runs', () => {
    expect(segmentTiming(Buffer.concat([box('styp'), fragment(words(0, 196_608), 192), box('mdat', words(1, 2))]))).toEqual({
      decodeTime: 196_608,
      frames: 192,
    });
    expect(segmentTiming(Buffer.concat([fragment(words(0x01000000, 1, 5), 100, 92), fragment(words(0, 9), 3)]))).toEqual({
      decodeTime: 2 ** 32 + 5,
      frames: 195,
    });
  });

  it('refuses what is no segment, and never reads beyond it', () => {
    const whole = fragment(words(0, 0), 1);
    expect(() => segmentTiming(box('mdat'))).toThrow(RangeError);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (length) => {
        expect(() => segmentTiming(whole.subarray(0, length))).toThrow(RangeError);
      }),
    );
  });
});
