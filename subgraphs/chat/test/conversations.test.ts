import type { UserCaller } from '@veza/auth';
import { toTypeId } from '@veza/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askChat } from './ask-chat.ts';
import { followChannel } from './channel-stream.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { managementDocument } from './management.ts';
import { talk, type TalkTools } from './talk.ts';

let world: ChatWorld;
let tools: TalkTools;
beforeAll(async () => {
  world = await chatWorld({ rates: { open: { capacity: 100, refillPerSecond: 1 } } });
  tools = talk(world);
});
afterAll(() => world[Symbol.asyncDispose]());

const ADD = `mutation ($input: AddParticipantsInput!) {
  addParticipants(input: $input) { channel { id participants { id } unreadCount } userErrors { code path } } }`;
const LEAVE = 'mutation ($input: LeaveConversationInput!) { leaveConversation(input: $input) { leftChannelId userErrors { code path } } }';
const SEEN = `query ($id: ID!) { channel(id: $id) {
  id kind name position category { id } participants { id } overwrites { allow } unreadCount viewerPermissions messages(last: 10) { nodes { content } } } }`;
const LISTED = `query ($r: [_Any!]!, $first: Int, $after: String, $last: Int, $before: String) { _entities(representations: $r) { ... on Viewer {
  directConversations(first: $first, after: $after, last: $last, before: $before) {
    nodes { id } edges { node { id unreadCount } } pageInfo { hasNextPage endCursor startCursor } } } } }`;

type Person = UserCaller;
const seen = (id: string, by: Person) => world.run(SEEN, { id }, by);
const ids = (people: readonly Person[]) => people.map(({ userId }) => userId);
const listed = async (by: Person, page: Readonly<Record<string, unknown>> = {}) =>
  (await world.run(LISTED, { r: [{ __typename: 'Viewer', id: by.userId }], ...page }, by))[0].directConversations;
const listedIds = async (by: Person, page = {}) => (await listed(by, page)).nodes.map(({ id }: { id: string }) => id);

describe('openDirectConversation', () => {
  it('is the same for the same people, whoever opens it and in whatever order they are named', async () => {
    const [ada, ben, cleo] = tools.several(3) as [Person, Person, Person];
    const pair = await tools.open(ada, ben);
    expect(pair.channel).toMatchObject({ kind: 'DIRECT' });
    expect(pair.channel.participants.map(({ id }: { id: string }) => id).toSorted()).toEqual(ids([ada, ben]).toSorted());
    expect(await tools.conversation(ben, ada, ada, ben)).toBe(pair.channel.id);
    const group = await tools.open(ada, ben, cleo);
    expect(group.channel).toMatchObject({ kind: 'GROUP' });
    expect(await tools.conversation(cleo, ada, ben)).toBe(group.channel.id);
    expect(group.channel.id).not.toBe(pair.channel.id);
  });

  it('is one, however many open it at the same instant', async () => {
    const people = tools.several(4);
    const everybody = Array.from({ length: 16 }, (_, index) => {
      const by = people[index % people.length]!;
      const others = people.filter((person) => person !== by);
      return tools.conversation(by, ...(index % 2 ? others : others.toReversed()));
    });
    expect(new Set(await Promise.all(everybody)).size).toBe(1);
    const pairs = await Promise.all(
      people.flatMap((by) => people.filter((person) => person !== by).map((other) => tools.conversation(by, other))),
    );
    expect(new Set(pairs).size).toBe(6);
  });

  it('refuses nobody, too many, oneself alone and people who do not exist', async () => {
    const ada = tools.known();
    const stranger = { userId: toTypeId('user', '00000000-0000-7000-8000-00000000dead') } as Person;
    expect(await tools.refusals(ada)).toEqual(['INVALID userIds']);
    expect(await tools.refusals(ada, ada)).toEqual(['INVALID userIds']);
    expect(await tools.refusals(ada, stranger)).toEqual(['NOT_FOUND userIds']);
    expect(await tools.refusals(ada, ...tools.several(10))).toEqual(['LIMIT_REACHED userIds']);
    expect((await tools.open(ada, ...tools.several(9))).channel.participants).toHaveLength(10);
  });

  it('counts only new conversations towards the rate', async () => {
    await using strict = await chatWorld({ rates: { open: { capacity: 1, refillPerSecond: 0.001 } } });
    const strictly = talk(strict);
    const [ada, ben, cleo] = strictly.several(3) as [Person, Person, Person];
    const first = await strictly.conversation(ada, ben);
    expect(await strictly.conversation(ada, ben)).toBe(first);
    const { errors } = await strict.ask('OpenDirectConversation', { input: { userIds: [cleo.userId] } }, ada);
    expect(errors?.[0]?.extensions['code']).toBe('RATE_LIMITED');
  });
});

describe('a conversation', () => {
  it('is there for those who are in it, and for nobody else', async () => {
    const [ada, ben, eve] = tools.several(3) as [Person, Person, Person];
    const id = await tools.conversation(ada, ben);
    const message = await world.send(id, 'a secret', ada);
    expect(await seen(id, ben)).toMatchObject({ kind: 'DIRECT', name: null, position: 0, category: null, overwrites: [], unreadCount: 1 });
    expect((await seen(id, ben)).messages.nodes).toEqual([{ content: 'a secret' }]);
    expect((await seen(id, ben)).viewerPermissions).toEqual([
      'VIEW_CHANNEL',
      'READ_HISTORY',
      'SEND_MESSAGES',
      'PIN_MESSAGES',
      'EMBED_LINKS',
      'ATTACH_FILES',
      'ADD_REACTIONS',
      'ANCHOR_COMMENT',
    ]);
    const entities = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Channel { id } ... on Message { id } } }`;
    const r = [
      { __typename: 'Channel', id },
      { __typename: 'Message', id: message.id },
    ];
    expect(await world.run(entities, { r }, ben)).toEqual([{ id }, { id: message.id }]);
    expect(await world.run(entities, { r }, eve)).toEqual([null, null]);
    expect(await seen(id, eve)).toBeNull();
    const input = { channelId: id, nonce: 'eve', content: 'let me in' };
    expect(await world.refusal('SendMessage', input, eve)).toEqual(['NOT_FOUND channelId']);
    expect(await world.refusal('AddReaction', { messageId: message.id, emoji: '👀' }, eve)).toEqual(['NOT_FOUND messageId']);
    expect(await listedIds(eve)).toEqual([]);
    const stream = followChannel(world.chat, id, eve);
    await stream.ended();
    expect(stream.errors).toEqual(['NOT_FOUND']);
  });

  it('carries sends, edits, reactions, pins and read marks like any other channel', async () => {
    const [ada, ben] = tools.several(2) as [Person, Person];
    const id = await tools.conversation(ada, ben);
    const stream = await tools.follow(id, ben);
    const { id: messageId } = await world.send(id, `<@${ben.userId}> hello @everyone`, ada);
    await world.act('EditMessage', { messageId, content: 'hello there' }, ada);
    await world.act('AddReaction', { messageId, emoji: '👋' }, ben);
    await world.act('PinMessage', { messageId, pinned: true }, ben);
    await world.act('MarkChannelRead', { channelId: id, throughMessageId: messageId }, ben);
    expect(await seen(id, ben)).toMatchObject({ unreadCount: 0 });
    await world.act('DeleteMessage', { messageId }, ada);
    expect((await stream.take(5)).map(({ __typename }) => __typename)).toEqual([
      'MessageSent',
      'MessageEdited',
      'ReactionsChanged',
      'MessagePinChanged',
      'MessageDeleted',
    ]);
    await stream.leave();
    expect(await world.refusal('DeleteMessage', { messageId: (await world.send(id, 'mine', ada)).id }, ben)).toEqual([
      'NOT_PERMITTED messageId',
    ]);
  });

  it('is managed by nobody', async () => {
    const [ada, ben] = tools.several(2) as [Person, Person];
    const id = await tools.conversation(ada, ben);
    const refusal = (name: string, input: object) => world.refusal(managementDocument(name), { channelId: id, ...input }, ada);
    expect(await refusal('UpdateChannel', { name: 'ours' })).toEqual(['NOT_PERMITTED channelId']);
    expect(await refusal('DeleteChannel', {})).toEqual(['NOT_PERMITTED channelId']);
    expect(await refusal('MoveChannel', { position: 0 })).toEqual(['NOT_PERMITTED channelId']);
    expect(await refusal('SetChannelOverwrite', { userId: ben.userId, allow: [], deny: ['VIEW_CHANNEL'] })).toEqual([
      'NOT_PERMITTED channelId',
    ]);
    expect(await world.refusal('SyncPlayback', { channelId: id, trackId: world.newTrack(), positionMs: 0, isPlaying: true }, ada)).toEqual([
      'INVALID channelId',
    ]);
    const { communityId, owner } = await world.community(0);
    expect(await world.refusal('CreateChannel', { communityId, name: 'us', kind: 'DIRECT' }, owner)).toEqual(['INVALID kind']);
  });
});

describe('a group', () => {
  const rename = (channelId: string, name: string, by: Person) =>
    world.run(managementDocument('UpdateChannel'), { input: { channelId, name } }, by);

  it('takes in others, who read what was said and have nothing unread', async () => {
    const [ada, ben, cleo, dan, eve] = tools.several(5) as [Person, Person, Person, Person, Person];
    const channelId = await tools.conversation(ada, ben, cleo);
    await world.send(channelId, 'before', ada);
    expect((await world.act(ADD, { channelId, userIds: ids([dan, ben, dan]) }, cleo)).channel.participants).toHaveLength(4);
    expect(await seen(channelId, dan)).toMatchObject({ unreadCount: 0, messages: { nodes: [{ content: 'before' }] } });
    expect(await tools.conversation(dan, ada, ben, cleo)).toBe(channelId);
    expect(await tools.conversation(ada, ben, cleo)).not.toBe(channelId);
    expect(await world.refusal(ADD, { channelId, userIds: [eve.userId] }, eve)).toEqual(['NOT_FOUND channelId']);
    expect(await world.refusal(ADD, { channelId, userIds: [] }, ada)).toEqual(['INVALID userIds']);
    const pair = await tools.conversation(ada, ben);
    expect(await world.refusal(ADD, { channelId: pair, userIds: [eve.userId] }, ada)).toEqual(['NOT_PERMITTED channelId']);
  });

  it('never outgrows ten people, however many are brought in at the same instant', async () => {
    const [ada, ...others] = tools.several(3) as [Person, Person, Person];
    const channelId = await tools.conversation(ada, ...others);
    await Promise.all(Array.from({ length: 8 }, () => world.run(ADD, { input: { channelId, userIds: ids(tools.several(2)) } }, ada)));
    expect((await seen(channelId, ada)).participants).toHaveLength(9);
    expect(await world.refusal(ADD, { channelId, userIds: ids(tools.several(2)) }, ada)).toEqual(['LIMIT_REACHED userIds']);
  });

  it('ends for whoever leaves, together with their streams', async () => {
    const [ada, ben, cleo] = tools.several(3) as [Person, Person, Person];
    const channelId = await tools.conversation(ada, ben, cleo);
    const stream = await tools.follow(channelId, cleo);
    await world.send(channelId, 'all', ada);
    await stream.take(1);
    expect(await world.act(LEAVE, { channelId }, cleo)).toEqual({ leftChannelId: channelId, userErrors: [] });
    await world.send(channelId, 'the rest', ada);
    await stream.ended();
    expect(stream.events.at(-1)).toMatchObject({ __typename: 'AccessRevoked', reason: 'LEFT' });
    expect(stream.events).toHaveLength(2);
    expect(await seen(channelId, cleo)).toBeNull();
    expect(await listedIds(cleo)).toEqual([]);
    expect(await world.refusal(LEAVE, { channelId }, cleo)).toEqual(['NOT_FOUND channelId']);
    expect(await tools.conversation(ada, ben)).not.toBe(channelId);
    expect(await world.refusal(LEAVE, { channelId: await tools.conversation(ada, ben) }, ada)).toEqual(['NOT_PERMITTED channelId']);
    expect(await tools.conversation(cleo, ada, ben)).not.toBe(channelId);
  });

  it('is named by everybody in it', async () => {
    const [ada, ben, cleo, eve] = tools.several(4) as [Person, Person, Person, Person];
    const channelId = await tools.conversation(ada, ben, cleo);
    expect((await rename(channelId, ' the band ', cleo)).channel).toMatchObject({ name: 'the band' });
    expect(await seen(channelId, ada)).toMatchObject({ name: 'the band' });
    expect((await rename(channelId, ' ', ben)).userErrors).toMatchObject([{ code: 'INVALID', path: ['name'] }]);
    expect((await rename(channelId, 'mine', eve)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await world.refusal(managementDocument('UpdateChannel'), { channelId, topic: 'us' }, ada)).toEqual(['NOT_PERMITTED channelId']);
  });
});

describe('directConversations', () => {
  it('come with the newest activity first, in pages that lead there and back', async () => {
    const [ada, ...others] = tools.several(4) as [Person, Person, Person, Person];
    const opened: string[] = [];
    for (const other of others) {
      world.clock.advance(1_000);
      opened.push(await tools.conversation(other, ada));
    }
    expect(await listedIds(ada)).toEqual(opened.toReversed());
    world.clock.advance(1_000);
    await world.send(opened[0]!, 'hello', others[0]!);
    const order = [opened[0], opened[2], opened[1]];
    expect(await listedIds(ada)).toEqual(order);
    const first = await listed(ada, { first: 2 });
    expect(first).toMatchObject({ edges: [{ node: { unreadCount: 1 } }, { node: { unreadCount: 0 } }], pageInfo: { hasNextPage: true } });
    expect(await listedIds(ada, { first: 2, after: first.pageInfo.endCursor })).toEqual(order.slice(2));
    expect(await listedIds(ada, { last: 1, before: first.pageInfo.endCursor })).toEqual(order.slice(0, 1));
    const { errors } = await askChat(world.chat, {
      document: LISTED,
      variables: { r: [{ __typename: 'Viewer', id: others[0]!.userId }], after: first.pageInfo.endCursor },
      caller: others[0]!,
    });
    expect(errors?.[0]?.extensions['code']).toBe('CURSOR_INVALID');
  });
});

describe('setDirectMessageSource', () => {
  const SET = `mutation ($input: SetDirectMessageSourceInput!) { setDirectMessageSource(input: $input) { directMessageSource userErrors { code } } }`;
  const MINE = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { directMessageSource } } }';
  const set = (source: string, by: Person) => world.act(SET, { source }, by);

  it('keeps new conversations away, and those that are there', async () => {
    const [ada, ben, cleo] = tools.several(3) as [Person, Person, Person];
    const mine = async () => (await world.run(MINE, { r: [{ __typename: 'Viewer', id: ada.userId }] }, ada))[0].directMessageSource;
    expect(await mine()).toBe('EVERYONE');
    const before = await tools.conversation(ben, ada);
    await set('NOBODY', ada);
    expect(await mine()).toBe('NOBODY');
    expect(await tools.refusals(cleo, ada)).toEqual(['NOT_PERMITTED userIds']);
    expect(await tools.refusals(cleo, ben, ada)).toEqual(['NOT_PERMITTED userIds']);
    expect(await tools.conversation(ben, ada)).toBe(before);
    await world.send(before, 'still here', ben);
    const group = await tools.conversation(ben, cleo, tools.known());
    expect(await world.refusal(ADD, { channelId: group, userIds: [ada.userId] }, ben)).toEqual(['NOT_PERMITTED userIds']);
    await tools.conversation(ada, cleo);
    await set('EVERYONE', ada);
    await tools.conversation(tools.known(), ada);
  });

  it('lets in people of a shared community, as long as it is shared', async () => {
    const { communityId, owner, people } = await world.community(2);
    const [member, other] = people as [Person, Person];
    for (const { userId } of [owner, member, other])
      world.people.set(userId, { username: 'somebody', displayName: 'Somebody', avatar: null });
    await set('COMMUNITY_MEMBERS', owner);
    expect(await tools.refusals(tools.known(), owner)).toEqual(['NOT_PERMITTED userIds']);
    await tools.conversation(member, owner);
    await world.act('LeaveCommunity', { communityId }, other);
    expect(await tools.refusals(other, owner)).toEqual(['NOT_PERMITTED userIds']);
  });
});
