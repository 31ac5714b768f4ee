import { type Id, toTypeId } from '@veza/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32.ts';
import { channelCursors, communityCursors } from './log-cursor.ts';

const uuid = '019aa000-0000-7000-8000-000000000001';
const id = toTypeId('channel', uuid) as Id<'channel'>;
const logEpoch = '8f14e45f-ceea-467a-9575-28d6f7a0a1b2';

describe('a cursor in a log', () => {
  it('carries id, epoch and number there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seq) => {
        const read = channelCursors.decode(channelCursors.encode({ id, logEpoch, seq }));
        expect(read).toMatchObject({ id, seq });
        expect(read?.isOfEpoch(logEpoch)).toBe(true);
        expect(read?.isOfEpoch('00000000-ceea-467a-9575-28d6f7a0a1b2')).toBe(false);
      }),
    );
  });

  it('refuses a cursor with any one character changed', () => {
    const cursor = channelCursors.encode({ id, logEpoch, seq: 77 });
    for (let index = 0; index < cursor.length; index += 1) {
      const changed = cursor.slice(0, index) + (cursor[index] === 'A' ? 'B' : 'A') + cursor.slice(index + 1);
      expect(channelCursors.decode(changed), `position ${index}`).toBeUndefined();
    }
  });

  it('is none of another kind of log', () => {
    const cursor = channelCursors.encode({ id, logEpoch, seq: 1 });
    expect(communityCursors.decode(cursor)).toBeUndefined();
    expect(
      channelCursors.decode(communityCursors.encode({ id: toTypeId('community', uuid) as Id<'community'>, logEpoch, seq: 1 })),
    ).toBeUndefined();
  });

  it('refuses arbitrary text', () => {
    fc.assert(fc.property(fc.string(), (text) => channelCursors.decode(text) === undefined));
  });
});

describe('crc32', () => {
  it('answers the check value of its definition', () => {
    expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
  });
});
