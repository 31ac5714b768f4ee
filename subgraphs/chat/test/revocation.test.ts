import type { UserCaller } from '@veza/auth';
import { waitUntil } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followChannel } from './channel-stream.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { management, type ManagementTools } from './management.ts';

let world: ChatWorld;
let tools: ManagementTools;
const stop = new AbortController();
let running: Promise<void>;
beforeAll(async () => {
  world = await chatWorld();
  tools = management(world);
  running = world.chat.background.watermark.run(stop.signal);
});
afterAll(async () => {
  stop.abort();
  await running;
  await world[Symbol.asyncDispose]();
});

interface Scene {
  readonly communityId: string;
  readonly channelId: string;
  readonly owner: UserCaller;
  readonly member: UserCaller;
  readonly everyone: string;
  readonly roleId: string;
}

/** A channel that the member sees only by a role. */
async function scene(): Promise<Scene> {
  const { communityId, channelId, owner, member } = await world.community();
  const everyone = communityId.replace('community', 'role');
  const roleId = await tools.giveRole(communityId, owner, member, []);
  await world.act('SetChannelOverwrite', { channelId, roleId: everyone, allow: [], deny: ['VIEW_CHANNEL'] }, owner);
  await world.act('SetChannelOverwrite', { channelId, roleId, allow: ['VIEW_CHANNEL'], deny: [] }, owner);
  return { communityId, channelId, owner, member, everyone, roleId };
}

const ROADS: readonly (readonly [how: string, reason: string, act: (scene: Scene) => Promise<unknown>])[] = [
  [
    'a role taken away',
    'PERMISSION_CHANGED',
    ({ communityId, owner, member, roleId }) => tools.act('UnassignRole', { communityId, userId: member.userId, roleId }, owner),
  ],
  ['a role deleted', 'PERMISSION_CHANGED', ({ owner, roleId }) => tools.act('DeleteRole', { roleId }, owner)],
  [
    'an overwrite removed',
    'PERMISSION_CHANGED',
    ({ owner, channelId, roleId }) => tools.act('RemoveChannelOverwrite', { channelId, roleId }, owner),
  ],
  [
    'an overwrite of their own',
    'PERMISSION_CHANGED',
    ({ owner, channelId, member }) =>
      world.act('SetChannelOverwrite', { channelId, userId: member.userId, allow: [], deny: ['VIEW_CHANNEL'] }, owner),
  ],
  ['a kick', 'KICKED', ({ communityId, owner, member }) => world.act('KickMember', { communityId, userId: member.userId }, owner)],
  ['a ban', 'BANNED', ({ communityId, owner, member }) => world.act('BanMember', { communityId, userId: member.userId }, owner)],
  ['leaving', 'LEFT', ({ communityId, member }) => world.act('LeaveCommunity', { communityId }, member)],
  ['a channel deleted', 'CHANNEL_DELETED', ({ owner, channelId }) => tools.act('DeleteChannel', { channelId }, owner)],
  ['a community ended', 'COMMUNITY_DELETED', ({ owner, communityId }) => tools.act('DeleteCommunity', { communityId }, owner)],
];

describe('a stream in a silent channel', () => {
  it.each(ROADS)('ends within two seconds after %s', async (_how, reason, act) => {
    const about = await scene();
    const stream = followChannel(world.chat, about.channelId, about.member);
    await waitUntil(async () => {
      await world.send(about.channelId, 'are you there?', about.owner);
      return stream.events.length > 0;
    });
    await act(about);
    await waitUntil(() => stream.hasEnded, { timeoutMs: 2_000 });
    expect(stream.events.at(-1)).toMatchObject({ __typename: 'AccessRevoked', reason });
    expect(stream.errors).toEqual([]);
  });

  it('goes on after what takes no view away', async () => {
    const { communityId, channelId, owner, member } = await scene();
    const stream = followChannel(world.chat, channelId, member);
    const until = new Date(world.clock().getTime() + 60_000).toISOString();
    await waitUntil(async () => {
      await world.send(channelId, 'are you there?', owner);
      return stream.events.length > 0;
    });
    await world.act('TimeOutMember', { communityId, userId: member.userId, until }, owner);
    await world.act('CreateRole', { communityId, name: 'x', permissions: [] }, owner);
    const { id } = await world.send(channelId, 'still there', owner);
    await waitUntil(() => stream.events.at(-1)?.message?.id === id);
    expect(stream.hasEnded).toBe(false);
    await stream.leave();
  });
});
