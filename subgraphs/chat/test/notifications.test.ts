import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UserCaller } from '@veza/auth';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { threadTools } from './thread-tools.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await chatWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const SET = `mutation ($input: SetChannelNotificationsInput!) { setChannelNotifications(input: $input) {
  channel { viewerNotifications { level isMuted mutedUntil } } userErrors { code path } } }`;
const COUNTS = 'query ($id: ID!) { community(id: $id) { unreadCount mentionCount channels { unreadCount mentionCount } } }';
const CHOICE = 'query ($id: ID!) { channel(id: $id) { viewerNotifications { level isMuted mutedUntil } } }';

const set = async (input: object, caller: UserCaller) => {
  const { channel, userErrors } = await world.run(SET, { input }, caller);
  return channel?.viewerNotifications ?? userErrors[0].code;
};
const later = (ms: number) => new Date(world.clock().getTime() + ms).toISOString();

describe('setChannelNotifications', () => {
  it('changes what is said and leaves the rest, for this person alone', async () => {
    const { channelId, owner, member } = await world.community();
    expect(await set({ channelId, level: 'MENTIONS' }, member)).toEqual({ level: 'MENTIONS', isMuted: false, mutedUntil: null });
    expect(await set({ channelId, isMuted: true }, member)).toEqual({ level: 'MENTIONS', isMuted: true, mutedUntil: null });
    expect(await set({ channelId, level: 'ALL' }, member)).toEqual({ level: 'ALL', isMuted: true, mutedUntil: null });
    const mutedUntil = later(60_000);
    expect(await set({ channelId, mutedUntil }, member)).toEqual({ level: 'ALL', isMuted: true, mutedUntil });
    expect(await set({ channelId, isMuted: false }, member)).toMatchObject({ isMuted: false, mutedUntil: null });
    await set({ channelId, mutedUntil }, member);
    expect(await set({ channelId, mutedUntil: null }, member)).toMatchObject({ isMuted: false });
    expect((await world.run(CHOICE, { id: channelId }, owner)).viewerNotifications).toEqual({
      level: 'ALL',
      isMuted: false,
      mutedUntil: null,
    });
  });

  it('ends a muting by the clock', async () => {
    const { channelId, member } = await world.community();
    await set({ channelId, mutedUntil: later(1_000) }, member);
    world.clock.advance(1_000);
    expect((await world.run(CHOICE, { id: channelId }, member)).viewerNotifications.isMuted).toBe(false);
  });

  it('refuses what cannot be, and channels that are not seen', async () => {
    const { channelId, communityId, owner, member } = await world.community();
    const { channel: category } = await world.act('CreateChannel', { communityId, name: 'all', kind: 'CATEGORY' }, owner);
    expect(await set({ channelId, mutedUntil: later(0) }, member)).toBe('INVALID');
    expect(await set({ channelId, isMuted: false, mutedUntil: later(1_000) }, member)).toBe('INVALID');
    expect(await set({ channelId: category.id, level: 'NONE' }, member)).toBe('INVALID');
    expect(await set({ channelId, level: 'NONE' }, world.person())).toBe('NOT_FOUND');
  });
});

describe('the counters of a community', () => {
  it('leave out what the person does not want to hear of, while the channel keeps its own', async () => {
    const { channelId, communityId, owner, member } = await world.community();
    await world.send(channelId, 'a', owner);
    await world.send(channelId, `<@${member.userId}>`, owner);
    const sums = async () => {
      const { channels, unreadCount, mentionCount } = await world.run(COUNTS, { id: communityId }, member);
      expect(channels).toEqual([{ unreadCount: 2, mentionCount: 1 }]);
      return [unreadCount, mentionCount];
    };
    expect(await sums()).toEqual([2, 1]);
    await set({ channelId, level: 'MENTIONS' }, member);
    expect(await sums()).toEqual([0, 1]);
    await set({ channelId, level: 'NONE' }, member);
    expect(await sums()).toEqual([0, 0]);
    await set({ channelId, level: 'ALL', isMuted: true }, member);
    expect(await sums()).toEqual([0, 0]);
    await set({ channelId, isMuted: false }, member);
    expect(await sums()).toEqual([2, 1]);
  });

  it('take in joined threads, and of others only what names the person', async () => {
    const { channelId, communityId, owner, member } = await world.community();
    const tools = threadTools(world);
    const source = await world.send(channelId, 'source', owner);
    await world.act('MarkChannelRead', { channelId, throughMessageId: source.id }, member);
    const { thread } = await world.act('CreateThread', { messageId: source.id, name: 'branch' }, owner);
    await world.send(thread.id, 'before', owner);
    const sums = async () => {
      const { unreadCount, mentionCount } = await world.run(COUNTS, { id: communityId }, member);
      return [unreadCount, mentionCount];
    };
    expect(await sums()).toEqual([0, 0]);
    await tools.act('joinThread', { threadId: thread.id }, member);
    await world.send(thread.id, '@everyone', owner);
    expect(await sums()).toEqual([1, 1]);
  });
});
