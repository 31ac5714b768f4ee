import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorCodec, MAX_CURSOR_LENGTH } from './cursor.ts';

const secret = new Uint8Array(32).fill(7);
const codec = cursorCodec(secret, 'Query.listings', { kind: 'BEAT' });

describe('cursors', () => {
  it('give back the keys that they were made of', () => {
    const key = fc.oneof(fc.string({ maxLength: 40 }), fc.integer(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(key, { maxLength: 4 }), (keys) => {
        expect(codec.decode(codec.encode(keys))).toEqual(keys);
      }),
    );
  });

  it('are refused by another connection, another filter and another secret', () => {
    const cursor = codec.encode([1, 'listing']);
    expect(cursorCodec(secret, 'Query.orders', { kind: 'BEAT' }).decode(cursor)).toBeUndefined();
    expect(cursorCodec(secret, 'Query.listings', { kind: 'PRESET' }).decode(cursor)).toBeUndefined();
    expect(cursorCodec(new Uint8Array(32), 'Query.listings', { kind: 'BEAT' }).decode(cursor)).toBeUndefined();
  });

  it('are refused when one character changed', () => {
    const cursor = codec.encode([1, 'listing']);
    for (let index = 0; index < cursor.length; index += 1) {
      const edited = cursor.slice(0, index) + (cursor[index] === 'A' ? 'B' : 'A') + cursor.slice(index + 1);
      expect(codec.decode(edited)).toBeUndefined();
    }
  });

  it('are refused when they are longer than a cursor can be', () => {
    expect(codec.decode('A'.repeat(MAX_CURSOR_LENGTH + 1))).toBeUndefined();
    expect(codec.decode('')).toBeUndefined();
  });
});
