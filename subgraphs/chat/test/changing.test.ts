import { toUuid } from '@veza/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatWorld, chatWorld } from './chat-world.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await chatWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const logLength = async (channelId: string): Promise<number> => {
  const [row] = await world.admin`select last_seq::int as length from channel_head where channel_id = ${toUuid('channel', channelId)}`;
  return row?.['length'];
};

describe('editMessage', () => {
  it('changes only the author’s own text, and keeps number and place', async () => {
    const { channelId, owner, member } = await world.community();
    const sent = await world.send(channelId, `old <@${owner.userId}>`, member);
    world.clock.advance(1000);
    const { message } = await world.act('EditMessage', { messageId: sent.id, content: `new <@${member.userId}>` }, member);
    expect(message).toMatchObject({
      id: sent.id,
      seq: sent.seq,
      content: `new <@${member.userId}>`,
      editedAt: world.clock().toISOString(),
      mentions: [{ id: member.userId }],
    });
    expect(await world.refusal('EditMessage', { messageId: sent.id, content: 'mine' }, owner)).toEqual(['NOT_PERMITTED messageId']);
  });

  it('leaves a message as it is when the text is the same', async () => {
    const { channelId, member } = await world.community();
    const sent = await world.send(channelId, 'same', member);
    const { message } = await world.act('EditMessage', { messageId: sent.id, content: 'same' }, member);
    expect(message.editedAt).toBeNull();
    expect(await logLength(channelId)).toBe(1);
  });

  it('refuses an empty text and a deleted message', async () => {
    const { channelId, member } = await world.community();
    const sent = await world.send(channelId, 'text', member);
    expect(await world.refusal('EditMessage', { messageId: sent.id, content: ' ' }, member)).toEqual(['INVALID content']);
    await world.act('DeleteMessage', { messageId: sent.id }, member);
    expect(await world.refusal('EditMessage', { messageId: sent.id, content: 'back' }, member)).toEqual(['NOT_FOUND messageId']);
  });
});

describe('deleteMessage', () => {
  it('leaves a tombstone without content, names, emoji, moment or pin', async () => {
    const { channelId, owner, member } = await world.community();
    const sent = await world.send(channelId, `secret <@${owner.userId}>`, member, {
      trackMoment: { trackId: world.newTrack(), positionMs: 5 },
    });
    const reply = await world.send(channelId, 'answer', owner, { replyToId: sent.id });
    await world.act('AddReaction', { messageId: sent.id, emoji: '🔥' }, owner);
    await world.act('PinMessage', { messageId: sent.id, pinned: true }, owner);
    await world.act('DeleteMessage', { messageId: sent.id }, member);
    const { messages, pinnedMessages } = await world.run('ChannelHistory', { id: channelId, last: 10 }, owner);
    expect(pinnedMessages).toEqual([]);
    expect(messages.edges[0].node).toMatchObject({
      id: sent.id,
      seq: 1,
      content: '',
      isDeleted: true,
      isPinned: false,
      mentions: [],
      reactions: [],
      trackMoment: null,
      author: { id: member.userId },
    });
    expect(messages.edges[1].node).toMatchObject({ id: reply.id, replyTo: { id: sent.id, content: '' } });
    const rows = await world.admin`select count(*)::int as hits from message where content like '%secret%'`;
    expect(rows[0]?.['hits']).toBe(0);
  });

  it('may be done by the author and by who manages messages, and once is enough', async () => {
    const { channelId, owner, people } = await world.community(2);
    const [author, other] = people as [(typeof people)[number], (typeof people)[number]];
    const sent = await world.send(channelId, 'text', author);
    expect(await world.refusal('DeleteMessage', { messageId: sent.id }, other)).toEqual(['NOT_PERMITTED messageId']);
    await world.act('DeleteMessage', { messageId: sent.id }, owner);
    expect(await world.act('DeleteMessage', { messageId: sent.id }, author)).toMatchObject({ deletedMessageId: sent.id });
    expect(await logLength(channelId)).toBe(2);
  });
});

describe('bulkDeleteMessages', () => {
  const BULK = `mutation ($input: BulkDeleteMessagesInput!) { bulkDeleteMessages(input: $input) { deletedMessageIds userErrors { code path message } } }`;

  it('leaves tombstones with an event each, and passes over what is elsewhere or gone', async () => {
    const { channelId, owner, member } = await world.community();
    const foreign = await world.community(0);
    const elsewhere = await world.send(foreign.channelId, 'kept', foreign.owner);
    const sent = [];
    for (const content of ['a', 'b', 'c', 'd']) sent.push((await world.send(channelId, content, member)).id as string);
    await world.act('DeleteMessage', { messageId: sent[0] }, member);
    const messageIds = [...sent.slice(0, 3), elsewhere.id, 'message_nonsense'];
    const { deletedMessageIds } = await world.act(BULK, { channelId, messageIds }, owner);
    expect(deletedMessageIds).toEqual(sent.slice(1, 3));
    expect(await logLength(channelId)).toBe(7);
    const { messages } = await world.run('ChannelHistory', { id: channelId, last: 10 }, member);
    expect(messages.edges.map(({ node }: { node: { isDeleted: boolean } }) => node.isDeleted)).toEqual([true, true, true, false]);
    expect((await world.act(BULK, { channelId, messageIds }, owner)).deletedMessageIds).toEqual([]);
    expect((await world.run('ChannelHistory', { id: foreign.channelId, last: 1 }, foreign.owner)).messages.edges[0].node.content).toBe(
      'kept',
    );
  });

  it('is for who manages messages, and for 2 to 100 of them', async () => {
    const { channelId, owner, member } = await world.community();
    const ids = Array.from({ length: 101 }, () => world.newId('message'));
    expect(await world.refusal(BULK, { channelId, messageIds: ids.slice(0, 2) }, member)).toEqual(['NOT_PERMITTED channelId']);
    expect(await world.refusal(BULK, { channelId, messageIds: ids.slice(0, 2) }, world.person())).toEqual(['NOT_FOUND channelId']);
    for (const messageIds of [ids, ids.slice(0, 1), [ids[0], ids[0]]])
      expect(await world.refusal(BULK, { channelId, messageIds }, owner)).toEqual(['INVALID messageIds']);
    const reason = 'x'.repeat(513);
    expect(await world.refusal(BULK, { channelId, messageIds: ids.slice(0, 2), reason }, owner)).toEqual(['INVALID reason']);
  });
});

describe('reactions', () => {
  it('count people, not attempts, and stand in the order in which they came', async () => {
    const { channelId, owner, member } = await world.community();
    const { id: messageId } = await world.send(channelId, 'text', owner);
    await world.act('AddReaction', { messageId, emoji: '🎧' }, member);
    world.clock.advance(1);
    for (const caller of [owner, owner, member]) await world.act('AddReaction', { messageId, emoji: '🔥' }, caller);
    const seen = await world.act('RemoveReaction', { messageId, emoji: '🔥' }, member);
    expect(seen.message.reactions).toEqual([
      { emoji: '🎧', count: 1, viewerHasReacted: true },
      { emoji: '🔥', count: 1, viewerHasReacted: false },
    ]);
    await world.act('RemoveReaction', { messageId, emoji: '🔥' }, member);
    const last = await world.act('RemoveReaction', { messageId, emoji: '🔥' }, owner);
    expect(last.message.reactions.map(({ emoji }: { emoji: string }) => emoji)).toEqual(['🎧']);
    expect(await logLength(channelId)).toBe(6);
  });

  it('add up when many people react at once', async () => {
    const { channelId, owner, people } = await world.community(10);
    const { id: messageId } = await world.send(channelId, 'text', owner);
    await Promise.all(people.map((person) => world.act('AddReaction', { messageId, emoji: '👍🏽' }, person)));
    const { message } = await world.act('AddReaction', { messageId, emoji: '👍🏽' }, owner);
    expect(message.reactions).toEqual([{ emoji: '👍🏽', count: 11, viewerHasReacted: true }]);
  });

  it('are one emoji each, of at most 20 kinds', async () => {
    const { channelId, member } = await world.community();
    const { id: messageId } = await world.send(channelId, 'text', member);
    for (const emoji of ['a', '', '🔥🔥', '<b>', 'x'.repeat(65)]) {
      expect(await world.refusal('AddReaction', { messageId, emoji }, member)).toEqual(['INVALID emoji']);
      expect(await world.refusal('RemoveReaction', { messageId, emoji }, member)).toEqual(['INVALID emoji']);
    }
    for (let kind = 0; kind < 20; kind += 1)
      await world.act('AddReaction', { messageId, emoji: String.fromCodePoint(0x1f400 + kind) }, member);
    expect(await world.refusal('AddReaction', { messageId, emoji: '🔥' }, member)).toEqual(['LIMIT_REACHED emoji']);
  });
});

describe('pinMessage', () => {
  it('pins and unpins, the same again changes nothing, and members may not', async () => {
    const { channelId, owner, member } = await world.community();
    const { id: messageId } = await world.send(channelId, 'text', member);
    expect(await world.refusal('PinMessage', { messageId, pinned: true }, member)).toEqual(['NOT_PERMITTED messageId']);
    for (const pinned of [true, true]) await world.act('PinMessage', { messageId, pinned }, owner);
    const pinned = await world.run('ChannelHistory', { id: channelId, last: 1 }, member);
    expect(pinned.pinnedMessages).toEqual([{ id: messageId, content: 'text' }]);
    const { message } = await world.act('PinMessage', { messageId, pinned: false }, owner);
    expect(message).toEqual({ id: messageId, isPinned: false });
  });

  it('stops at the limit', async () => {
    await using small = await chatWorld({ limits: { pinnedMessages: 1 } });
    const { channelId, owner } = await small.community(0);
    const [first, second] = [await small.send(channelId, 'a', owner), await small.send(channelId, 'b', owner)];
    await small.act('PinMessage', { messageId: first.id, pinned: true }, owner);
    expect(await small.refusal('PinMessage', { messageId: second.id, pinned: true }, owner)).toEqual(['LIMIT_REACHED messageId']);
  });
});

describe('the rate of changes', () => {
  it('counts edits and reactions together', async () => {
    await using slow = await chatWorld({ rates: { change: { capacity: 2, refillPerSecond: 1 } } });
    const { channelId, member } = await slow.community();
    const { id: messageId } = await slow.send(channelId, 'a', member);
    await slow.act('EditMessage', { messageId, content: 'b' }, member);
    await slow.act('AddReaction', { messageId, emoji: '🔥' }, member);
    const { errors } = await slow.ask('RemoveReaction', { input: { messageId, emoji: '🔥' } }, member);
    expect(errors?.[0]?.extensions['code']).toBe('RATE_LIMITED');
  });
});
