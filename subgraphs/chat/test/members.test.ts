import { toUuid } from '@veza/kernel';
import { waitUntil } from '@veza/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ChannelStream, followChannel } from './channel-stream.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { management, type ManagementTools } from './management.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let world: ChatWorld;
let tools: ManagementTools;
const streams: ChannelStream[] = [];
beforeAll(async () => {
  world = await chatWorld();
  tools = management(world);
});
afterEach(async () => {
  await Promise.all(streams.splice(0).map((stream) => stream.leave()));
});
afterAll(() => world[Symbol.asyncDispose]());

const later = (ms: number) => new Date(world.clock().getTime() + ms).toISOString();
type Caller = Parameters<ChatWorld['run']>[2];
type Member = Awaited<ReturnType<ChatWorld['community']>>['member'];

const members = (communityId: string, caller: Caller, more = '') =>
  world.run(
    `query ($id: ID!) { community(id: $id) { members(first: 100 ${more}) { totalCount nodes { user { id } nickname timedOutUntil roles { name } } } } }`,
    { id: communityId },
    caller,
  );

/** Follows a channel from now on, with one message already there. */
const follow = async (channelId: string, reader: Member, writer: Member) => {
  const { eventCursor } = await world.run('ChannelHistory', { id: channelId, last: 1 }, reader);
  const stream = followChannel(world.chat, channelId, reader, eventCursor);
  streams.push(stream);
  await world.send(channelId, 'hello', writer);
  await stream.take(1);
  return stream;
};

const endOf = async (stream: ChannelStream) => {
  await waitUntil(() => world.chat.background.watermark.runOnce());
  await stream.ended();
  return stream.events.at(-1);
};

describe('kickMember', () => {
  it('takes the membership with its roles and streams, and lets the person come back by an invite', async () => {
    const { communityId, channelId, owner, member, inviteCode } = await world.community();
    await tools.giveRole(communityId, owner, member, []);
    const stream = await follow(channelId, member, owner);
    const kicked = await world.act('KickMember', { communityId, userId: member.userId, reason: 'noise' }, owner);
    expect(kicked.kickedUserId).toBe(member.userId);
    expect(await endOf(stream)).toMatchObject({ __typename: 'AccessRevoked', reason: 'KICKED' });
    expect(await world.run('ChannelHistory', { id: channelId, last: 1 }, member)).toBeNull();
    expect(await world.refusal('KickMember', { communityId, userId: member.userId }, owner)).toEqual(['NOT_FOUND userId']);
    const { community } = await world.act('JoinCommunity', { inviteCode }, member);
    expect(community).toMatchObject({ memberCount: 2, viewerMembership: { roles: [{ id: expect.any(String) }] } });
    expect((await tools.audit(communityId, owner))[0]).toMatchObject({
      action: 'MEMBER_KICKED',
      reason: 'noise',
      user: { id: member.userId },
    });
    const facts = await world.admin`
      select envelope->'data'->>'state' as state from outbox where key = ${communityId} and topic = 'chat.membership-changed.v1' order by id`;
    expect(facts.map(({ state }) => state)).toEqual(['JOINED', 'JOINED', 'KICKED', 'JOINED']);
  });

  it('needs the permission, and is unknown to strangers', async () => {
    const { communityId, member, people } = await world.community(2);
    const userId = people[1]!.userId;
    for (const name of ['KickMember', 'BanMember', 'UnbanMember', 'LiftTimeOut'] as const) {
      expect(await tools.refusal(name, { communityId, userId }, member), name).toEqual(['NOT_PERMITTED communityId']);
      expect(await tools.refusal(name, { communityId, userId }, world.person()), name).toEqual(['NOT_FOUND communityId']);
    }
    expect(await tools.refusal('TimeOutMember', { communityId, userId, until: later(HOUR_MS) }, member)).toEqual([
      'NOT_PERMITTED communityId',
    ]);
  });
});

describe('banMember', () => {
  it('bars a person, member or not, until the ban is ended or ends', async () => {
    const { communityId, channelId, owner, member, inviteCode } = await world.community();
    const stranger = world.person();
    const stream = await follow(channelId, member, owner);
    await world.act('BanMember', { communityId, userId: member.userId, reason: 'spam' }, owner);
    expect(await endOf(stream)).toMatchObject({ __typename: 'AccessRevoked', reason: 'BANNED' });
    await world.act('BanMember', { communityId, userId: stranger.userId, until: later(HOUR_MS) }, owner);
    for (const person of [member, stranger])
      expect(await world.refusal('JoinCommunity', { inviteCode }, person)).toEqual(['INVITE_INVALID inviteCode']);
    const bans = async (caller: Caller) =>
      (
        await world.run(
          'query ($id: ID!) { community(id: $id) { bans { nodes { user { id } actor { id } reason until } } } }',
          { id: communityId },
          caller,
        )
      ).bans.nodes;
    expect(await bans(owner)).toEqual(
      expect.arrayContaining([
        { user: { id: member.userId }, actor: { id: owner.userId }, reason: 'spam', until: null },
        { user: { id: stranger.userId }, actor: { id: owner.userId }, reason: null, until: later(HOUR_MS) },
      ]),
    );
    const { invite } = await world.act('CreateInvite', { communityId, maxUses: 1 }, owner);
    expect(await world.refusal('JoinCommunity', { inviteCode: invite.code }, member)).toEqual(['INVITE_INVALID inviteCode']);
    await tools.act('UnbanMember', { communityId, userId: member.userId }, owner);
    await world.act('JoinCommunity', { inviteCode: invite.code }, member);
    expect(await bans(member)).toEqual([]);
    world.clock.advance(HOUR_MS);
    await world.act('JoinCommunity', { inviteCode }, stranger);
    expect(await bans(owner)).toEqual([]);
    expect(await tools.refusal('UnbanMember', { communityId, userId: member.userId }, owner)).toEqual(['NOT_FOUND userId']);
  });

  it('deletes what the person wrote since an instant, each message with its event', async () => {
    const { communityId, channelId, owner, member, people } = await world.community(2);
    const { channel: other } = await world.act('CreateChannel', { communityId, name: 'other', kind: 'TEXT' }, owner);
    const old = await world.send(channelId, 'old', member);
    world.clock.advance(HOUR_MS);
    const since = world.clock().toISOString();
    const kept = await world.send(channelId, 'of somebody else', people[1]!);
    for (const content of ['spam 1', 'spam 2']) await world.send(channelId, content, member);
    const spam = await world.send(other.id, 'spam 3', member);
    await world.act('AddReaction', { messageId: spam.id, emoji: '🔥' }, owner);
    const { eventCursor } = await world.run('ChannelHistory', { id: channelId, last: 1 }, owner);
    const stream = followChannel(world.chat, channelId, owner, eventCursor);
    streams.push(stream);

    await world.act('BanMember', { communityId, userId: member.userId, deleteMessagesSince: since }, owner);
    expect(await world.chat.background.messageSweeper.runOnce()).toBe(3);
    expect(await world.chat.background.messageSweeper.runOnce()).toBe(0);
    const events = await stream.take(2);
    expect(events.map(({ __typename }) => __typename)).toEqual(['MessageDeleted', 'MessageDeleted']);
    const { messages } = await world.run('ChannelHistory', { id: channelId, last: 10 }, owner);
    expect(messages.edges.map(({ node }: { node: { content: string; isDeleted: boolean } }) => [node.content, node.isDeleted])).toEqual([
      ['old', false],
      ['of somebody else', false],
      ['', true],
      ['', true],
    ]);
    const { messages: elsewhere } = await world.run('ChannelHistory', { id: other.id, last: 10 }, owner);
    expect(elsewhere.edges[0].node).toMatchObject({ id: spam.id, isDeleted: true, reactions: [] });
    expect([old.id, kept.id]).toHaveLength(2);
    const rows = await world.admin`select count(*)::int as hits from message where content like 'spam%'`;
    expect(rows[0]?.['hits']).toBe(0);
  });

  it('refuses ends in the past, deletions too far back, and oneself', async () => {
    const { communityId, owner, member } = await world.community();
    const ban = (input: object) => world.refusal('BanMember', { communityId, userId: member.userId, ...input }, owner);
    expect(await ban({ until: later(0) })).toEqual(['INVALID until']);
    expect(await ban({ deleteMessagesSince: later(-7 * DAY_MS - 1) })).toEqual(['INVALID deleteMessagesSince']);
    expect(await ban({ deleteMessagesSince: later(1) })).toEqual(['INVALID deleteMessagesSince']);
    expect(await ban({ reason: 'x'.repeat(513) })).toEqual(['INVALID reason']);
    expect(await ban({ userId: owner.userId })).toEqual(['HIERARCHY userId']);
  });
});

describe('timeOutMember', () => {
  it('leaves nothing but reading until it ends or is lifted', async () => {
    const { communityId, channelId, owner, member } = await world.community();
    const { id: messageId } = await world.send(channelId, 'text', member);
    const until = later(HOUR_MS);
    const timedOut = await world.act('TimeOutMember', { communityId, userId: member.userId, until, reason: 'calm down' }, owner);
    expect(timedOut.member).toEqual({ user: { id: member.userId }, timedOutUntil: until });
    expect(await world.refusal('SendMessage', { channelId, nonce: '1', content: 'a' }, member)).toEqual(['TIMED_OUT channelId']);
    expect(await world.refusal('EditMessage', { messageId, content: 'a' }, member)).toEqual(['NOT_PERMITTED messageId']);
    expect(await world.refusal('AddReaction', { messageId, emoji: '🔥' }, member)).toEqual(['NOT_PERMITTED messageId']);
    expect(await world.run('ChannelHistory', { id: channelId, last: 1 }, member)).not.toBeNull();
    const { member: lifted } = await tools.act('LiftTimeOut', { communityId, userId: member.userId }, owner);
    expect(lifted.timedOutUntil).toBeNull();
    await world.send(channelId, 'free', member);
    await tools.act('LiftTimeOut', { communityId, userId: member.userId }, owner);

    await world.act('TimeOutMember', { communityId, userId: member.userId, until: later(HOUR_MS) }, owner);
    expect(await world.refusal('SendMessage', { channelId, nonce: '2', content: 'a' }, member)).toEqual(['TIMED_OUT channelId']);
    world.clock.advance(HOUR_MS);
    await world.send(channelId, 'free again', member);
    expect((await members(communityId, owner)).members.nodes[1]).toMatchObject({ timedOutUntil: null });
    expect((await tools.audit(communityId, owner)).slice(0, 3).map(({ action }) => action)).toEqual([
      'MEMBER_TIMED_OUT',
      'TIME_OUT_LIFTED',
      'MEMBER_TIMED_OUT',
    ]);
  });

  it('ends within 28 days and never reaches the owner', async () => {
    const { communityId, owner, member } = await world.community();
    const timeOut = (userId: string, until: string) => world.refusal('TimeOutMember', { communityId, userId, until }, owner);
    expect(await timeOut(member.userId, later(0))).toEqual(['INVALID until']);
    expect(await timeOut(member.userId, later(28 * DAY_MS + 1))).toEqual(['INVALID until']);
    expect(await timeOut(owner.userId, later(HOUR_MS))).toEqual(['HIERARCHY userId']);
    expect(await timeOut(world.person().userId, later(HOUR_MS))).toEqual(['NOT_FOUND userId']);
    expect(await timeOut(member.userId, later(28 * DAY_MS))).toEqual([]);
  });
});

describe('setNickname', () => {
  it('is one’s own, and others’ with the permission and the rank', async () => {
    const { communityId, owner, member, people } = await world.community(2);
    const other = people[1]!;
    const { member: named } = await tools.act('SetNickname', { communityId, nickname: ' Bee ' }, member);
    expect(named).toEqual({ user: { id: member.userId }, nickname: 'Bee' });
    expect(await tools.refusal('SetNickname', { communityId, nickname: '' }, member)).toEqual(['INVALID nickname']);
    expect(await tools.refusal('SetNickname', { communityId, userId: other.userId, nickname: 'x' }, member)).toEqual([
      'NOT_PERMITTED userId',
    ]);
    await tools.giveRole(communityId, owner, member, ['MANAGE_NICKNAMES']);
    await tools.act('SetNickname', { communityId, userId: other.userId, nickname: 'Cee' }, member);
    await tools.act('SetNickname', { communityId, userId: other.userId, nickname: 'Cee' }, member);
    expect(await tools.refusal('SetNickname', { communityId, userId: owner.userId, nickname: 'x' }, member)).toEqual(['HIERARCHY userId']);
    await tools.act('SetNickname', { communityId, nickname: null }, member);
    expect(new Set((await members(communityId, other)).members.nodes.map(({ nickname }: { nickname: string }) => nickname))).toEqual(
      new Set([null, 'Cee']),
    );
    const named2 = (await tools.audit(communityId, owner)).filter(({ action }) => action === 'NICKNAME_SET');
    expect(named2).toMatchObject([{ user: { id: other.userId }, changes: [{ field: 'nickname', before: null, after: '"Cee"' }] }]);
  });
});

describe('the members', () => {
  it('are found by the beginning of a name, which is taken literally', async () => {
    const { communityId, owner, people } = await world.community(4);
    for (const [index, nickname] of ['Bella', 'bert', 'B%', 'Anna'].entries())
      await tools.act('SetNickname', { communityId, nickname }, people[index]!);
    await world.admin`
      insert into user_card (user_id, username, display_name, revision)
      values (${toUuid('user', owner.userId)}, 'benefactor', 'The Owner', 1)`;
    const names = async (search: string) =>
      (await members(communityId, owner, `search: ${JSON.stringify(search)}`)).members.nodes
        .map(({ nickname }: { readonly nickname: string | null }) => nickname ?? 'the owner')
        .toSorted();
    expect(await names('be')).toEqual(['Bella', 'bert', 'the owner']);
    expect(await names('the o')).toEqual(['the owner']);
    expect(await names('B%')).toEqual(['B%']);
    expect(await names('nobody')).toEqual([]);
    expect((await members(communityId, owner)).members.totalCount).toBe(5);
    expect((await members(communityId, owner, 'search: "b"')).members.totalCount).toBeNull();
    for (const search of ['', 'x'.repeat(101)]) {
      const { errors } = await world.ask(
        'query ($id: ID!, $search: String) { community(id: $id) { members(search: $search) { nodes { joinedAt } } } }',
        { id: communityId, search },
        owner,
      );
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    }
  });
});

describe('the audit log', () => {
  it('is numbered without gaps, paged from the newest on, and empty for who may not read it', async () => {
    const { communityId, owner, member } = await world.community();
    for (const name of ['a', 'b', 'c', 'd']) await tools.act('UpdateCommunity', { communityId, name }, owner);
    const all = await tools.audit(communityId, owner);
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: all.length }, (_, index) => all.length - index));
    expect(await tools.audit(communityId, member)).toEqual([]);
    await tools.giveRole(communityId, owner, member, ['VIEW_AUDIT_LOG']);
    const page = (more: string) =>
      world.run(
        `query ($id: ID!) { community(id: $id) { auditLog(${more}) { nodes { seq } pageInfo { endCursor hasNextPage hasPreviousPage } } } }`,
        { id: communityId },
        member,
      );
    const { auditLog: first } = await page('first: 2');
    const { auditLog: second } = await page(`first: 100, after: "${first.pageInfo.endCursor}"`);
    expect([...first.nodes, ...second.nodes].map(({ seq }: { seq: number }) => seq)).toEqual(
      Array.from({ length: all.length + 2 }, (_, index) => all.length + 2 - index),
    );
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('only grows', async () => {
    const { communityId, owner } = await world.community(0);
    await tools.act('UpdateCommunity', { communityId, name: 'a' }, owner);
    await expect(world.admin`update community_audit set reason = 'forged'`).rejects.toThrow('the audit log only grows');
    await expect(world.admin`delete from community_audit`).rejects.toThrow('the audit log only grows');
  });
});
