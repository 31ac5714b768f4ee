import { serviceCaller, type UserCaller } from '@veza/auth';
import { waitUntil } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askChat, followChat } from './ask-chat.ts';
import { followChannel } from './channel-stream.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { management, type ManagementTools } from './management.ts';
import { threadTools, type ThreadTools } from './thread-tools.ts';

let world: ChatWorld;
let tools: ManagementTools;
let threads: ThreadTools;
const stop = new AbortController();
let running: Promise<void>;
beforeAll(async () => {
  world = await chatWorld({ limits: { activeThreads: 3, threadMembers: 3 } });
  tools = management(world);
  threads = threadTools(world);
  running = world.chat.background.watermark.run(stop.signal);
});
afterAll(async () => {
  stop.abort();
  await running;
  await world[Symbol.asyncDispose]();
});

/** A community with a message and its thread. */
async function scene(members = 2) {
  const found = await world.community(members);
  const message = await world.send(found.channelId, 'shall we?', found.member);
  const { thread } = await world.act('CreateThread', { messageId: message.id, name: 'plans' }, found.member);
  return { ...found, messageId: message.id as string, threadId: thread.id as string };
}

describe('a thread of a message', () => {
  it('is the same one whoever asks again, also at the same instant', async () => {
    const { channelId, member, owner } = await world.community();
    const message = await world.send(channelId, 'one', member);
    const second = world.start();
    const asked = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        world.act(
          'CreateThread',
          { messageId: message.id, name: `t${index}` },
          index % 2 ? owner : member,
          index % 3 ? world.chat : second,
        ),
      ),
    );
    expect(new Set(asked.map(({ thread }) => thread.id)).size).toBe(1);
    expect(asked[0].thread).toMatchObject({ kind: 'THREAD' });
  });

  it('shows its birth, its name and its end on the message, live as in a query, while the message stays as it was', async () => {
    const { channelId, member, owner } = await world.community();
    const message = await world.send(channelId, 'one', member);
    const stream = followChannel(world.chat, channelId, owner, await threads.cursor(channelId, owner));
    const { thread } = await world.act('CreateThread', { messageId: message.id, name: 'plans' }, member);
    await threads.act('updateThread', { threadId: thread.id, name: 'better plans' }, member);
    await tools.act('DeleteChannel', { channelId: thread.id }, owner);
    const events = await stream.take(3);
    expect(events.map(({ __typename }) => __typename)).toEqual(['MessageEdited', 'MessageEdited', 'MessageEdited']);
    expect(events.map((event) => event.message)).toMatchObject([
      { id: message.id, content: 'one', editedAt: null, thread: { id: thread.id, name: 'plans' } },
      { thread: { id: thread.id, name: 'better plans' } },
      { thread: null },
    ]);
    await stream.leave();
    const again = await world.act('CreateThread', { messageId: message.id, name: 'anew' }, member);
    expect(again.thread.id).not.toBe(thread.id);
  });

  it('stands in shared events without anybody’s rights in it', async () => {
    const { channelId, member } = await world.community();
    const controller = new AbortController();
    const document = `subscription ($channelId: ID!) { channelEvents(channelId: $channelId) { __typename ... on MessageEdited {
      message { thread { id kind isLocked isPrivate archivedAt archiveAfterSeconds slowModeSeconds } } } } }`;
    const answers: unknown[] = [];
    const reading = (async () => {
      const question = { document, variables: { channelId }, caller: serviceCaller('gateway') };
      for await (const answer of followChat(world.chat, question, controller.signal)) answers.push(answer);
    })();
    await waitUntil(() => answers.length > 0);
    const message = await world.send(channelId, 'one', member);
    await world.act('CreateThread', { messageId: message.id, name: 'plans' }, member);
    const edited = await waitUntil(() => answers.find((answer) => JSON.stringify(answer).includes('MessageEdited')));
    expect(edited).toMatchObject({
      data: { channelEvents: { message: { thread: { kind: 'THREAD', isLocked: false, isPrivate: false, archivedAt: null } } } },
    });
    controller.abort();
    await reading;
  });

  it('stays when its message is deleted, and goes with its channel', async () => {
    const { messageId, threadId, channelId, member, owner } = await scene();
    await world.act('DeleteMessage', { messageId }, member);
    await world.send(threadId, 'still here', member);
    expect(await threads.see(threadId, member)).toMatchObject({ name: 'plans', sourceMessage: { isDeleted: true } });
    await tools.act('DeleteChannel', { channelId }, owner);
    expect(await threads.see(threadId, member)).toBeNull();
  });

  it('is refused where there is nothing to hang it on', async () => {
    const { communityId, channelId, threadId, member, owner } = await scene();
    const inThread = await world.send(threadId, 'deep', member);
    const { channel: category } = await world.act('CreateChannel', { communityId, name: 'c', kind: 'CATEGORY' }, owner);
    const gone = await world.send(channelId, 'gone', member);
    await world.act('DeleteMessage', { messageId: gone.id }, member);
    const refusal = (input: object, caller = member) => world.refusal('CreateThread', { name: 'x', ...input }, caller);
    expect(await refusal({ messageId: inThread.id })).toEqual(['INVALID messageId']);
    expect(await refusal({ channelId: category.id })).toEqual(['INVALID channelId']);
    expect(await refusal({ messageId: gone.id })).toEqual(['NOT_FOUND messageId']);
    expect(await refusal({ messageId: inThread.id }, world.person())).toEqual(['NOT_FOUND messageId']);
    expect(await refusal({})).toEqual(['INVALID messageId']);
    expect(await refusal({ channelId, messageId: inThread.id })).toEqual(['INVALID messageId']);
    expect(await refusal({ messageId: inThread.id, isPrivate: true })).toEqual(['INVALID isPrivate']);
    expect(await refusal({ channelId, name: ' ' })).toEqual(['INVALID name']);
    expect(await refusal({ channelId, archiveAfterSeconds: 5 })).toEqual(['INVALID archiveAfterSeconds']);
    expect(await refusal({ channelId, isPrivate: true })).toEqual(['NOT_PERMITTED channelId']);
  });

  it('has no settings of its own where its channel has them', async () => {
    const { communityId, threadId, owner } = await scene();
    const everyone = communityId.replace('community', 'role');
    const overwrite = { channelId: threadId, roleId: everyone, allow: [], deny: ['SEND_MESSAGES'] };
    expect(await world.refusal('SetChannelOverwrite', overwrite, owner)).toEqual(['INVALID channelId']);
    expect(await tools.refusal('UpdateChannel', { channelId: threadId, name: 'x' }, owner)).toEqual(['INVALID channelId']);
    expect(await tools.refusal('MoveChannel', { channelId: threadId, position: 0 }, owner)).toEqual(['INVALID channelId']);
    expect(await tools.channels(communityId, owner)).toEqual(['talk']);
  });

  it('has a name that AutoMod allows', async () => {
    const { communityId, channelId, threadId, member, owner } = await scene();
    const rule = 'mutation ($input: CreateAutoModRuleInput!) { createAutoModRule(input: $input) { rule { id } userErrors { code } } }';
    await world.act(rule, { communityId, name: 'words', trigger: 'KEYWORD', keywords: ['plague'] }, owner);
    expect(await world.refusal('CreateThread', { channelId, name: 'the plague' }, member)).toEqual(['AUTOMOD_BLOCKED name']);
    expect(await threads.refusal('updateThread', { threadId, name: 'plague' }, member)).toEqual(['AUTOMOD_BLOCKED name']);
  });
});

describe('talking in a thread', () => {
  it('has a log, a history and unread counts of its own, for those who joined', async () => {
    const { threadId, channelId, member, people, owner } = await scene(3);
    const [, reader, bystander] = people as [UserCaller, UserCaller, UserCaller];
    await threads.act('joinThread', { threadId }, reader);
    const stream = followChannel(world.chat, threadId, reader, await threads.cursor(threadId, reader));
    const first = await world.send(threadId, 'one', member);
    await world.send(threadId, `<@${bystander.userId}> look`, member);
    const events = await stream.take(2);
    expect(events.map(({ message }) => message?.content)).toEqual(['one', `<@${bystander.userId}> look`]);
    expect(first.seq).toBe(1);
    await stream.leave();
    expect(await threads.see(threadId, reader)).toMatchObject({ unreadCount: 2, mentionCount: 0, viewerHasJoined: true });
    expect(await threads.see(threadId, bystander)).toMatchObject({ unreadCount: 0, mentionCount: 1, viewerHasJoined: false });
    await world.act('MarkChannelRead', { channelId: threadId, throughMessageId: first.id }, reader);
    expect(await threads.see(threadId, reader)).toMatchObject({ unreadCount: 1 });
    await world.send(threadId, 'me too', owner);
    expect(await threads.see(threadId, owner)).toMatchObject({ unreadCount: 0, viewerHasJoined: true });
    const { messages } = await world.run('ChannelHistory', { id: channelId, last: 10 }, member);
    expect(messages.edges).toHaveLength(1);
    await threads.act('leaveThread', { threadId }, reader);
    expect(await threads.see(threadId, reader)).toMatchObject({ unreadCount: 0, viewerHasJoined: false });
  });

  it('asks for SEND_IN_THREADS instead of SEND_MESSAGES', async () => {
    const { communityId, channelId, threadId, member, owner } = await scene();
    const everyone = communityId.replace('community', 'role');
    const say = (id: string) => world.refusal('SendMessage', { channelId: id, nonce: `${Math.random()}`, content: 'x' }, member);
    await world.act('SetChannelOverwrite', { channelId, roleId: everyone, allow: [], deny: ['SEND_MESSAGES'] }, owner);
    expect(await say(channelId)).toEqual(['NOT_PERMITTED channelId']);
    expect(await say(threadId)).toEqual([]);
    await world.act('SetChannelOverwrite', { channelId, roleId: everyone, allow: [], deny: ['SEND_IN_THREADS'] }, owner);
    expect(await say(channelId)).toEqual([]);
    expect(await say(threadId)).toEqual(['NOT_PERMITTED channelId']);
    await world.act('SetChannelOverwrite', { channelId, roleId: everyone, allow: [], deny: ['VIEW_CHANNEL'] }, owner);
    expect(await say(threadId)).toEqual(['NOT_FOUND channelId']);
  });

  it('takes no more members than the limit says, and their messages all the same', async () => {
    const { threadId, people } = await scene(4);
    for (const person of people.slice(1, 3)) {
      world.clock.advance(1);
      await threads.act('joinThread', { threadId }, person);
    }
    expect(await threads.refusal('joinThread', { threadId }, people[3]!)).toEqual(['LIMIT_REACHED threadId']);
    await world.send(threadId, 'from outside', people[3]!);
    expect(await threads.members(threadId, people[0]!)).toEqual(people.slice(0, 3).map(({ userId }) => userId));
  });
});

describe('archiving', () => {
  it('comes with silence, and a message opens the thread again', async () => {
    const { channelId, member, owner } = await world.community();
    const { thread } = await world.act('CreateThread', { channelId, name: 'quick', archiveAfterSeconds: 3600 }, member);
    await world.send(thread.id, 'one', member);
    world.clock.advance(3_599_999);
    expect(await threads.list(channelId, owner)).toEqual(['quick']);
    world.clock.advance(1);
    expect(await threads.list(channelId, owner)).toEqual([]);
    expect(await threads.list(channelId, owner, true)).toEqual(['quick']);
    expect((await threads.see(thread.id, owner))?.archivedAt).toBe(world.clock().toISOString());
    await world.send(thread.id, 'two', owner);
    expect(await threads.list(channelId, owner)).toEqual(['quick']);
  });

  it('comes by hand, and a message or a hand opens the thread again', async () => {
    const { threadId, channelId, member, people } = await scene();
    const other = people[1]!;
    const archive = (isArchived: boolean, caller: UserCaller) => threads.act('updateThread', { threadId, isArchived }, caller);
    expect(await threads.refusal('updateThread', { threadId, isArchived: true }, other)).toEqual(['NOT_PERMITTED threadId']);
    await archive(true, member);
    expect((await threads.see(threadId, member))?.archivedAt).toBe(world.clock().toISOString());
    await world.send(threadId, 'awake', other);
    expect(await threads.list(channelId, member)).toEqual(['plans']);
    await archive(true, member);
    expect(await threads.list(channelId, member)).toEqual([]);
    await archive(false, other);
    expect(await threads.list(channelId, member)).toEqual(['plans']);
  });

  it('makes room for others', async () => {
    const { channelId, member, owner } = await world.community();
    const open = (name: string) => world.refusal('CreateThread', { channelId, name }, member);
    for (const name of ['a', 'b', 'c']) expect(await open(name)).toEqual([]);
    expect(await open('d')).toEqual(['LIMIT_REACHED channelId']);
    const [first] = await threads.listed(channelId, owner);
    await threads.act('updateThread', { threadId: first!.id, isArchived: true }, owner);
    expect(await open('d')).toEqual([]);
    expect(await threads.refusal('updateThread', { threadId: first!.id, isArchived: false }, owner)).toEqual(['LIMIT_REACHED threadId']);
  });
});

describe('a locked thread', () => {
  it('is written in by managers of threads only', async () => {
    const { threadId, member, owner } = await scene();
    const say = (caller: UserCaller) =>
      world.refusal('SendMessage', { channelId: threadId, nonce: `${Math.random()}`, content: 'x' }, caller);
    const said = await world.send(threadId, 'before', member);
    expect(await threads.refusal('updateThread', { threadId, isLocked: true }, member)).toEqual(['NOT_PERMITTED threadId']);
    await threads.act('updateThread', { threadId, isLocked: true, isArchived: true, reason: 'enough' }, owner);
    expect(await say(member)).toEqual(['CHANNEL_LOCKED channelId']);
    expect(await world.refusal('AddReaction', { messageId: said.id, emoji: '🔥' }, member)).toEqual(['NOT_PERMITTED messageId']);
    expect(await threads.refusal('updateThread', { threadId, isArchived: false }, member)).toEqual(['NOT_PERMITTED threadId']);
    expect(await say(owner)).toEqual([]);
    await threads.act('updateThread', { threadId, isLocked: false }, owner);
    expect(await say(member)).toEqual([]);
  });

  it('is told of in the audit log with what changed and why', async () => {
    const { communityId, threadId, owner } = await scene();
    await threads.act('updateThread', { threadId, isLocked: true, reason: 'enough' }, owner);
    await threads.act('updateThread', { threadId, isLocked: true }, owner);
    const entries = (await tools.audit(communityId, owner)).filter(({ action }) => action.startsWith('THREAD'));
    expect(entries).toMatchObject([
      { action: 'THREAD_UPDATED', reason: 'enough', subjectId: threadId, changes: [{ field: 'isLocked', before: 'false', after: 'true' }] },
      { action: 'THREAD_CREATED', changes: [{ field: 'name', after: '"plans"' }, { field: 'isPrivate' }] },
    ]);
  });
});

describe('pages of threads', () => {
  it('come newest first, with cursors that stand for their place', async () => {
    const { channelId, member } = await world.community();
    for (const name of ['a', 'b', 'c']) {
      await world.act('CreateThread', { channelId, name }, member);
      world.clock.advance(1000);
    }
    const page = `query ($id: ID!, $after: String) { channel(id: $id) { threads(first: 2, after: $after) {
      nodes { name } edges { cursor node { name parent { id } } } pageInfo { hasNextPage endCursor } totalCount } } }`;
    const { threads: first } = await world.run(page, { id: channelId }, member);
    expect(first.nodes.map(({ name }: { name: string }) => name)).toEqual(['c', 'b']);
    expect(first).toMatchObject({
      pageInfo: { hasNextPage: true },
      totalCount: null,
      edges: [{ node: { parent: { id: channelId } } }, {}],
    });
    const { threads: rest } = await world.run(page, { id: channelId, after: first.pageInfo.endCursor }, member);
    expect(rest.nodes.map(({ name }: { name: string }) => name)).toEqual(['a']);
    const stranger = await askChat(world.chat, { document: page, variables: { id: channelId }, caller: world.person() });
    expect(stranger.data).toEqual({ channel: null });
  });
});
