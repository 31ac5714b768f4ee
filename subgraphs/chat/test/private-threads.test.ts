import { ANONYMOUS, serviceCaller, type UserCaller } from '@veza/auth';
import { waitUntil } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askChat } from './ask-chat.ts';
import { type ChannelStream, followChannel } from './channel-stream.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { management, type ManagementTools } from './management.ts';
import { threadTools, type ThreadTools } from './thread-tools.ts';

let world: ChatWorld;
let tools: ManagementTools;
let threads: ThreadTools;
const stop = new AbortController();
let running: Promise<void>;
beforeAll(async () => {
  world = await chatWorld();
  tools = management(world);
  threads = threadTools(world);
  running = world.chat.background.watermark.run(stop.signal);
});
afterAll(async () => {
  stop.abort();
  await running;
  await world[Symbol.asyncDispose]();
});

/** Everybody who may stand towards a private thread, each with what they may do there. */
const MATRIX = {
  owner: { sees: true, sends: true, adds: true, locks: true },
  manager: { sees: true, sends: true, adds: true, locks: true },
  maker: { sees: true, sends: true, adds: true, locks: false },
  added: { sees: true, sends: true, adds: true, locks: false },
  silenced: { sees: true, sends: false, adds: false, locks: false },
  outsider: { sees: false, sends: false, adds: false, locks: false },
  blind: { sees: false, sends: false, adds: false, locks: false },
  stranger: { sees: false, sends: false, adds: false, locks: false },
} as const;
type Standing = keyof typeof MATRIX;

interface Scene {
  readonly communityId: string;
  readonly channelId: string;
  readonly threadId: string;
  readonly messageId: string;
  /** Before that message. */
  readonly cursor: string;
  readonly owner: UserCaller;
  readonly people: Readonly<Record<Standing, UserCaller>>;
}

async function scene(): Promise<Scene> {
  const { communityId, channelId, owner, people: members } = await world.community(6);
  const [manager, maker, added, silenced, outsider, blind] = members as [
    UserCaller,
    UserCaller,
    UserCaller,
    UserCaller,
    UserCaller,
    UserCaller,
  ];
  await tools.giveRole(communityId, owner, manager, ['MANAGE_THREADS']);
  await tools.giveRole(communityId, owner, maker, ['CREATE_PRIVATE_THREADS']);
  const { thread } = await world.act('CreateThread', { channelId, name: 'secret', isPrivate: true }, maker);
  for (const { userId } of [added, silenced, blind]) await threads.act('addThreadMember', { threadId: thread.id, userId }, maker);
  const deny = (userId: string, permission: string) =>
    world.act('SetChannelOverwrite', { channelId, userId, allow: [], deny: [permission] }, owner);
  await deny(silenced.userId, 'SEND_IN_THREADS');
  await deny(blind.userId, 'VIEW_CHANNEL');
  const cursor = await threads.cursor(thread.id, maker);
  const message = await world.send(thread.id, 'psst', maker);
  const people = { owner, manager, maker, added, silenced, outsider, blind, stranger: world.person() };
  return { communityId, channelId, threadId: thread.id, messageId: message.id, cursor, owner, people };
}

const ENTITIES = 'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Channel { id } ... on Message { id } } }';

describe('a private thread', () => {
  let all: Scene;
  beforeAll(async () => {
    all = await scene();
  });

  it.each(Object.keys(MATRIX) as readonly Standing[])('gives %s what they may do there and nothing else', async (who) => {
    const { threadId, messageId, channelId, cursor, people } = all;
    const caller = people[who];
    const { sees, sends, adds, locks } = MATRIX[who];
    expect((await threads.see(threadId, caller)) !== null).toBe(sees);
    const refs = [
      { __typename: 'Channel', id: threadId },
      { __typename: 'Message', id: messageId },
    ];
    expect(await world.run(ENTITIES, { refs }, caller)).toEqual(sees ? [{ id: threadId }, { id: messageId }] : [null, null]);
    const isListed = who !== 'blind' && who !== 'stranger' && (await threads.list(channelId, caller)).includes('secret');
    expect(isListed).toBe(sees);
    const stream = followChannel(world.chat, threadId, caller, cursor);
    const send = await world.refusal('SendMessage', { channelId: threadId, nonce: who, content: `from ${who}` }, caller);
    expect(send).toEqual(sends ? [] : [sees ? 'NOT_PERMITTED channelId' : 'NOT_FOUND channelId']);
    if (sends) await waitUntil(() => stream.events.some(({ message }) => message?.content === `from ${who}`));
    if (!sees) await stream.ended();
    expect(stream.errors).toEqual(sees ? [] : ['NOT_FOUND']);
    await stream.leave();
    const add = await threads.refusal('addThreadMember', { threadId, userId: people.added.userId }, caller);
    expect(add).toEqual(adds ? [] : [sees ? 'NOT_PERMITTED threadId' : 'NOT_FOUND threadId']);
    const lock = await threads.refusal('updateThread', { threadId, isLocked: false }, caller);
    expect(lock).toEqual(locks ? [] : [sees ? 'NOT_PERMITTED threadId' : 'NOT_FOUND threadId']);
    expect(await threads.refusal('joinThread', { threadId }, caller)).toEqual(sees ? [] : ['NOT_FOUND threadId']);
  });

  it('admits to shared streams those who see it', async () => {
    const { threadId, people } = all;
    const standings = Object.keys(MATRIX) as readonly Standing[];
    const admissions = await world.run(
      'query ($channelId: ID!, $userIds: [ID!]!) { channelAdmissions(channelId: $channelId, userIds: $userIds) { isAdmitted } }',
      { channelId: threadId, userIds: standings.map((who) => people[who].userId) },
      serviceCaller('gateway'),
    );
    expect(admissions.map(({ isAdmitted }: { isAdmitted: boolean }) => isAdmitted)).toEqual(standings.map((who) => MATRIX[who].sees));
  });

  it('ends the streams of whoever is removed or leaves, and is gone for them', async () => {
    const { threadId, cursor, people } = await scene();
    const [removed, leaving] = [people.added, people.silenced].map((caller) => followChannel(world.chat, threadId, caller, cursor)) as [
      ChannelStream,
      ChannelStream,
    ];
    await Promise.all([removed.take(1), leaving.take(1)]);
    await threads.act('removeThreadMember', { threadId, userId: people.added.userId }, people.maker);
    await threads.act('leaveThread', { threadId }, people.silenced);
    await Promise.all([removed.ended(), leaving.ended()]);
    for (const { events } of [removed, leaving])
      expect(events.at(-1)).toMatchObject({ __typename: 'AccessRevoked', reason: 'PERMISSION_CHANGED' });
    for (const caller of [people.added, people.silenced]) expect(await threads.see(threadId, caller)).toBeNull();
    expect(await threads.refusal('removeThreadMember', { threadId, userId: people.added.userId }, people.maker)).toEqual([
      'NOT_FOUND userId',
    ]);
    expect(await threads.refusal('removeThreadMember', { threadId, userId: people.added.userId }, people.outsider)).toEqual([
      'NOT_FOUND threadId',
    ]);
  });

  it('is not come back to by leaving the community and joining it again', async () => {
    const { threadId, communityId, owner, people } = await scene();
    const { invite } = await world.act('CreateInvite', { communityId }, owner);
    await world.act('LeaveCommunity', { communityId }, people.added);
    await world.act('JoinCommunity', { inviteCode: invite.code }, people.added);
    expect(await threads.see(threadId, people.added)).toBeNull();
  });

  it('calls nobody who does not see it, and is no part of an audit log that they read', async () => {
    const { communityId, threadId, owner, people } = await scene();
    const said = await world.send(threadId, `<@${people.outsider.userId}> <@${people.added.userId}>`, people.maker);
    const { mentions } = await world.run('query ($id: ID!) { message(id: $id) { mentions { id } } }', { id: said.id }, people.maker);
    expect(mentions).toEqual([{ id: people.added.userId }]);
    await tools.giveRole(communityId, owner, people.outsider, ['VIEW_AUDIT_LOG']);
    const actions = (entries: readonly { readonly action: string }[]) => entries.filter(({ action }) => action === 'THREAD_CREATED').length;
    expect(actions(await tools.audit(communityId, people.outsider))).toBe(0);
    expect(actions(await tools.audit(communityId, owner))).toBe(1);
  });

  it('takes in only people who see its channel', async () => {
    const { threadId, people } = all;
    for (const userId of [people.blind.userId, people.stranger.userId])
      expect(await threads.refusal('addThreadMember', { threadId, userId }, people.owner)).toEqual(['NOT_FOUND userId']);
    const anonymous = await askChat(world.chat, {
      document: ENTITIES,
      variables: { refs: [{ __typename: 'Channel', id: threadId }] },
      caller: ANONYMOUS,
    });
    expect(anonymous.data).toEqual({ _entities: [null] });
  });
});
