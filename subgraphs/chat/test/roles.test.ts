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

const roles = async (communityId: string, caller: Parameters<ChatWorld['run']>[2]) => {
  const found = await world.run('query ($id: ID!) { community(id: $id) { roles { name position } } }', { id: communityId }, caller);
  return found.roles.map(({ name, position }: { name: string; position: number }) => `${position} ${name}`);
};

describe('roles', () => {
  it('enter just above everyone, are moved, renamed and deleted, and positions stay without gaps', async () => {
    const { communityId, owner, member } = await world.community();
    const made: Record<string, string> = {};
    for (const name of ['low', 'mid', 'high'].toReversed()) {
      const { role } = await world.act('CreateRole', { communityId, name, color: '#Ff0000', permissions: ['PIN_MESSAGES'] }, owner);
      expect(role).toMatchObject({ name, position: 1, permissions: ['PIN_MESSAGES'] });
      made[name] = role.id;
    }
    expect(await roles(communityId, member)).toEqual(['0 everyone', '1 low', '2 mid', '3 high']);
    await tools.act('MoveRole', { roleId: made['low'], position: 3 }, owner);
    expect(await roles(communityId, member)).toEqual(['0 everyone', '1 mid', '2 high', '3 low']);
    await tools.act('MoveRole', { roleId: made['low'], position: 2 }, owner);
    expect(await roles(communityId, member)).toEqual(['0 everyone', '1 mid', '2 low', '3 high']);
    const { role } = await tools.act('UpdateRole', { roleId: made['mid'], name: 'middle', color: null }, owner);
    expect(role).toMatchObject({ name: 'middle', color: null, permissions: ['PIN_MESSAGES'] });
    await tools.act('DeleteRole', { roleId: made['mid'], reason: 'unused' }, owner);
    expect(await roles(communityId, member)).toEqual(['0 everyone', '1 low', '2 high']);
    expect(await tools.refusal('DeleteRole', { roleId: made['mid'] }, owner)).toEqual(['NOT_FOUND roleId']);
    const actions = (await tools.audit(communityId, owner)).map(({ action }) => action);
    expect(actions.filter((action) => action.startsWith('ROLE_'))).toEqual([
      'ROLE_DELETED',
      'ROLE_UPDATED',
      'ROLE_MOVED',
      'ROLE_MOVED',
      'ROLE_CREATED',
      'ROLE_CREATED',
      'ROLE_CREATED',
    ]);
  });

  it('let their holders do what they say, until they are taken away', async () => {
    const { communityId, channelId, owner, member } = await world.community();
    const { id: messageId } = await world.send(channelId, 'text', owner);
    const roleId = await tools.giveRole(communityId, owner, member, ['PIN_MESSAGES']);
    await world.act('PinMessage', { messageId, pinned: true }, member);
    const { member: again } = await world.act('AssignRole', { communityId, userId: member.userId, roleId }, owner);
    expect(again.roles.map(({ name }: { name: string }) => name)).toEqual(['everyone', 'role']);
    const { member: without } = await tools.act('UnassignRole', { communityId, userId: member.userId, roleId }, owner);
    expect(without.roles).toHaveLength(1);
    await tools.act('UnassignRole', { communityId, userId: member.userId, roleId }, owner);
    expect(await world.refusal('PinMessage', { messageId, pinned: false }, member)).toEqual(['NOT_PERMITTED messageId']);
    await world.act('AssignRole', { communityId, userId: member.userId, roleId }, owner);
    await tools.act('DeleteRole', { roleId }, owner);
    expect(await world.refusal('PinMessage', { messageId, pinned: false }, member)).toEqual(['NOT_PERMITTED messageId']);
  });

  it('are lost by who leaves, and do not come back with them', async () => {
    const { communityId, owner, member, inviteCode } = await world.community();
    await tools.giveRole(communityId, owner, member, ['MANAGE_ROLES']);
    await world.act('LeaveCommunity', { communityId }, member);
    await world.act('JoinCommunity', { inviteCode }, member);
    expect(await world.refusal('CreateRole', { communityId, name: 'x', permissions: [] }, member)).toEqual(['NOT_PERMITTED communityId']);
  });

  it('refuse names, colours and numbers that do not fit', async () => {
    await using small = await chatWorld({ limits: { rolesPerCommunity: 2 } });
    const { communityId, owner } = await small.community(0);
    const { refusal } = management(small);
    const make = (input: object) => refusal('CreateRole', { communityId, name: 'x', permissions: [], ...input }, owner);
    expect(await make({ name: ' ' })).toEqual(['INVALID name']);
    expect(await make({ color: 'red' })).toEqual(['INVALID color']);
    expect(await make({})).toEqual([]);
    expect(await make({})).toEqual(['LIMIT_REACHED communityId']);
    const everyone = communityId.replace('community', 'role');
    expect(await refusal('UpdateRole', { roleId: everyone, name: 'x' }, owner)).toEqual(['INVALID name']);
    expect(await refusal('MoveRole', { roleId: everyone, position: 1 }, owner)).toEqual(['INVALID roleId']);
    expect(await refusal('DeleteRole', { roleId: everyone }, owner)).toEqual(['INVALID roleId']);
    expect(await refusal('AssignRole', { communityId, userId: owner.userId, roleId: everyone }, owner)).toEqual(['INVALID roleId']);
  });

  it('keep one number each while several people make and move them at once', async () => {
    const { communityId, owner } = await world.community(0);
    await Promise.all(
      Array.from({ length: 6 }, (_, index) => world.act('CreateRole', { communityId, name: `r${index}`, permissions: [] }, owner)),
    );
    const { roles: found } = await world.run(
      'query ($id: ID!) { community(id: $id) { roles { id position } } }',
      { id: communityId },
      owner,
    );
    expect(found.map(({ position }: { position: number }) => position)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

describe('the order of roles', () => {
  /** A community with a manager below a chief, and a plain member. */
  const ladder = async () => {
    const { communityId, channelId, owner, people } = await world.community(3);
    const [manager, chief, plain] = people as [(typeof people)[number], (typeof people)[number], (typeof people)[number]];
    const permissions = ['MANAGE_ROLES', 'KICK_MEMBERS', 'PIN_MESSAGES'];
    const { role: chiefRole } = await world.act('CreateRole', { communityId, name: 'chief', permissions }, owner);
    const { role: managerRole } = await world.act('CreateRole', { communityId, name: 'manager', permissions }, owner);
    const { role: lowRole } = await world.act('CreateRole', { communityId, name: 'low', permissions: ['PIN_MESSAGES'] }, owner);
    await world.act('AssignRole', { communityId, userId: chief.userId, roleId: chiefRole.id }, owner);
    await world.act('AssignRole', { communityId, userId: manager.userId, roleId: managerRole.id }, owner);
    return { communityId, channelId, owner, manager, chief, plain, chiefRole, managerRole, lowRole };
  };

  it('keeps managers below themselves, whatever they try', async () => {
    const { communityId, channelId, owner, manager, chief, plain, chiefRole, managerRole, lowRole } = await ladder();
    const tries: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
      ['UpdateRole', { roleId: managerRole.id, name: 'x' }, 'HIERARCHY roleId'],
      ['UpdateRole', { roleId: chiefRole.id, name: 'x' }, 'HIERARCHY roleId'],
      ['MoveRole', { roleId: lowRole.id, position: 2 }, 'HIERARCHY position'],
      ['MoveRole', { roleId: chiefRole.id, position: 1 }, 'HIERARCHY roleId'],
      ['MoveRole', { roleId: lowRole.id, position: 9 }, 'INVALID position'],
      ['DeleteRole', { roleId: managerRole.id }, 'HIERARCHY roleId'],
      ['AssignRole', { communityId, userId: plain.userId, roleId: managerRole.id }, 'HIERARCHY roleId'],
      ['AssignRole', { communityId, userId: chief.userId, roleId: lowRole.id }, 'HIERARCHY userId'],
      ['UnassignRole', { communityId, userId: chief.userId, roleId: chiefRole.id }, 'HIERARCHY roleId'],
      ['KickMember', { communityId, userId: chief.userId }, 'HIERARCHY userId'],
      ['KickMember', { communityId, userId: owner.userId }, 'HIERARCHY userId'],
      ['KickMember', { communityId, userId: manager.userId }, 'HIERARCHY userId'],
      ['SetChannelOverwrite', { channelId, roleId: chiefRole.id, allow: [], deny: ['PIN_MESSAGES'] }, 'HIERARCHY roleId'],
      ['SetChannelOverwrite', { channelId, userId: chief.userId, allow: [], deny: ['PIN_MESSAGES'] }, 'HIERARCHY userId'],
    ];
    for (const [name, input, refusal] of tries) expect(await tools.refusal(name, input, manager), name).toEqual([refusal]);
    await world.act('AssignRole', { communityId, userId: plain.userId, roleId: lowRole.id }, manager);
    await world.act('AssignRole', { communityId, userId: manager.userId, roleId: lowRole.id }, manager);
    await world.act('KickMember', { communityId, userId: plain.userId }, manager);
  });

  it('lets nobody pass on what they do not have, by whatever road', async () => {
    const { communityId, channelId, owner, manager, plain, lowRole } = await ladder();
    const { role: strong } = await world.act('CreateRole', { communityId, name: 'strong', permissions: ['BAN_MEMBERS'] }, owner);
    const everyone = communityId.replace('community', 'role');
    const tries: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
      ['CreateRole', { communityId, name: 'x', permissions: ['BAN_MEMBERS'] }, 'NOT_PERMITTED permissions'],
      ['CreateRole', { communityId, name: 'x', permissions: ['ADMINISTRATOR'] }, 'NOT_PERMITTED permissions'],
      ['UpdateRole', { roleId: lowRole.id, permissions: ['PIN_MESSAGES', 'BAN_MEMBERS'] }, 'NOT_PERMITTED permissions'],
      ['UpdateRole', { roleId: strong.id, permissions: [] }, 'NOT_PERMITTED permissions'],
      ['UpdateRole', { roleId: everyone, permissions: ['BAN_MEMBERS'] }, 'NOT_PERMITTED permissions'],
      ['AssignRole', { communityId, userId: plain.userId, roleId: strong.id }, 'NOT_PERMITTED roleId'],
      ['SetChannelOverwrite', { channelId, roleId: lowRole.id, allow: ['MANAGE_MESSAGES'], deny: [] }, 'NOT_PERMITTED allow'],
      ['SetChannelOverwrite', { channelId, userId: plain.userId, allow: [], deny: ['BYPASS_SLOW_MODE'] }, 'NOT_PERMITTED allow'],
    ];
    for (const [name, input, refusal] of tries) expect(await tools.refusal(name, input, manager), name).toEqual([refusal]);
    await tools.act('UpdateRole', { roleId: lowRole.id, permissions: ['PIN_MESSAGES', 'KICK_MEMBERS'] }, manager);
    await tools.act('UpdateRole', { roleId: everyone, permissions: ['VIEW_CHANNEL', 'READ_HISTORY'] }, owner);
    expect(await world.refusal('SendMessage', { channelId, nonce: 'n', content: 'a' }, plain)).toEqual(['NOT_PERMITTED channelId']);
  });
});

describe('overwrites', () => {
  it('grant and take in one channel, for everyone, for roles and for members', async () => {
    const { communityId, channelId, owner, member, people } = await world.community(2);
    const other = people[1]!;
    const everyone = communityId.replace('community', 'role');
    const { channel } = await world.act('SetChannelOverwrite', { channelId, roleId: everyone, allow: [], deny: ['SEND_MESSAGES'] }, owner);
    expect(channel.overwrites).toEqual([{ role: { id: everyone }, user: null, allow: [], deny: ['SEND_MESSAGES'] }]);
    expect(await world.refusal('SendMessage', { channelId, nonce: 'n', content: 'a' }, member)).toEqual(['NOT_PERMITTED channelId']);
    await world.act('SetChannelOverwrite', { channelId, userId: member.userId, allow: ['SEND_MESSAGES'], deny: [] }, owner);
    await world.send(channelId, 'I may', member);
    const roleId = await tools.giveRole(communityId, owner, other, []);
    await world.act('SetChannelOverwrite', { channelId, roleId, allow: ['SEND_MESSAGES'], deny: [] }, owner);
    await world.send(channelId, 'me too', other);
    await tools.act('RemoveChannelOverwrite', { channelId, userId: member.userId }, owner);
    await tools.act('RemoveChannelOverwrite', { channelId, userId: member.userId }, owner);
    expect(await world.refusal('SendMessage', { channelId, nonce: 'm', content: 'a' }, member)).toEqual(['NOT_PERMITTED channelId']);
    const viewer = await world.run('query ($id: ID!) { channel(id: $id) { viewerPermissions } }', { id: channelId }, other);
    expect(viewer.viewerPermissions).toContain('SEND_MESSAGES');
    await tools.act('DeleteRole', { roleId }, owner);
    expect(await world.refusal('SendMessage', { channelId, nonce: 'o', content: 'a' }, other)).toEqual(['NOT_PERMITTED channelId']);
    const actions = (await tools.audit(communityId, owner)).map(({ action }) => action);
    expect(actions.filter((action) => action === 'OVERWRITE_REMOVED')).toHaveLength(1);
  });

  it('hide a channel altogether: it is absent everywhere', async () => {
    const { communityId, channelId, owner, member } = await world.community();
    const sent = await world.send(channelId, `secret <@${member.userId}>`, owner);
    const everyone = communityId.replace('community', 'role');
    await world.act('SetChannelOverwrite', { channelId, roleId: everyone, allow: [], deny: ['VIEW_CHANNEL'] }, owner);
    await tools.giveRole(communityId, owner, member, ['VIEW_AUDIT_LOG', 'MANAGE_ROLES', 'MANAGE_CHANNELS']);
    expect(await tools.channels(communityId, member)).toEqual([]);
    expect(await tools.channels(communityId, owner)).toEqual(['talk']);
    expect(await world.run('ChannelHistory', { id: channelId, last: 1 }, member)).toBeNull();
    expect(await world.run('query ($id: ID!) { message(id: $id) { id } }', { id: sent.id }, member)).toBeNull();
    const community = await world.run('query ($id: ID!) { community(id: $id) { unreadCount mentionCount } }', { id: communityId }, member);
    expect(community).toEqual({ unreadCount: 0, mentionCount: 0 });
    for (const [name, input] of [
      ['SendMessage', { channelId, nonce: 'n', content: 'a' }],
      ['UpdateChannel', { channelId, name: 'x' }],
      ['DeleteChannel', { channelId }],
      ['SetChannelOverwrite', { channelId, roleId: everyone, allow: ['VIEW_CHANNEL'], deny: [] }],
    ] as const)
      expect(await tools.refusal(name, input, member), name).toEqual(['NOT_FOUND channelId']);
    expect(await tools.refusal('EditMessage', { messageId: sent.id, content: 'x' }, member)).toEqual(['NOT_FOUND messageId']);
    expect(JSON.stringify(await tools.audit(communityId, member))).not.toContain(channelId);
    expect(JSON.stringify(await tools.audit(communityId, owner))).toContain('OVERWRITE_SET');
    await tools.act('DeleteChannel', { channelId }, owner);
    expect(JSON.stringify(await tools.audit(communityId, member))).not.toContain(channelId);
    expect((await tools.audit(communityId, owner))[0]).toMatchObject({ action: 'CHANNEL_DELETED', subjectId: channelId });
  });

  it('of a category reach the channels that are synced with it, and new ones', async () => {
    const { communityId, channelId, owner, member } = await world.community();
    const everyone = communityId.replace('community', 'role');
    const make = async (name: string, categoryId?: string) =>
      (await world.act('CreateChannel', { communityId, name, kind: categoryId ? 'TEXT' : 'CATEGORY', categoryId }, owner)).channel
        .id as string;
    const category = await make('music');
    const [synced, apart] = [await make('synced', category), await make('apart', category)];
    await world.act('SetChannelOverwrite', { channelId: apart, userId: member.userId, allow: ['PIN_MESSAGES'], deny: [] }, owner);
    await world.act('SetChannelOverwrite', { channelId: category, roleId: everyone, allow: [], deny: ['VIEW_CHANNEL'] }, owner);
    await make('fresh', category);
    expect(await tools.channels(communityId, member)).toEqual(['talk', 'apart']);
    await tools.act('RemoveChannelOverwrite', { channelId: category, roleId: everyone }, owner);
    expect(await tools.channels(communityId, member)).toEqual(['talk', 'music', 'synced', 'apart', 'fresh']);
    expect([channelId, synced]).not.toContain(apart);
  });

  it('refuse contradictions, and more or less than one target', async () => {
    await using small = await chatWorld({ limits: { overwritesPerChannel: 1 } });
    const { communityId, channelId, owner, member } = await small.community();
    const roleId = communityId.replace('community', 'role');
    const set = (input: object) => management(small).refusal('SetChannelOverwrite', { channelId, allow: [], deny: [], ...input }, owner);
    expect(await set({ roleId, allow: ['SEND_MESSAGES'], deny: ['SEND_MESSAGES'] })).toEqual(['INVALID deny']);
    expect(await set({})).toEqual(['INVALID roleId']);
    expect(await set({ roleId, userId: member.userId })).toEqual(['INVALID roleId']);
    expect(await set({ roleId: 'role_00000000000000000000000000' })).toEqual(['NOT_FOUND roleId']);
    expect(await set({ userId: small.person().userId })).toEqual(['NOT_FOUND userId']);
    expect(await set({ roleId })).toEqual([]);
    expect(await set({ userId: member.userId })).toEqual(['LIMIT_REACHED channelId']);
    expect(await set({ roleId, deny: ['SEND_MESSAGES'] })).toEqual([]);
  });
});
