import { toTypeId } from '@veza/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../channel.ts';
import { crc32 } from './crc32.ts';
import { decodeEventCursor, encodeEventCursor } from './event-cursor.ts';

const channelId = toTypeId('channel', '019aa000-0000-7000-8000-000000000001') as ChannelId;
const logEpoch = '8f14e45f-ceea-467a-9575-28d6f7a0a1b2';

describe('event cursor', () => {
  it('carries channel, epoch and number there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seq) => {
        const read = decodeEventCursor(encodeEventCursor({ channelId, logEpoch, seq }));
        expect(read).toMatchObject({ channelId, seq });
        expect(read?.isOfEpoch(logEpoch)).toBe(true);
        expect(read?.isOfEpoch('00000000-ceea-467a-9575-28d6f7a0a1b2')).toBe(false);
      }),
    );
  });

  it('refuses a cursor with any one character changed', () => {
    const cursor = encodeEventCursor({ channelId, logEpoch, seq: 77 });
    for (let index = 0; index < cursor.length; index += 1) {
      const changed = cursor.slice(0, index) + (cursor[index] === 'A' ? 'B' : 'A') + cursor.slice(index + 1);
      expect(decodeEventCursor(changed), `position ${index}`).toBeUndefined();
    }
  });

  it('refuses arbitrary text', () => {
    fc.assert(fc.property(fc.string(), (text) => decodeEventCursor(text) === undefined));
  });
});

describe('crc32', () => {
  it('answers the check value of its definition', () => {
    expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
  });
});
