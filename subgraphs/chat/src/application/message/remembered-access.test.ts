import { describe, expect, it } from 'vitest';
import type { ChannelAccess } from '../../domain/channel-access.ts';
import type { ChannelKind } from '../../domain/channel.ts';
import { fakeChannelId, fakeUserId } from '../feed/fakes/fake-message.ts';
import type { AccessReader } from '../ports/access.ts';
import { rememberedAccess } from './remembered-access.ts';

const other = `${fakeUserId.slice(0, -1)}9` as typeof fakeUserId;

/** Access that the test sets. */
function setUp({ kind = 'TEXT', capacity = 10 }: { readonly kind?: ChannelKind; readonly capacity?: number } = {}) {
  const state: { accessEpoch: number | undefined } = { accessEpoch: 1 };
  const access = {
    async channels() {
      const { accessEpoch } = state;
      const standing = { channel: { id: fakeChannelId, kind }, accessEpoch } as ChannelAccess;
      return new Map(accessEpoch === undefined ? [] : [[fakeChannelId, standing]]);
    },
  } as unknown as AccessReader;
  return { state, remembered: rememberedAccess(access, capacity) };
}

describe('remembered access', () => {
  it('is what was decided last', async () => {
    const { state, remembered } = setUp();
    expect(remembered.find(fakeUserId, fakeChannelId)).toBeUndefined();
    await remembered.decide(fakeUserId, fakeChannelId);
    state.accessEpoch = 2;
    expect(remembered.find(fakeUserId, fakeChannelId)?.accessEpoch).toBe(1);
    expect((await remembered.decide(fakeUserId, fakeChannelId))?.accessEpoch).toBe(2);
    expect(remembered.find(fakeUserId, fakeChannelId)?.accessEpoch).toBe(2);
  });

  it('forgets whoever has none any more', async () => {
    const { state, remembered } = setUp();
    await remembered.decide(fakeUserId, fakeChannelId);
    state.accessEpoch = undefined;
    expect(await remembered.decide(fakeUserId, fakeChannelId)).toBeUndefined();
    expect(remembered.find(fakeUserId, fakeChannelId)).toBeUndefined();
  });

  it('keeps nothing of channels whose state decides, too', async () => {
    const { remembered } = setUp({ kind: 'GROUP' });
    await remembered.decide(fakeUserId, fakeChannelId);
    expect(remembered.find(fakeUserId, fakeChannelId)).toBeUndefined();
  });

  it('forgets first what was not asked for the longest', async () => {
    const { remembered } = setUp({ capacity: 2 });
    const third = `${fakeUserId.slice(0, -1)}8` as typeof fakeUserId;
    await remembered.decide(fakeUserId, fakeChannelId);
    await remembered.decide(other, fakeChannelId);
    remembered.find(fakeUserId, fakeChannelId);
    await remembered.decide(third, fakeChannelId);
    expect([fakeUserId, other, third].map((userId) => remembered.find(userId, fakeChannelId) !== undefined)).toEqual([true, false, true]);
  });
});
