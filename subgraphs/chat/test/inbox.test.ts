import type { UserCaller } from '@veza/auth';
import { toUuid } from '@veza/kernel';
import { waitUntil } from '@veza/testing';
import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { followInbox, type InboxStream } from './inbox-stream.ts';
import { management } from './management.ts';
import { talk } from './talk.ts';

let world: ChatWorld;
const streams: InboxStream[] = [];
beforeAll(async () => {
  world = await chatWorld();
});
afterEach(async () => {
  await Promise.all(streams.splice(0).map((stream) => stream.leave()));
});
afterAll(() => world[Symbol.asyncDispose]());

const follow = (caller: UserCaller, after?: string, process = world.chat) => {
  const stream = followInbox(process, caller, after);
  streams.push(stream);
  return stream;
};

/** Lets chat's own facts reach the inboxes. */
const settle = async (process = world.chat) => {
  const { outboxRelay, onPeopleAddressed, onMembershipChanged, watermark, inboxStates } = process.background;
  while ((await outboxRelay.runOnce()) > 0);
  for (const task of [onPeopleAddressed, onMembershipChanged]) while ((await task.runOnce()) > 0);
  for (let round = 0; round < 4; round += 1) await watermark.runOnce();
  await inboxStates.runOnce();
};

const cursorOf = async (caller: UserCaller): Promise<string> => {
  const [viewer] = await world.run(
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { inboxCursor } } }',
    { r: [{ __typename: 'Viewer', id: caller.userId }] },
    caller,
  );
  return viewer.inboxCursor;
};

/** Where the inbox stands once everything has reached it. */
const settledCursor = async (caller: UserCaller): Promise<string> => {
  await settle();
  return cursorOf(caller);
};

/** What an inbox tells after a cursor of things that are in its log, as texts. */
const missed = async (caller: UserCaller, after: string, process = world.chat): Promise<readonly string[]> => {
  await settle(process);
  const stream = follow(caller, after, process);
  const mark = randomBytes(4).toString('hex');
  const { channelId, owner, inviteCode } = await world.community(0);
  await world.act('JoinCommunity', { inviteCode }, caller);
  await world.send(channelId, `<@${caller.userId}> ${mark}`, owner);
  await settle(process);
  await waitUntil(() => stream.mentions().some((text) => text.includes(mark)));
  const all = stream.log();
  return all.slice(0, -2);
};

describe('inboxEvents', () => {
  it('tells of what concerns the person: once each, with the closest reason', async () => {
    const { channelId, owner, member, people } = await world.community(2);
    const own = await world.send(channelId, 'mine', member);
    const after = await settledCursor(member);
    const name = `<@${member.userId}>`;
    await world.send(channelId, `${name} ${name}`, owner);
    await world.send(channelId, 'answer', people[1]!, { replyToId: own.id });
    await world.send(channelId, `${name} answer`, owner, { replyToId: own.id });
    await world.send(channelId, `${name} to myself`, member, { replyToId: own.id });
    await world.send(channelId, 'nobody', owner);
    expect((await missed(member, after)).toSorted()).toEqual(['NAMED <@me> <@me>', 'NAMED <@me> answer', 'REPLY answer']);
  });

  it('tells of direct messages, and not those who wrote them', async () => {
    const tools = talk(world);
    const [ada, ben] = tools.several(2) as [UserCaller, UserCaller];
    const [adaAfter, benAfter] = [await cursorOf(ada), await cursorOf(ben)];
    const conversation = await tools.conversation(ada, ben);
    await world.send(conversation, 'hello', ada);
    expect(await missed(ben, benAfter)).toEqual(['DIRECT_MESSAGE hello']);
    expect(await missed(ada, adaAfter)).toEqual([]);
  });

  it('tells nothing that was muted, deleted, blocked, or is no longer seen', async () => {
    const { channelId, owner, member } = await world.community();
    const tools = talk(world);
    const after = await settledCursor(member);
    const name = `<@${member.userId}>`;
    const { id: messageId } = await world.send(channelId, `${name} gone`, owner);
    await settle();
    await world.act('DeleteMessage', { messageId }, owner);
    const silent =
      'mutation ($input: SetChannelNotificationsInput!) { setChannelNotifications(input: $input) { userErrors { code path } } }';
    await world.act(silent, { channelId, isMuted: true }, member);
    await world.send(channelId, `${name} muted`, owner);
    await settle();
    await world.act(silent, { channelId, isMuted: false }, member);
    const own = await world.send(channelId, 'mine', member);
    await tools.tell('blocked', member, owner);
    await world.send(channelId, 'blocked', owner, { replyToId: own.id });
    await settle();
    await tools.tell('unblocked', member, owner);
    await world.send(channelId, `${name} kept`, owner);
    expect(await missed(member, after)).toEqual(['NAMED <@me> kept']);
    await world.act('SetChannelOverwrite', { channelId, userId: member.userId, allow: [], deny: ['VIEW_CHANNEL'] }, owner);
    expect(await missed(member, after)).not.toContain('NAMED <@me> kept');
  });

  it('tells of memberships, of a lost one only id and name', async () => {
    const { communityId, owner, member, inviteCode } = await world.community();
    const after = await settledCursor(member);
    await world.act('KickMember', { communityId, userId: member.userId }, owner);
    await world.act('JoinCommunity', { inviteCode }, member);
    await world.act('LeaveCommunity', { communityId }, member);
    await world.act('JoinCommunity', { inviteCode }, member);
    await world.act('BanMember', { communityId, userId: member.userId }, owner);
    expect(await missed(member, after)).toEqual(['KICKED', 'JOINED', 'LEFT', 'JOINED', 'BANNED'].map((state) => `${state} Night owls`));
    const curious = `subscription ($after: String) { inboxEvents(after: $after) { __typename cursor
      ... on MembershipChanged { state community { id name memberCount } } } }`;
    const stream = followInbox(world.chat, member, after, curious);
    streams.push(stream);
    await waitUntil(() => stream.errors.length > 0);
    expect(stream.errors[0]).toBe('NOT_FOUND');
  });

  it('is gapless through crashes of its writer, repeated facts and several processes', async () => {
    const { channelId, owner, member } = await world.community();
    const after = await settledCursor(member);
    const other = world.start();
    const sent = [];
    for (let number = 0; number < 24; number += 1) {
      sent.push(`NAMED <@me> ${number}`);
      await world.send(channelId, `<@${member.userId}> ${number}`, owner);
    }
    while ((await world.chat.background.outboxRelay.runOnce()) > 0);
    await world.admin`alter table chat.user_event add constraint crash check (seq % 3 <> 2) not valid`;
    await world.chat.background.onPeopleAddressed.runOnce();
    await world.admin`alter table chat.user_event drop constraint crash`;
    await world.admin`update event_log.delivery set available_at = now() - interval '1 minute'`;
    await Promise.all([world.chat.background.onPeopleAddressed.runOnce(), other.background.onPeopleAddressed.runOnce()]);
    const stream = follow(member, after, other);
    await waitUntil(async () => {
      await settle(other);
      return stream.mentions().length >= sent.length;
    });
    expect(stream.log().toSorted()).toEqual(sent.toSorted());
    const rows = await world.admin`select seq::int from chat.user_event where user_id = ${toUuid('user', member.userId)} order by seq`;
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_row, index) => index + 1));
  });

  it('refuses cursors of others and of other logs, and asks for a resync of one that is too old', async () => {
    const { channelId, owner, member } = await world.community();
    const after = await cursorOf(member);
    for (const cursor of [await cursorOf(owner), 'nonsense', after.split('.')[0]!]) {
      const stream = follow(member, cursor);
      await stream.ended();
      expect(stream.errors).toEqual(['CURSOR_INVALID']);
    }
    await world.send(channelId, `<@${member.userId}>`, owner);
    await settle();
    await world.admin`update chat.user_event set occurred_at = now() - interval '10 years' where user_id = ${toUuid('user', member.userId)}`;
    expect(await world.chat.background.inboxRetention.runOnce()).toBeGreaterThan(0);
    const stream = follow(member, after);
    await stream.ended();
    expect(stream.events).toMatchObject([{ __typename: 'ResyncRequired' }]);
  });

  it('is a call to sign in for nobody', async () => {
    const { anonymousCaller } = await import('@veza/testing');
    const stream = followInbox(world.chat, anonymousCaller as unknown as UserCaller);
    await stream.ended();
    expect(stream.errors).toEqual(['UNAUTHENTICATED']);
  });
});

describe('what is in no log', () => {
  it('comes as the newest state of each channel, to whoever sees it', async () => {
    const { channelId, communityId, owner, member, people } = await world.community(2);
    const hidden = people[1]!;
    await world.act('SetChannelOverwrite', { channelId, userId: hidden.userId, allow: [], deny: ['VIEW_CHANNEL'] }, owner);
    const [seeing, blind] = [follow(member), follow(hidden)];
    await waitUntil(() => seeing.isOpen && blind.isOpen);
    for (const text of ['a', 'b', 'c']) await world.send(channelId, text, owner);
    const last = await world.send(channelId, 'd', owner);
    await settle();
    await waitUntil(() => seeing.unread().length === 1);
    expect(seeing.unread()).toEqual([[channelId, 4]]);
    await settle();
    await world.act('MarkChannelRead', { channelId, throughMessageId: last.id }, member);
    await settle();
    await waitUntil(() => seeing.unread().length === 2);
    expect(seeing.unread()[1]).toEqual([channelId, 0]);
    await world.send((await world.act('CreateChannel', { communityId, name: 'open', kind: 'TEXT' }, owner)).channel.id, 'x', owner);
    await settle();
    await waitUntil(() => blind.unread().length > 0);
    expect(blind.unread().map(([id]) => id)).not.toContain(channelId);
  });

  it('tells of calls to roles and to everybody live, and after a resume those that were missed', async () => {
    const { channelId, communityId, owner, member, people } = await world.community(2);
    const roleId = await management(world).giveRole(communityId, owner, member, []);
    const after = await cursorOf(member);
    const stream = follow(member);
    const bystander = follow(people[1]!);
    await waitUntil(() => stream.isOpen && bystander.isOpen);
    await world.send(channelId, `<@&${roleId}> tune`, owner);
    await world.send(channelId, `@everyone <@${member.userId}>`, owner);
    await world.send(channelId, '@everyone play', owner);
    await settle();
    await waitUntil(() => stream.mentions().length >= 3 && bystander.mentions().length >= 2);
    expect(stream.mentions().toSorted()).toEqual(['EVERYONE @everyone play', `NAMED @everyone <@me>`, 'ROLE <@&role> tune']);
    await settle();
    expect(stream.mentions()).toHaveLength(3);
    const resumed = follow(member, after);
    await waitUntil(() => resumed.mentions().length >= 3);
    expect(resumed.mentions().toSorted()).toEqual(stream.mentions().toSorted());
    await waitUntil(() => resumed.unread().length > 0);
  });
});
