import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { management, type ManagementTools } from './management.ts';

let world: ChatWorld;
let tools: ManagementTools;
beforeAll(async () => {
  world = await chatWorld();
  tools = management(world);
});
afterAll(() => world[Symbol.asyncDispose]());

type Caller = Parameters<ChatWorld['run']>[2];

const mentionCount = async (channelId: string, caller: Caller): Promise<number> =>
  (await world.run('query ($id: ID!) { channel(id: $id) { mentionCount } }', { id: channelId }, caller)).mentionCount;

const called = async (messageId: string, caller: Caller) =>
  world.run('query ($id: ID!) { message(id: $id) { mentions { id } mentionedRoleIds } }', { id: messageId }, caller);

describe('mentions', () => {
  it('of roles and of everyone count for those who have the role, once a message', async () => {
    const { communityId, channelId, owner, people } = await world.community(3);
    const [modder, plain, named] = people as [typeof owner, typeof owner, typeof owner];
    const roleId = await tools.giveRole(communityId, owner, modder, []);
    const everyone = communityId.replace('community', 'role');
    const first = await world.send(channelId, `<@&${roleId}> <@${modder.userId}> <@${named.userId}>`, owner);
    expect(await called(first.id, plain)).toEqual({
      mentions: expect.arrayContaining([{ id: modder.userId }, { id: named.userId }]),
      mentionedRoleIds: [roleId],
    });
    const counts = () => Promise.all([modder, plain, named, owner].map((caller) => mentionCount(channelId, caller)));
    expect(await counts()).toEqual([1, 0, 1, 0]);
    const second = await world.send(channelId, 'listen, @everyone', owner);
    expect(await called(second.id, plain)).toEqual({ mentions: [], mentionedRoleIds: [everyone] });
    expect(await counts()).toEqual([2, 1, 2, 0]);
    await world.act('DeleteMessage', { messageId: second.id }, owner);
    expect(await counts()).toEqual([1, 0, 1, 0]);
    expect(await called(second.id, plain)).toEqual({ mentions: [], mentionedRoleIds: [] });
    await world.act('EditMessage', { messageId: first.id, content: `<@${plain.userId}>` }, owner);
    expect(await counts()).toEqual([0, 1, 0, 0]);
  });

  it('of roles and of everyone are text without MENTION_EVERYONE', async () => {
    const { communityId, channelId, owner, member, people } = await world.community(2);
    const roleId = await tools.giveRole(communityId, owner, people[1]!, []);
    const text = `<@&${roleId}> @everyone`;
    const sent = await world.send(channelId, text, member);
    expect(await called(sent.id, owner)).toEqual({ mentions: [], mentionedRoleIds: [] });
    expect(await mentionCount(channelId, owner)).toBe(0);
    await tools.giveRole(communityId, owner, member, ['MENTION_EVERYONE']);
    const again = await world.send(channelId, text, member);
    expect((await called(again.id, owner)).mentionedRoleIds).toHaveLength(2);
    expect(await mentionCount(channelId, owner)).toBe(1);
  });

  it('never reach who cannot see the channel, nor roles of elsewhere', async () => {
    const { communityId, channelId, owner, member } = await world.community();
    const foreign = await world.community(0);
    await world.act('SetChannelOverwrite', { channelId, userId: member.userId, allow: [], deny: ['VIEW_CHANNEL'] }, owner);
    const elsewhere = foreign.communityId.replace('community', 'role');
    const sent = await world.send(channelId, `<@${member.userId}> <@&${elsewhere}> <@${foreign.owner.userId}>`, owner);
    expect(await called(sent.id, owner)).toEqual({ mentions: [], mentionedRoleIds: [] });
    await tools.act('RemoveChannelOverwrite', { channelId, userId: member.userId }, owner);
    expect(await mentionCount(channelId, member)).toBe(0);
    expect(communityId).not.toBe(foreign.communityId);
  });

  it('name at most 100 roles', async () => {
    const { channelId, owner } = await world.community(0);
    const names = Array.from({ length: 101 }, () => `<@&${world.newId('role')}>`);
    expect(await world.refusal('SendMessage', { channelId, nonce: 'n', content: names.join('') }, owner)).toEqual([
      'LIMIT_REACHED content',
    ]);
    await world.send(channelId, names.slice(1).join(''), owner);
  });
});

describe('the audit log', () => {
  it('tells of pins, of messages that others deleted and of new hosts, and of nobody’s own doings', async () => {
    const { communityId, channelId, owner, member } = await world.community(1, 'LISTENING_PARTY');
    const [first, second] = [await world.send(channelId, 'secret one', member), await world.send(channelId, 'secret two', member)];
    const trackId = world.newTrack();
    await world.act('SyncPlayback', { channelId, trackId, positionMs: 0, isPlaying: true }, member);
    await world.act('SyncPlayback', { channelId, trackId, positionMs: 5, isPlaying: true }, member);
    for (const pinned of [true, true, false]) await world.act('PinMessage', { messageId: first.id, pinned }, owner);
    await world.act('DeleteMessage', { messageId: first.id }, member);
    await world.act('DeleteMessage', { messageId: second.id }, owner);
    await world.act('DeleteMessage', { messageId: second.id }, owner);
    const entries = await tools.audit(communityId, owner);
    expect(entries.map(({ action, subjectId, user }) => [action, subjectId, user?.id]).slice(0, 4)).toEqual([
      ['MESSAGE_DELETED', second.id, member.userId],
      ['MESSAGE_UNPINNED', first.id, member.userId],
      ['MESSAGE_PINNED', first.id, member.userId],
      ['PARTY_HOST_CHANGED', null, member.userId],
    ]);
    expect(entries.filter(({ action }) => /MESSAGE|HOST/.test(action))).toHaveLength(4);
    expect(JSON.stringify(entries)).not.toContain('secret');
  });
});
