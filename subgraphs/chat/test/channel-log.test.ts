import { toUuid } from '@veza/kernel';
import { inProcessEventBus } from '@veza/messaging/in-process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followChat } from './ask-chat.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { followChannel } from './channel-stream.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await chatWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const cursorOf = async (channelId: string, caller: Parameters<ChatWorld['run']>[2]) =>
  (await world.run('ChannelHistory', { id: channelId, last: 1 }, caller)).eventCursor;

describe('the log of a channel', () => {
  it('replays reactions, pins and playback as they were heard live', async () => {
    const { channelId, owner } = await world.community(0, 'LISTENING_PARTY');
    const { id: messageId } = await world.send(channelId, 'text', owner);
    const start = await cursorOf(channelId, owner);
    const live = followChannel(world.chat, channelId, owner, start);
    await world.act('AddReaction', { messageId, emoji: '🔥' }, owner);
    await world.act('SyncPlayback', { channelId, trackId: world.newTrack(), positionMs: 5, isPlaying: true }, owner);
    await world.act('RemoveReaction', { messageId, emoji: '🔥' }, owner);
    await world.act('PinMessage', { messageId, pinned: true }, owner);
    const heard = await live.take(4);
    const replay = followChannel(world.start(), channelId, owner, start);
    const facts = (events: readonly object[]) => events.map((event) => ({ ...event, message: undefined }));
    expect(facts(await replay.take(4))).toEqual(facts(heard));
    expect(replay.events.at(-1)).toEqual(heard.at(-1));
    await Promise.all([live.leave(), replay.leave()]);
  });

  it('tells the gateway each entry’s number and the permissions it was written under', async () => {
    const { channelId, owner, inviteCode } = await world.community(0);
    const start = await cursorOf(channelId, owner);
    await world.send(channelId, 'before', owner);
    await world.act('JoinCommunity', { inviteCode }, world.person());
    await world.send(channelId, 'after', owner);
    const document =
      'subscription ($id: ID!, $after: String) { channelEvents(channelId: $id, after: $after) { seq accessEpoch occurredAt } }';
    const stream = followChat(
      world.chat,
      { document, variables: { id: channelId, after: start }, caller: owner },
      new AbortController().signal,
    );
    const events = [(await stream.next()).value, (await stream.next()).value].map((event) => event?.data?.['channelEvents']);
    await stream.return();
    const occurredAt = world.clock().toISOString();
    expect(events).toEqual([
      { seq: 1, accessEpoch: '1', occurredAt },
      { seq: 2, accessEpoch: '2', occurredAt },
    ]);
  });

  it('takes every message while permissions keep changing', async () => {
    const { channelId, owner, inviteCode } = await world.community(0);
    const joins = (async () => {
      for (let count = 0; count < 20; count += 1) await world.act('JoinCommunity', { inviteCode }, world.person());
    })();
    const { id: messageId } = await world.send(channelId, 'text', owner);
    for (let count = 0; count < 20; count += 1) {
      await world.send(channelId, `${count}`, owner);
      await world.act('EditMessage', { messageId, content: `${count}` }, owner);
    }
    await joins;
    const [head] = await world.admin`select last_seq::int as last from channel_head where channel_id = ${toUuid('channel', channelId)}`;
    expect(head?.['last']).toBe(41);
  });

  it('takes nothing from a member that starts after they have left', async () => {
    const { channelId, communityId, owner, member } = await world.community();
    const sends = Array.from({ length: 30 }, (_, n) =>
      world.run('SendMessage', { input: { channelId, nonce: `${n}`, content: 'a' } }, member),
    );
    await world.act('LeaveCommunity', { communityId }, member);
    const after = await world.refusal('SendMessage', { channelId, nonce: 'late', content: 'a' }, member);
    const refused = (await Promise.all(sends)).filter(({ message }) => message === null);
    expect(after).toEqual(['NOT_FOUND channelId']);
    expect(refused.every(({ userErrors }) => userErrors[0].code === 'NOT_FOUND')).toBe(true);
    const events = await world.run('ChannelHistory', { id: channelId, last: 100 }, owner);
    expect(events.messages.edges).toHaveLength(30 - refused.length);
  });

  it('takes messages while the bus is away', async () => {
    const bus = inProcessEventBus();
    const broken = world.start({
      ...bus,
      publish() {
        throw new Error('the bus is away');
      },
    });
    const { channelId, owner } = await world.community(0);
    const sent = await world.act('SendMessage', { channelId, nonce: 'n', content: 'a' }, owner, broken);
    expect(sent.message.seq).toBe(1);
  });
});

describe('Message', () => {
  it('leads to what it answers, to that in turn, and to its channel', async () => {
    const { channelId, owner } = await world.community(0);
    const first = await world.send(channelId, 'one', owner);
    const second = await world.send(channelId, 'two', owner, { replyToId: first.id });
    const third = await world.send(channelId, 'three', owner, { replyToId: second.id });
    const document = 'query ($id: ID!) { message(id: $id) { channel { id } replyTo { content replyTo { content replyTo { content } } } } }';
    const { data } = await world.ask(document, { id: third.id }, owner);
    expect(data?.['message']).toEqual({
      channel: { id: channelId },
      replyTo: { content: 'two', replyTo: { content: 'one', replyTo: null } },
    });
  });
});

describe('quotas', () => {
  it('are kept for joined communities, invites and content', async () => {
    await using small = await chatWorld({
      limits: { communitiesJoined: 1, invitesPerCommunity: 1, contentLength: 40, mentions: 0, distinctReactions: 0 },
    });
    const { communityId, channelId, owner, member } = await small.community();
    expect(await small.refusal('CreateInvite', { communityId }, owner)).toEqual(['LIMIT_REACHED communityId']);
    expect(await small.refusal('CreateCommunity', { name: 'x', slug: 'second' }, member)).toEqual(['LIMIT_REACHED']);
    const other = await small.community(0);
    expect(await small.refusal('JoinCommunity', { inviteCode: other.inviteCode }, member)).toEqual(['LIMIT_REACHED']);
    const { id: messageId } = await small.send(channelId, 'abc', member);
    expect(await small.refusal('EditMessage', { messageId, content: 'x'.repeat(41) }, member)).toEqual(['INVALID content']);
    expect(await small.refusal('EditMessage', { messageId, content: `<@${owner.userId}>` }, member)).toEqual(['LIMIT_REACHED content']);
    expect(await small.refusal('AddReaction', { messageId, emoji: '🔥' }, member)).toEqual(['LIMIT_REACHED emoji']);
  });
});
