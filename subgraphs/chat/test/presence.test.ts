import { type Caller, serviceCaller, type UserCaller } from '@veza/auth';
import { waitUntil } from '@veza/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { followActivity } from './activity-stream.ts';
import { askChat, followChat } from './ask-chat.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { talk, type TalkTools } from './talk.ts';

let world: ChatWorld;
let tools: TalkTools;
beforeAll(async () => {
  world = await chatWorld();
  tools = talk(world);
});
afterAll(() => world[Symbol.asyncDispose]());

type Person = UserCaller;
const MEMBERS = `query ($id: ID!) { community(id: $id) { members(first: 10) { nodes { user { id } presence statusText } } } }`;
const SELF = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { presence statusText } } }';
const IN_CONVERSATION = 'query ($id: ID!) { channel(id: $id) { participantPresences { user { id } presence statusText } } }';
const COMMUNITY = 'subscription ($communityId: ID!) { communityEvents(communityId: $communityId) { __typename } }';

const round = () => world.chat.background.presence.runOnce();
const leaving: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const leave of leaving.splice(0)) await leave();
});

/** Opens a stream of one's own, as an app does when it is opened. */
async function comes(person: Person, communityId: string): Promise<() => Promise<void>> {
  const controller = new AbortController();
  const before = await round();
  const reading = (async () => {
    for await (const _event of followChat(
      world.chat,
      { document: COMMUNITY, variables: { communityId }, caller: person },
      controller.signal,
    ));
  })();
  await waitUntil(async () => (await round()) > 0 || before > 0);
  const leave = async () => {
    controller.abort();
    await reading;
    await round();
  };
  leaving.push(leave);
  return leave;
}
const set = (person: Person, presence: string, more: object = {}) => world.act('SetPresence', { presence, ...more }, person);
const members = async (
  communityId: string,
  by: Person,
): Promise<Readonly<Record<string, { presence: string; statusText: string | null }>>> => {
  const { nodes } = (await world.run(MEMBERS, { id: communityId }, by)).members;
  return Object.fromEntries(nodes.map(({ user, ...shown }: { user: { id: string } }) => [user.id, shown]));
};
const presenceOf = async (person: Person, communityId: string, by: Person) => (await members(communityId, by))[person.userId]?.presence;
const own = async (person: Person) => (await world.run(SELF, { r: [{ __typename: 'Viewer', id: person.userId }] }, person))[0];

describe('presence', () => {
  it('begins with a stream of one’s own and ends half a minute after the last', async () => {
    const { communityId, owner, member } = await world.community();
    expect(await presenceOf(member, communityId, owner)).toBe('OFFLINE');
    const leave = await comes(member, communityId);
    expect(await presenceOf(member, communityId, owner)).toBe('ONLINE');
    world.clock.advance(70_000);
    await round();
    world.clock.advance(70_000);
    expect(await presenceOf(member, communityId, owner)).toBe('ONLINE');
    await leave();
    world.clock.advance(29_000);
    expect(await presenceOf(member, communityId, owner)).toBe('ONLINE');
    world.clock.advance(1_000);
    expect(await presenceOf(member, communityId, owner)).toBe('OFFLINE');
  });

  it('outlives a change of connection, and a process that is no more by a minute or so', async () => {
    const { communityId, owner, member } = await world.community();
    const leave = await comes(member, communityId);
    await leave();
    world.clock.advance(20_000);
    await comes(member, communityId);
    world.clock.advance(20_000);
    expect(await presenceOf(member, communityId, owner)).toBe('ONLINE');
    world.clock.advance(75_000);
    expect(await presenceOf(member, communityId, owner)).toBe('OFFLINE');
  });

  it('is what the devices say, of which one in use is enough', async () => {
    const { communityId, owner, member } = await world.community();
    const phone: Person = { ...member, sessionId: world.newId('session') };
    await comes(member, communityId);
    await set(member, 'IDLE');
    expect(await presenceOf(member, communityId, owner)).toBe('IDLE');
    await set(phone, 'ONLINE');
    expect(await presenceOf(member, communityId, owner)).toBe('ONLINE');
    await set(phone, 'IDLE');
    expect(await presenceOf(member, communityId, owner)).toBe('IDLE');
    await set(member, 'ONLINE');
    world.clock.advance(601_000);
    await round();
    expect(await presenceOf(member, communityId, owner)).toBe('IDLE');
    await set(member, 'DO_NOT_DISTURB');
    expect(await presenceOf(member, communityId, owner)).toBe('DO_NOT_DISTURB');
    await set(member, 'ONLINE');
    expect(await presenceOf(member, communityId, owner)).toBe('ONLINE');
  });

  it('shows the invisible as absent to everybody, and as they are to themselves alone', async () => {
    const { communityId, owner, member } = await world.community();
    world.people.set(member.userId, { username: 'm', displayName: 'M', avatar: null });
    await comes(member, communityId);
    await set(member, 'INVISIBLE', { statusText: 'on tour' });
    const id = await tools.conversation(owner, member);
    for (const by of [owner, member]) {
      expect((await members(communityId, by))[member.userId]).toEqual({ presence: 'OFFLINE', statusText: null });
      const { participantPresences } = await world.run(IN_CONVERSATION, { id }, by);
      expect(participantPresences).toContainEqual({ user: { id: member.userId }, presence: 'OFFLINE', statusText: null });
    }
    expect(await own(member)).toEqual({ presence: 'INVISIBLE', statusText: 'on tour' });
    await set(member, 'ONLINE');
    expect((await members(communityId, owner))[member.userId]).toEqual({ presence: 'ONLINE', statusText: 'on tour' });
    await set(member, 'ONLINE', { statusText: null });
    expect(await own(member)).toEqual({ presence: 'ONLINE', statusText: null });
  });

  it('is for those who share a community or a conversation', async () => {
    const { communityId, member } = await world.community();
    const stranger = tools.known();
    expect(await world.run(MEMBERS, { id: communityId }, stranger)).toBeNull();
    const viewers = { document: SELF, variables: { r: [{ __typename: 'Viewer', id: member.userId }] }, caller: stranger };
    expect((await askChat(world.chat, viewers)).data).toEqual({ _entities: [null] });
  });

  it('refuses what cannot be set', async () => {
    const person = world.person();
    expect(await world.refusal('SetPresence', { presence: 'OFFLINE' }, person)).toEqual(['INVALID presence']);
    expect(await world.refusal('SetPresence', { presence: 'IDLE', statusText: 'x'.repeat(129) }, person)).toEqual(['INVALID statusText']);
    expect(await own(person)).toEqual({ presence: 'OFFLINE', statusText: null });
  });
});

describe('channelActivity', () => {
  const typing = (channelId: string, by: Person) => world.act('StartTyping', { channelId }, by);
  const told = (person: Person, presence: string) =>
    expect.objectContaining({ __typename: 'PresenceChanged', user: { id: person.userId }, presence, subject: person.userId });

  /** Looks at a channel, and answers once the first sign of somebody's typing has come. */
  async function looksAt(channelId: string, by: Caller, typist: Person) {
    const stream = followActivity(world.chat, channelId, by);
    leaving.push(() => stream.leave());
    await waitUntil(async () => {
      await typing(channelId, typist);
      world.clock.advance(8_001);
      return stream.events.some(({ __typename }) => __typename === 'TypingStarted');
    });
    return stream;
  }

  it('tells who types, once in eight seconds or after a message', async () => {
    const { channelId, owner, member } = await world.community();
    const stream = await looksAt(channelId, owner, member);
    const [first] = stream.events;
    expect(first).toMatchObject({ __typename: 'TypingStarted', user: { id: member.userId }, subject: member.userId });
    const count = stream.events.length;
    world.clock.advance(8_001);
    await typing(channelId, member);
    await typing(channelId, member);
    await stream.take(count + 1);
    await world.send(channelId, 'typed', member);
    await typing(channelId, member);
    await stream.take(count + 2);
    expect(stream.events).toHaveLength(count + 2);
  });

  it('tells who of those who wrote lately comes, goes and changes, and nothing of the invisible', async () => {
    const { communityId, channelId, owner, people } = await world.community(3);
    const [talker, silent, hidden] = people as [Person, Person, Person];
    for (const person of [talker, hidden]) await world.send(channelId, 'here', person);
    await set(hidden, 'INVISIBLE');
    const stream = await looksAt(channelId, owner, owner);
    const leave = await comes(talker, communityId);
    await comes(silent, communityId);
    const hide = await comes(hidden, communityId);
    await typing(channelId, hidden);
    await set(talker, 'DO_NOT_DISTURB');
    await set(talker, 'INVISIBLE');
    await set(talker, 'ONLINE');
    await leave();
    await hide();
    world.clock.advance(31_000);
    await round();
    await waitUntil(() => stream.events.at(-1)?.presence === 'OFFLINE');
    const changes = stream.events.filter(({ __typename }) => __typename === 'PresenceChanged');
    expect(new Set(changes.map(({ user }) => user?.id))).toEqual(new Set([talker.userId]));
    expect(changes[0]).toEqual(told(talker, changes[0]!.presence!));
    expect(stream.events.filter(({ user }) => user?.id === hidden.userId)).toEqual([]);
  });

  it('is refused to those who do not see the channel, and ends for who no longer does', async () => {
    const { communityId, channelId, owner, member } = await world.community();
    const outside = followActivity(world.chat, channelId, world.person());
    await outside.ended();
    expect(outside.errors).toEqual(['NOT_FOUND']);
    const stream = await looksAt(channelId, member, owner);
    await world.act('KickMember', { communityId, userId: member.userId }, owner);
    await waitUntil(async () => {
      await world.chat.background.watermark.runOnce();
      return stream.events.at(-1)?.__typename === 'AccessRevoked';
    });
    await typing(channelId, owner);
    await stream.ended();
    expect(stream.events.at(-1)).toMatchObject({ reason: 'KICKED' });
  });

  it('tells the gateway under which permissions it holds', async () => {
    const { communityId, channelId, owner, member } = await world.community();
    const stream = await looksAt(channelId, serviceCaller('gateway'), owner);
    const [mark] = stream.events;
    const before = stream.events.length;
    expect(mark).toMatchObject({ __typename: 'FeedMark', accessEpoch: expect.any(String) });
    await world.act(
      'TimeOutMember',
      { communityId, userId: member.userId, until: new Date(world.clock().getTime() + 60_000).toISOString() },
      owner,
    );
    await waitUntil(async () => {
      await world.chat.background.watermark.runOnce();
      return stream.events.length > before;
    });
    const newer = stream.events[before]!;
    expect(Number(newer.accessEpoch)).toBeGreaterThan(Number(mark!.accessEpoch));
    expect(await world.refusal('StartTyping', { channelId }, member)).toEqual(['TIMED_OUT channelId']);
    await typing(channelId, owner);
    await stream.take(before + 2);
    expect(stream.events.at(-1)).toMatchObject({ __typename: 'TypingStarted', accessEpoch: newer.accessEpoch });
  });

  it('is not for categories, strangers, the blocked and the hasty', async () => {
    const { communityId, owner } = await world.community(0);
    const { channel } = await world.act('CreateChannel', { communityId, name: 'shelf', kind: 'CATEGORY' }, owner);
    expect(await world.refusal('StartTyping', { channelId: channel.id }, owner)).toEqual(['INVALID channelId']);
    expect(await world.refusal('StartTyping', { channelId: channel.id }, world.person())).toEqual(['NOT_FOUND channelId']);
    const shelf = followActivity(world.chat, channel.id, owner);
    await shelf.ended();
    expect(shelf.errors).toEqual(['NOT_FOUND']);
    const [ada, ben] = tools.several(2) as [Person, Person];
    const conversation = await tools.conversation(ada, ben);
    await tools.tell('blocked', ada, ben);
    expect(await world.refusal('StartTyping', { channelId: conversation }, ben)).toEqual(['BLOCKED channelId']);
  });
});
