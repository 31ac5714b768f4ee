import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatWorld, chatWorld } from './chat-world.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await chatWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const facts = async (communityId: string) => {
  const rows =
    await world.admin`select envelope from outbox where key = ${communityId} and topic = 'chat.membership-changed.v1' order by id`;
  return rows.map(({ envelope }) => [envelope.data.userId, envelope.data.state]);
};

describe('createCommunity', () => {
  it('makes its founder owner and first member, with the everyone-role', async () => {
    const owner = world.person();
    const { community } = await world.act('CreateCommunity', { name: '  Night owls ', slug: 'night-owls' }, owner);
    expect(community).toMatchObject({ name: 'Night owls', slug: 'night-owls', memberCount: 1, owner: { id: owner.userId }, channels: [] });
    expect(community.roles).toMatchObject([
      { name: 'everyone', position: 0, permissions: expect.arrayContaining(['VIEW_CHANNEL', 'SEND_MESSAGES']) },
    ]);
    expect(community.roles[0].id.slice('role_'.length)).toBe(community.id.slice('community_'.length));
    expect(community.viewerMembership.permissions).toContain('ADMINISTRATOR');
    expect(await facts(community.id)).toEqual([[owner.userId, 'JOINED']]);
  });

  it.each([
    [{ name: ' ', slug: 'fine' }, 'INVALID name'],
    [{ name: 'x'.repeat(101), slug: 'fine' }, 'INVALID name'],
    [{ name: 'left\u202eright', slug: 'fine' }, 'INVALID name'],
    [{ name: 'x', slug: 'No' }, 'INVALID slug'],
    [{ name: 'x', slug: 'fine', description: 'x'.repeat(5001) }, 'INVALID description'],
  ])('refuses %o', async (input, refusal) => {
    expect(await world.refusal('CreateCommunity', input, world.person())).toEqual([refusal]);
  });

  it('gives a slug to one of several who want it at once', async () => {
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => world.run('CreateCommunity', { input: { name: 'x', slug: 'wanted' } }, world.person())),
    );
    expect(tries.filter(({ community }) => community)).toHaveLength(1);
    expect(tries.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code))).toEqual(Array(4).fill('SLUG_TAKEN'));
  });

  it('stops at the limit of communities that one person owns, also at once', async () => {
    await using small = await chatWorld({ limits: { communitiesOwned: 2 } });
    const owner = small.person();
    const tries = await Promise.all(
      ['aaa', 'bbb', 'ccc', 'ddd'].map((slug) => small.run('CreateCommunity', { input: { name: 'x', slug } }, owner)),
    );
    expect(tries.filter(({ community }) => community)).toHaveLength(2);
  });
});

describe('createChannel', () => {
  it('stands behind the others, in its category', async () => {
    const { communityId, owner, slug } = await world.community();
    const { channel: category } = await world.act('CreateChannel', { communityId, name: 'music', kind: 'CATEGORY' }, owner);
    const { channel } = await world.act(
      'CreateChannel',
      { communityId, name: 'party', kind: 'LISTENING_PARTY', categoryId: category.id, topic: 'loud' },
      owner,
    );
    expect([category.position, channel.position]).toEqual([1, 2]);
    const page = await world.run(
      'query ($slug: String!) { communityBySlug(slug: $slug) { channels { name topic category { name } } } }',
      { slug: slug.toUpperCase() },
      owner,
    );
    expect(page.channels).toEqual([
      { name: 'talk', topic: null, category: null },
      { name: 'music', topic: null, category: null },
      { name: 'party', topic: 'loud', category: { name: 'music' } },
    ]);
  });

  it.each([
    [{ name: '' }, 'INVALID name'],
    [{ topic: 'x'.repeat(1025) }, 'INVALID topic'],
    [{ slowModeSeconds: -1 }, 'INVALID slowModeSeconds'],
    [{ slowModeSeconds: 21_601 }, 'INVALID slowModeSeconds'],
    [{ categoryId: 'channel_00000000000000000000000000' }, 'NOT_FOUND categoryId'],
    [{ categoryId: '' }, 'NOT_FOUND categoryId'],
    [{ kind: 'CATEGORY', categoryId: 'channel_00000000000000000000000000' }, 'INVALID categoryId'],
  ])('refuses %o', async (input, refusal) => {
    const { communityId, owner } = await world.community(0);
    expect(await world.refusal('CreateChannel', { communityId, name: 'x', kind: 'TEXT', ...input }, owner)).toEqual([refusal]);
  });

  it('is the owner’s, and a community is unknown to strangers', async () => {
    const { communityId, member } = await world.community();
    const input = { communityId, name: 'x', kind: 'TEXT' };
    expect(await world.refusal('CreateChannel', input, member)).toEqual(['NOT_PERMITTED communityId']);
    expect(await world.refusal('CreateChannel', input, world.person())).toEqual(['NOT_FOUND communityId']);
  });

  it('stops at the limit of channels, also at once', async () => {
    await using small = await chatWorld({ limits: { channelsPerCommunity: 3 } });
    const { communityId, owner } = await small.community(0);
    const input = { communityId, name: 'x', kind: 'TEXT' };
    const tries = await Promise.all(Array.from({ length: 5 }, () => small.run('CreateChannel', { input }, owner)));
    const made = tries.flatMap(({ channel }) => channel ?? []);
    expect(new Set(made.map(({ position }) => position))).toEqual(new Set([1, 2]));
  });
});

describe('invites', () => {
  it('let in as many people as they say, also at once', async () => {
    const { communityId, owner } = await world.community(0);
    const { invite } = await world.act('CreateInvite', { communityId, maxUses: 3 }, owner);
    expect(invite).toEqual({ code: expect.stringMatching(/^[0-9A-Za-z]{10}$/), uses: 0, maxUses: 3, expiresAt: null });
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => world.run('JoinCommunity', { input: { inviteCode: invite.code } }, world.person())),
    );
    expect(tries.filter(({ community }) => community)).toHaveLength(3);
    expect(tries.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code))).toEqual(
      Array(5).fill('INVITE_INVALID'),
    );
    expect(await facts(communityId)).toHaveLength(4);
  });

  it('end in time, and are as unknown afterwards as one that never was', async () => {
    const { communityId, owner } = await world.community(0);
    const expiresAt = new Date(world.clock().getTime() + 60_000).toISOString();
    const { invite } = await world.act('CreateInvite', { communityId, expiresAt }, owner);
    world.clock.advance(60_000);
    for (const inviteCode of [invite.code, 'neverexist'])
      expect(await world.refusal('JoinCommunity', { inviteCode }, world.person())).toEqual(['INVITE_INVALID inviteCode']);
    expect(await world.refusal('CreateInvite', { communityId, expiresAt }, owner)).toEqual(['INVALID expiresAt']);
    expect(await world.refusal('CreateInvite', { communityId, maxUses: 0 }, owner)).toEqual(['INVALID maxUses']);
  });

  it('take no use of who is a member already', async () => {
    const { communityId, member, owner } = await world.community();
    const { invite } = await world.act('CreateInvite', { communityId, maxUses: 1 }, owner);
    for (let again = 0; again < 3; again += 1) await world.act('JoinCommunity', { inviteCode: invite.code }, member);
    const { community } = await world.act('JoinCommunity', { inviteCode: invite.code }, world.person());
    expect(community.memberCount).toBe(3);
  });

  it('may be tried 20 times an hour', async () => {
    await using slow = await chatWorld({ rates: { join: { capacity: 2, refillPerSecond: 1 / 3600 } } });
    const guesser = slow.person();
    const guess = () => slow.ask('JoinCommunity', { input: { inviteCode: 'aaaaaaaaaa' } }, guesser);
    await guess();
    await guess();
    expect((await guess()).errors?.[0]?.extensions['code']).toBe('RATE_LIMITED');
  });
});

describe('leaveCommunity', () => {
  it('takes everything away, and an invite gives it back', async () => {
    const { communityId, channelId, member, inviteCode } = await world.community();
    expect(await world.act('LeaveCommunity', { communityId }, member)).toMatchObject({ leftCommunityId: communityId });
    expect(await world.run('ChannelHistory', { id: channelId, last: 1 }, member)).toBeNull();
    expect(await world.refusal('LeaveCommunity', { communityId }, member)).toEqual(['NOT_FOUND communityId']);
    expect(await world.act('JoinCommunity', { inviteCode }, member)).toMatchObject({ community: { memberCount: 2 } });
    expect((await facts(communityId)).filter(([userId]) => userId === member.userId).map(([, state]) => state)).toEqual([
      'JOINED',
      'LEFT',
      'JOINED',
    ]);
  });

  it('is not for the owner', async () => {
    const { communityId, owner } = await world.community();
    expect(await world.refusal('LeaveCommunity', { communityId }, owner)).toEqual(['OWNER_CANNOT_LEAVE communityId']);
  });
});
