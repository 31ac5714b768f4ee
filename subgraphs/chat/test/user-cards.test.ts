import { uuidv7 } from '@veza/kernel';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askChat } from './ask-chat.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await chatWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const IMAGE = '0123456789abcdefghjkmnpqrs';
const AUTHORS = `query ($id: ID!) { channel(id: $id) { messages(first: 100) { nodes { author { id username displayName avatar { url(size: 200) } } } } } }`;

const authors = async (channelId: string, caller: Parameters<ChatWorld['run']>[2]) =>
  (await world.run(AUTHORS, { id: channelId }, caller)).messages.nodes.map(({ author }: { readonly author: unknown }) => author);

const tell = async (topic: string, revision: number, data: { readonly userId: string } & Readonly<Record<string, unknown>>) => {
  const occurredAt = world.clock().toISOString();
  await world.eventLog.append([{ id: uuidv7(world.clock(), randomBytes), topic, key: data.userId, revision, occurredAt, data }]);
  await world.chat.background.onUserChanged.runOnce();
  world.clock.advance(1_000);
};

describe('people in chat', () => {
  it('are shown as their owner’s events say, whatever order they come in', async () => {
    const { channelId, owner } = await world.community(0);
    await world.send(channelId, 'text', owner);
    const { userId } = owner;
    await tell('users.profile-updated.v1', 3, { userId, username: 'ada', displayName: 'Ada L.', avatarImageId: IMAGE });
    await tell('users.account-created.v1', 1, { userId, username: 'ada', displayName: 'ada' });
    expect(await authors(channelId, owner)).toEqual([
      { id: userId, username: 'ada', displayName: 'Ada L.', avatar: { url: `https://media.example/i/${IMAGE}/256.jpg` } },
    ]);
    await tell('users.profile-updated.v1', 4, { userId, username: 'ada', displayName: 'Ada', avatarImageId: null });
    expect(await authors(channelId, owner)).toEqual([{ id: userId, username: 'ada', displayName: 'Ada', avatar: null }]);
  });

  it('are asked of their owner once, all together, when no event told of them yet', async () => {
    const { channelId, owner, member } = await world.community();
    for (const [{ userId }, username] of [
      [owner, 'bob'],
      [member, 'cat'],
    ] as const)
      world.people.set(userId, { username, displayName: username, avatar: { url: `https://media.example/i/${IMAGE}/64.jpg` } });
    for (const caller of [owner, member, owner]) await world.send(channelId, 'text', caller);
    const asked = world.lookups.length;
    expect((await authors(channelId, owner)).map(({ username }: { readonly username: string }) => username)).toEqual(['bob', 'cat', 'bob']);
    world.clock.advance(5_000);
    expect(await authors(channelId, owner)).toMatchObject([{ avatar: { url: `https://media.example/i/${IMAGE}/256.jpg` } }, {}, {}]);
    expect(world.lookups.slice(asked).toSorted()).toEqual([owner.userId, member.userId].toSorted());
    await tell('users.profile-updated.v1', 1, { userId: owner.userId, username: 'bob', displayName: 'Bob', avatarImageId: null });
    expect(await authors(channelId, owner)).toMatchObject([{ displayName: 'Bob', avatar: null }, {}, { displayName: 'Bob' }]);
  });

  it('leave a hole and a reason while accounts cannot be asked, and cost nothing by their id alone', async () => {
    const { channelId, owner } = await world.community(0);
    await world.send(channelId, 'text', owner);
    world.failLookups(true);
    const { data, errors } = await askChat(world.chat, { document: AUTHORS, variables: { id: channelId }, caller: owner });
    expect(data).toMatchObject({ channel: { messages: { nodes: [{ author: null }] } } });
    expect(errors?.[0]?.extensions['code']).toBe('SUBGRAPH_UNAVAILABLE');
    const ids = 'query ($id: ID!) { channel(id: $id) { messages(first: 1) { nodes { author { id } } } } }';
    expect(await world.run(ids, { id: channelId }, owner)).toEqual({ messages: { nodes: [{ author: { id: owner.userId } }] } });
    world.failLookups(false);
  });
});
