import { serviceCaller } from '@veza/auth';
import { toUuid } from '@veza/kernel';
import { anonymousCaller, expectTablesToMatch } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as tables from '../src/infrastructure/tables.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await chatWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const page = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  channel(id: $id) { messages(first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { content } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;

describe('Channel.messages', () => {
  it('pages in both directions, oldest first, and tells exactly whether more follow', async () => {
    const { channelId, owner } = await world.community(0);
    for (let number = 1; number <= 7; number += 1) await world.send(channelId, String(number), owner);
    const read = async (args: object) => (await world.run(page, { id: channelId, ...args }, owner)).messages;
    const contents = ({ nodes }: { nodes: { content: string }[] }) => nodes.map(({ content }) => content).join('');

    const newest = await read({ last: 3 });
    expect([contents(newest), newest.totalCount]).toEqual(['567', 7]);
    expect(newest.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
    const older = await read({ last: 3, before: newest.pageInfo.startCursor });
    expect([contents(older), older.pageInfo.hasPreviousPage, older.pageInfo.hasNextPage]).toEqual(['234', true, true]);
    const oldest = await read({ last: 3, before: older.pageInfo.startCursor });
    expect([contents(oldest), oldest.pageInfo.hasPreviousPage]).toEqual(['1', false]);
    const forward = await read({ first: 4, after: oldest.pageInfo.endCursor });
    expect([contents(forward), forward.pageInfo.hasNextPage]).toEqual(['2345', true]);
    expect(contents(await read({ first: 4, after: forward.pageInfo.endCursor }))).toBe('67');
  });

  it('refuses sizes out of range and cursors of another channel', async () => {
    const { channelId, communityId, owner } = await world.community(0);
    const { channel } = await world.act('CreateChannel', { communityId, name: 'other', kind: 'TEXT' }, owner);
    await world.send(channelId, 'a', owner);
    const { messages } = await world.run(page, { id: channelId, last: 1 }, owner);
    const code = async (variables: object) =>
      (await world.ask(page, { id: channel.id, ...variables }, owner)).errors?.[0]?.extensions['code'];
    expect(await code({ first: 101 })).toBe('BAD_USER_INPUT');
    expect(await code({ first: 1, last: 1 })).toBe('BAD_USER_INPUT');
    expect(await code({ last: 1, before: messages.pageInfo.startCursor })).toBe('CURSOR_INVALID');
    expect(await code({ last: 1, before: 'x' })).toBe('CURSOR_INVALID');
  });

  it('is empty without READ_HISTORY, and its messages are absent', async () => {
    const { channelId, communityId, owner, member } = await world.community();
    const sent = await world.send(channelId, 'old', owner);
    await world.admin`update role set permissions = 2 where id = ${toUuid('community', communityId)}`;
    const { messages, pinnedMessages } = await world.run('ChannelHistory', { id: channelId, last: 5 }, member);
    expect([messages.edges, pinnedMessages]).toEqual([[], []]);
    expect(await world.run('query ($id: ID!) { message(id: $id) { content } }', { id: sent.id }, member)).toBeNull();
  });
});

describe('counters', () => {
  const counts = `query ($id: ID!) { channel(id: $id) { unreadCount mentionCount } }`;

  it('count what others wrote since the mark, without tombstones, and never go back', async () => {
    const { channelId, owner, member } = await world.community();
    const sent = [];
    for (const content of ['a', `<@${member.userId}>`, 'c', 'd']) sent.push(await world.send(channelId, content, owner));
    expect(await world.run(counts, { id: channelId }, member)).toEqual({ unreadCount: 4, mentionCount: 1 });
    expect(await world.run(counts, { id: channelId }, owner)).toEqual({ unreadCount: 0, mentionCount: 0 });
    await world.act('DeleteMessage', { messageId: sent[2].id }, owner);
    const { channel } = await world.act('MarkChannelRead', { channelId, throughMessageId: sent[0].id }, member);
    expect(channel).toMatchObject({ unreadCount: 2, mentionCount: 1 });
    await world.act('MarkChannelRead', { channelId, throughMessageId: sent[3].id }, member);
    await world.act('MarkChannelRead', { channelId, throughMessageId: sent[1].id }, member);
    expect(await world.run(counts, { id: channelId }, member)).toEqual({ unreadCount: 0, mentionCount: 0 });
  });

  it('begin at zero for a new member, and move with own messages', async () => {
    const { channelId, owner, inviteCode } = await world.community();
    for (const content of ['a', 'b']) await world.send(channelId, content, owner);
    const late = world.person();
    await world.act('JoinCommunity', { inviteCode }, late);
    expect(await world.run(counts, { id: channelId }, late)).toEqual({ unreadCount: 0, mentionCount: 0 });
    await world.send(channelId, 'c', owner);
    await world.send(channelId, 'mine', late);
    expect(await world.run(counts, { id: channelId }, late)).toEqual({ unreadCount: 0, mentionCount: 0 });
  });

  it('add up over the channels of each of the viewer’s communities', async () => {
    const [first, second] = [await world.community(), await world.community(0)];
    world.clock.advance(1);
    await world.act('JoinCommunity', { inviteCode: second.inviteCode }, first.member);
    const { channel } = await world.act('CreateChannel', { communityId: first.communityId, name: 'more', kind: 'TEXT' }, first.owner);
    for (const channelId of [first.channelId, channel.id]) await world.send(channelId, `<@${first.member.userId}>`, first.owner);
    const [viewer] = await world.run(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { communities(first: 1) { nodes { id unreadCount mentionCount } pageInfo { hasNextPage endCursor } } } } }`,
      { r: [{ __typename: 'Viewer', id: first.member.userId }] },
      first.member,
    );
    expect(viewer.communities).toMatchObject({
      nodes: [{ id: first.communityId, unreadCount: 2, mentionCount: 2 }],
      pageInfo: { hasNextPage: true },
    });
  });

  it('refuse a mark at a message of another channel', async () => {
    const [one, other] = [await world.community(0), await world.community(0)];
    const foreign = await world.send(other.channelId, 'a', other.owner);
    expect(await world.refusal('MarkChannelRead', { channelId: one.channelId, throughMessageId: foreign.id }, one.owner)).toEqual([
      'NOT_FOUND throughMessageId',
    ]);
  });
});

describe('Community.members', () => {
  it('come in the order of joining, page by page', async () => {
    const { communityId, owner, people } = await world.community(3);
    const document = `query ($id: ID!, $after: String) { community(id: $id) { memberCount members(first: 3, after: $after) { totalCount nodes { user { id } roles { name } permissions joinedAt } pageInfo { hasNextPage endCursor } } } }`;
    const first = await world.run(document, { id: communityId }, owner);
    const second = await world.run(document, { id: communityId, after: first.members.pageInfo.endCursor }, owner);
    const ids = [...first.members.nodes, ...second.members.nodes].map(({ user }) => user.id);
    expect(new Set(ids)).toEqual(new Set([owner, ...people].map(({ userId }) => userId)));
    expect([first.members.totalCount, first.members.pageInfo.hasNextPage, second.members.pageInfo.hasNextPage]).toEqual([4, true, false]);
    expect(second.members.nodes[0].roles).toEqual([{ name: 'everyone' }]);
  });
});

describe('what strangers see', () => {
  it('is nothing: by query, by slug, as an entity, as a stranger, as nobody and as a service', async () => {
    const { communityId, channelId, slug, owner } = await world.community(0);
    const message = await world.send(channelId, 'private', owner);
    const roleId = communityId.replace('community_', 'role_');
    const document = `query ($community: ID!, $channel: ID!, $message: ID!, $slug: String!, $r: [_Any!]!) {
      community(id: $community) { id } communityBySlug(slug: $slug) { id } channel(id: $channel) { id } message(id: $message) { id }
      _entities(representations: $r) { __typename } }`;
    const references = [
      ['Community', communityId],
      ['Channel', channelId],
      ['Message', message.id],
      ['Role', roleId],
      ['Viewer', owner.userId],
      ['Community', 'nonsense'],
    ];
    const variables = {
      community: communityId,
      channel: channelId,
      message: message.id,
      slug,
      r: references.map(([__typename, id]) => ({ __typename, id })),
    };
    for (const caller of [world.person(), anonymousCaller, serviceCaller('gateway')]) {
      const { data } = await world.ask(document, variables, caller);
      expect(data).toEqual({ community: null, communityBySlug: null, channel: null, message: null, _entities: Array(6).fill(null) });
    }
    const seen = await world.ask(document, variables, owner);
    expect(seen.data?.['_entities']).toEqual([
      ...['Community', 'Channel', 'Message', 'Role', 'Viewer'].map((name) => ({ __typename: name })),
      null,
    ]);
  });

  it('is the same refusal for every mutation on what is not theirs', async () => {
    const { communityId, channelId, owner } = await world.community(0);
    const { id: messageId } = await world.send(channelId, 'private', owner);
    const stranger = world.person();
    const tries: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
      ['CreateInvite', { communityId }, 'communityId'],
      ['SendMessage', { channelId, nonce: 'n', content: 'a' }, 'channelId'],
      ['EditMessage', { messageId, content: 'a' }, 'messageId'],
      ['DeleteMessage', { messageId }, 'messageId'],
      ['AddReaction', { messageId, emoji: '🔥' }, 'messageId'],
      ['RemoveReaction', { messageId, emoji: '🔥' }, 'messageId'],
      ['PinMessage', { messageId, pinned: true }, 'messageId'],
      ['MarkChannelRead', { channelId, throughMessageId: messageId }, 'channelId'],
      ['SyncPlayback', { channelId, trackId: world.newTrack(), positionMs: 0, isPlaying: true }, 'channelId'],
    ];
    for (const [name, input, path] of tries) expect(await world.refusal(name, input, stranger), name).toEqual([`NOT_FOUND ${path}`]);
  });

  it('is a call to sign in for every mutation of nobody', async () => {
    const { errors } = await world.ask('mutation { leaveCommunity(input: { communityId: "x" }) { leftCommunityId } }', {}, anonymousCaller);
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});

describe('tables.ts', () => {
  it('mirrors the migrated schema', () => expectTablesToMatch(world.database, tables));
});
