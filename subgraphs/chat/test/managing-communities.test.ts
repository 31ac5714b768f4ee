import { toUuid } from '@veza/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { management, managementDocument, type ManagementTools } from './management.ts';

let world: ChatWorld;
let tools: ManagementTools;
beforeAll(async () => {
  world = await chatWorld();
  tools = management(world);
});
afterAll(() => world[Symbol.asyncDispose]());

describe('updateCommunity', () => {
  it('changes what is named and keeps the rest, with one entry in the audit log', async () => {
    const { communityId, owner, slug } = await world.community();
    const { community } = await tools.act('UpdateCommunity', { communityId, name: ' Day owls ', description: 'x', reason: ' why ' }, owner);
    expect(community).toMatchObject({ name: 'Day owls', description: 'x', slug });
    await tools.act('UpdateCommunity', { communityId, name: 'Day owls' }, owner);
    const { community: cleared } = await tools.act('UpdateCommunity', { communityId, description: null }, owner);
    expect(cleared).toMatchObject({ name: 'Day owls', description: null });
    const [second, first] = await tools.audit(communityId, owner);
    expect(second).toMatchObject({ action: 'COMMUNITY_UPDATED', reason: null });
    expect(first).toMatchObject({
      action: 'COMMUNITY_UPDATED',
      reason: 'why',
      actor: { id: owner.userId },
      changes: expect.arrayContaining([{ field: 'name', before: '"Night owls"', after: '"Day owls"' }]),
    });
  });

  it('refuses values that do not fit, a taken slug and whoever may not', async () => {
    const [one, other] = [await world.community(), await world.community(0)];
    const { communityId, owner, member } = one;
    expect(await tools.refusal('UpdateCommunity', { communityId, name: ' ' }, owner)).toEqual(['INVALID name']);
    expect(await tools.refusal('UpdateCommunity', { communityId, slug: 'No' }, owner)).toEqual(['INVALID slug']);
    expect(await tools.refusal('UpdateCommunity', { communityId, description: 'x'.repeat(5001) }, owner)).toEqual(['INVALID description']);
    expect(await tools.refusal('UpdateCommunity', { communityId, name: 'x', reason: 'x'.repeat(513) }, owner)).toEqual(['INVALID reason']);
    expect(await tools.refusal('UpdateCommunity', { communityId, slug: other.slug }, owner)).toEqual(['SLUG_TAKEN slug']);
    expect(await tools.refusal('UpdateCommunity', { communityId, name: 'x' }, member)).toEqual(['NOT_PERMITTED communityId']);
    expect(await tools.refusal('UpdateCommunity', { communityId, name: 'x' }, world.person())).toEqual(['NOT_FOUND communityId']);
    await tools.giveRole(communityId, owner, member, ['MANAGE_COMMUNITY']);
    await tools.act('UpdateCommunity', { communityId, slug: one.slug.toUpperCase().toLowerCase(), name: 'ours' }, member);
  });
});

describe('deleteCommunity', () => {
  it('makes everything of it absent for everybody, and gives the slug back', async () => {
    const { communityId, channelId, owner, member, slug, inviteCode } = await world.community();
    expect(await tools.refusal('DeleteCommunity', { communityId }, member)).toEqual(['NOT_PERMITTED communityId']);
    expect(await tools.act('DeleteCommunity', { communityId }, owner)).toMatchObject({ deletedCommunityId: communityId });
    for (const caller of [owner, member]) {
      expect(await world.run('query ($id: ID!) { community(id: $id) { id } }', { id: communityId }, caller)).toBeNull();
      expect(await world.run('query ($slug: String!) { communityBySlug(slug: $slug) { id } }', { slug }, caller)).toBeNull();
      expect(await world.run('ChannelHistory', { id: channelId, last: 1 }, caller)).toBeNull();
    }
    expect(await tools.refusal('DeleteCommunity', { communityId }, owner)).toEqual(['NOT_FOUND communityId']);
    expect(await world.refusal('JoinCommunity', { inviteCode }, world.person())).toEqual(['INVITE_INVALID inviteCode']);
    expect(await world.run('query ($code: String!) { invite(code: $code) { code } }', { code: inviteCode }, member)).toBeNull();
    expect((await world.act('CreateCommunity', { name: 'again', slug }, owner)).community.slug).toBe(slug);
  });
});

describe('transferCommunity', () => {
  it('hands everything that only owners may to another member', async () => {
    const { communityId, owner, member } = await world.community();
    expect(await tools.refusal('TransferCommunity', { communityId, userId: world.person().userId }, owner)).toEqual(['NOT_FOUND userId']);
    expect(await tools.refusal('TransferCommunity', { communityId, userId: member.userId }, member)).toEqual(['NOT_PERMITTED communityId']);
    await tools.act('TransferCommunity', { communityId, userId: owner.userId }, owner);
    const { community } = await tools.act('TransferCommunity', { communityId, userId: member.userId }, owner);
    expect(community.owner).toEqual({ id: member.userId });
    expect(await tools.refusal('UpdateCommunity', { communityId, name: 'x' }, owner)).toEqual(['NOT_PERMITTED communityId']);
    expect(await world.refusal('LeaveCommunity', { communityId }, member)).toEqual(['OWNER_CANNOT_LEAVE communityId']);
    await world.act('LeaveCommunity', { communityId }, owner);
    expect((await tools.audit(communityId, member)).map(({ action }) => action)).toContain('COMMUNITY_TRANSFERRED');
  });

  it('stops at what one person may own', async () => {
    await using small = await chatWorld({ limits: { communitiesOwned: 1 } });
    const { communityId, owner, member } = await small.community();
    await small.act('CreateCommunity', { name: 'own', slug: 'own-one' }, member);
    expect(await management(small).refusal('TransferCommunity', { communityId, userId: member.userId }, owner)).toEqual([
      'LIMIT_REACHED userId',
    ]);
  });
});

describe('channels', () => {
  it('are renamed, described and slowed down', async () => {
    const { channelId, communityId, owner, member } = await world.community();
    const { channel } = await tools.act('UpdateChannel', { channelId, name: 'loud', topic: 'noise', slowModeSeconds: 30 }, owner);
    expect(channel).toEqual({ id: channelId, name: 'loud', topic: 'noise', slowModeSeconds: 30 });
    const { channel: kept } = await tools.act('UpdateChannel', { channelId, topic: null }, owner);
    expect(kept).toEqual({ id: channelId, name: 'loud', topic: null, slowModeSeconds: 30 });
    await world.send(channelId, 'one', member);
    expect(await world.refusal('SendMessage', { channelId, nonce: '2', content: 'two' }, member)).toEqual(['SLOW_MODE channelId']);
    await tools.act('UpdateChannel', { channelId, slowModeSeconds: 0 }, owner);
    await world.send(channelId, 'two', member);
    expect((await tools.audit(communityId, owner)).filter(({ action }) => action === 'CHANNEL_UPDATED')).toHaveLength(3);
  });

  it.each([
    [{ name: '' }, 'INVALID name'],
    [{ topic: 'x'.repeat(1025) }, 'INVALID topic'],
    [{ slowModeSeconds: 21_601 }, 'INVALID slowModeSeconds'],
  ])('refuse %o', async (input, refusal) => {
    const { channelId, owner } = await world.community(0);
    expect(await tools.refusal('UpdateChannel', { channelId, ...input }, owner)).toEqual([refusal]);
  });

  it('stand where they are put, the others behind them', async () => {
    const { communityId, owner } = await world.community(0);
    const made = async (name: string, kind = 'TEXT') =>
      (await world.act('CreateChannel', { communityId, name, kind }, owner)).channel.id as string;
    const [category, news] = [await made('music', 'CATEGORY'), await made('news')];
    await tools.act('MoveChannel', { channelId: news, position: 0 }, owner);
    expect(await tools.channels(communityId, owner)).toEqual(['news', 'talk', 'music']);
    const { channel } = await tools.act('MoveChannel', { channelId: news, categoryId: category, position: 2 }, owner);
    expect(channel.category).toEqual({ id: category });
    expect(await tools.channels(communityId, owner)).toEqual(['talk', 'news', 'music']);
    const { channel: out } = await tools.act('MoveChannel', { channelId: news, categoryId: null }, owner);
    expect(out.category).toBeNull();
    await tools.act('MoveChannel', { channelId: news, categoryId: null }, owner);
    expect((await tools.audit(communityId, owner)).filter(({ action }) => action === 'CHANNEL_MOVED')).toHaveLength(3);
    expect(await tools.refusal('MoveChannel', { channelId: news, position: -1 }, owner)).toEqual(['INVALID position']);
    expect(await tools.refusal('MoveChannel', { channelId: news, position: 99 }, owner)).toEqual(['INVALID position']);
    expect(await tools.refusal('MoveChannel', { channelId: news, categoryId: news }, owner)).toEqual(['NOT_FOUND categoryId']);
    expect(await tools.refusal('MoveChannel', { channelId: category, categoryId: category }, owner)).toEqual(['INVALID categoryId']);
  });

  it('are absent once deleted, and what stood in a deleted category stands in none', async () => {
    const { communityId, channelId, owner, member } = await world.community();
    const { channel: category } = await world.act('CreateChannel', { communityId, name: 'music', kind: 'CATEGORY' }, owner);
    await tools.act('MoveChannel', { channelId, categoryId: category.id }, owner);
    const { id: messageId } = await world.send(channelId, 'text', member);
    await tools.act('DeleteChannel', { channelId: category.id }, owner);
    const channel = await world.run('query ($id: ID!) { channel(id: $id) { category { id } } }', { id: channelId }, member);
    expect(channel).toEqual({ category: null });
    expect(await tools.act('DeleteChannel', { channelId, reason: 'done' }, owner)).toMatchObject({ deletedChannelId: channelId });
    expect(await tools.channels(communityId, owner)).toEqual([]);
    expect(await world.run('query ($id: ID!) { message(id: $id) { id } }', { id: messageId }, owner)).toBeNull();
    expect(await world.refusal('SendMessage', { channelId, nonce: 'n', content: 'a' }, member)).toEqual(['NOT_FOUND channelId']);
    expect(await tools.refusal('DeleteChannel', { channelId }, owner)).toEqual(['NOT_FOUND channelId']);
    const rows = await world.admin`select count(*)::int as kept from message where channel_id = ${toUuid('channel', channelId)}`;
    expect(rows[0]?.['kept']).toBe(1);
  });
});

describe('invites', () => {
  it('are listed to their makers and to who manages the community, and end when revoked', async () => {
    const { communityId, owner, member, inviteCode, people } = await world.community(2);
    const { invite } = await world.act('CreateInvite', { communityId, maxUses: 5 }, member);
    const codes = async (caller: typeof owner) =>
      (await world.run('query ($id: ID!) { community(id: $id) { invites { code } } }', { id: communityId }, caller)).invites.map(
        ({ code }: { readonly code: string }) => code,
      );
    expect(new Set(await codes(owner))).toEqual(new Set([inviteCode, invite.code]));
    expect(await codes(member)).toEqual([invite.code]);
    expect(await tools.refusal('RevokeInvite', { code: inviteCode }, member)).toEqual(['NOT_PERMITTED code']);
    expect(await tools.refusal('RevokeInvite', { code: inviteCode }, world.person())).toEqual(['NOT_FOUND code']);
    expect(await tools.refusal('RevokeInvite', { code: 'neverexist' }, owner)).toEqual(['NOT_FOUND code']);
    await tools.act('RevokeInvite', { code: invite.code }, member);
    await tools.act('RevokeInvite', { code: inviteCode }, owner);
    expect(await codes(owner)).toEqual([]);
    expect(await world.refusal('JoinCommunity', { inviteCode }, world.person())).toEqual(['INVITE_INVALID inviteCode']);
    expect(people).toHaveLength(2);
  });

  it('show whoever holds the code where they lead, and nothing to who guesses', async () => {
    await using slow = await chatWorld({ rates: { join: { capacity: 3, refillPerSecond: 1 / 3600 } } });
    const { inviteCode } = await slow.community(0);
    const guest = slow.person();
    const look = (code: string) =>
      slow.ask('query ($code: String!) { invite(code: $code) { communityName memberCount expiresAt } }', { code }, guest);
    expect((await look(inviteCode)).data).toEqual({ invite: { communityName: 'Night owls', memberCount: 1, expiresAt: null } });
    expect((await look('neverexist')).data).toEqual({ invite: null });
    await look('neverexist');
    expect((await look(inviteCode)).errors?.[0]?.extensions['code']).toBe('RATE_LIMITED');
  });
});

describe('management', () => {
  it('that comes too fast is refused whole, for each person and community by itself; leaving never is', async () => {
    await using slow = await chatWorld({ rates: { manage: { capacity: 4, refillPerSecond: 1 } } });
    const { communityId, channelId, owner, member } = await slow.community();
    const other = await slow.community();
    const rename = (name: string) => slow.ask(managementDocument('UpdateChannel'), { input: { channelId, name } }, owner);
    const codes = [];
    for (let count = 0; count < 4; count += 1) codes.push((await rename(`name ${count}`)).errors?.[0]?.extensions['code']);
    expect(codes).toEqual([undefined, undefined, 'RATE_LIMITED', 'RATE_LIMITED']);
    await slow.act('CreateChannel', { communityId: other.communityId, name: 'else', kind: 'TEXT' }, other.owner);
    await slow.act('LeaveCommunity', { communityId }, member);
    slow.clock.advance(1_000);
    expect((await rename('later')).errors).toBeUndefined();
  });
});
