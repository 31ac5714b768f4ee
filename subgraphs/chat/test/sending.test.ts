import { toUuid } from '@veza/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatWorld, chatWorld } from './chat-world.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await chatWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

describe('sendMessage', () => {
  it('answers a repeated nonce with the first message, whatever else differs', async () => {
    const { channelId, member } = await world.community();
    const first = await world.act('SendMessage', { channelId, nonce: 'n', content: 'one' }, member);
    const again = await world.act('SendMessage', { channelId, nonce: 'n', content: '', replyToId: 'message_x' }, member);
    expect(first).toMatchObject({
      replayed: false,
      message: { content: 'one', seq: 1, author: { id: member.userId }, attachments: [], thread: null },
    });
    expect(again).toEqual({ ...first, replayed: true });
  });

  it('answers the tombstone for the nonce of a deleted message', async () => {
    const { channelId, member } = await world.community();
    const { message } = await world.act('SendMessage', { channelId, nonce: 'n', content: 'gone' }, member);
    await world.act('DeleteMessage', { messageId: message.id }, member);
    const again = await world.act('SendMessage', { channelId, nonce: 'n', content: 'gone' }, member);
    expect(again).toMatchObject({ replayed: true, message: { id: message.id, content: '', isDeleted: true } });
  });

  it('tells nonces of different people and channels apart', async () => {
    const { channelId, communityId, owner, member } = await world.community();
    const { channel } = await world.act('CreateChannel', { communityId, name: 'other', kind: 'TEXT' }, owner);
    const sent = [
      await world.act('SendMessage', { channelId, nonce: 'n', content: 'a' }, member),
      await world.act('SendMessage', { channelId, nonce: 'n', content: 'b' }, owner),
      await world.act('SendMessage', { channelId: channel.id, nonce: 'n', content: 'c' }, member),
    ];
    expect(sent.map(({ replayed }) => replayed)).toEqual([false, false, false]);
  });

  it('numbers the messages of concurrent writers without a gap, and gives each nonce one id', async () => {
    const { channelId, owner, people } = await world.community(2);
    const writers = [owner, ...people];
    const nonces = Array.from({ length: 300 }, (_, index) => `nonce ${index}`);
    const ids = new Map<string, Set<string>>();
    const write = async (writer: (typeof writers)[number], nonce: string) => {
      const { message } = await world.act('SendMessage', { channelId, nonce, content: nonce }, writer);
      const key = `${writer.userId} ${nonce}`;
      ids.set(key, (ids.get(key) ?? new Set()).add(message.id));
    };
    await Promise.all(
      writers.map(async (writer) => {
        for (const nonce of nonces) await Promise.all([write(writer, nonce), write(writer, nonce)]);
      }),
    );
    expect(ids.size).toBe(900);
    expect([...ids.values()].every(({ size }) => size === 1)).toBe(true);

    const [log] = await world.admin`
      select count(*)::int as events, min(e.seq)::int as first, max(e.seq)::int as last, count(distinct m.msg_no)::int as messages
      from channel_event e join message m on m.id = e.message_id where e.channel_id = ${toUuid('channel', channelId)}`;
    expect(log).toEqual({ events: 900, first: 1, last: 900, messages: 900 });
  }, 60_000);

  it('records one outgoing fact per message, in the order of the channel', async () => {
    const { channelId, member } = await world.community();
    for (const content of ['a', 'b', 'c']) await world.send(channelId, content, member);
    const facts = await world.admin`
      select revision::int as revision, envelope from outbox where topic = 'chat.message-sent.v1' and key = ${channelId} order by id`;
    expect(facts.map(({ revision }) => revision)).toEqual([1, 2, 3]);
    expect(facts[0]?.['envelope']).toMatchObject({
      topic: 'chat.message-sent.v1',
      key: channelId,
      revision: 1,
      actorId: member.userId,
      data: { channelId, authorId: member.userId, seq: 1 },
    });
    expect(JSON.stringify(facts)).not.toContain('content');
  });

  it.each([
    ['an empty text', { content: '  ' }, 'INVALID content'],
    ['a text over 4,000 characters', { content: 'x'.repeat(4001) }, 'INVALID content'],
    ['an empty nonce', { content: 'a', nonce: '' }, 'INVALID nonce'],
    ['a nonce over 64 characters', { content: 'a', nonce: 'n'.repeat(65) }, 'INVALID nonce'],
    ['an answer to nothing', { content: 'a', replyToId: '' }, 'NOT_FOUND replyToId'],
    ['an answer to what is not here', { content: 'a', replyToId: 'message_00000000000000000000000000' }, 'NOT_FOUND replyToId'],
    [
      'more than 100 names',
      { content: Array.from({ length: 101 }, (_, n) => `<@user_${String(n + 1).padStart(26, '0')}>`).join('') },
      'LIMIT_REACHED content',
    ],
  ])('refuses %s', async (_what, input, refusal) => {
    const { channelId, member } = await world.community();
    expect(await world.refusal('SendMessage', { channelId, nonce: 'n', ...input }, member)).toEqual([refusal]);
  });

  it('takes exactly 4,000 characters, counted as people count them', async () => {
    const { channelId, member } = await world.community();
    expect((await world.send(channelId, '🎧'.repeat(4000), member)).content).toHaveLength(8000);
  });

  it('answers a reply only within the channel', async () => {
    const { channelId, communityId, owner } = await world.community();
    const { channel } = await world.act('CreateChannel', { communityId, name: 'other', kind: 'TEXT' }, owner);
    const first = await world.send(channelId, 'question', owner);
    const reply = await world.send(channelId, 'answer', owner, { replyToId: first.id });
    expect(reply.replyTo).toEqual({ id: first.id, content: 'question' });
    expect(await world.refusal('SendMessage', { channelId: channel.id, nonce: 'n', content: 'a', replyToId: first.id }, owner)).toEqual([
      'NOT_FOUND replyToId',
    ]);
  });

  it('holds no messages in a category and only the owner’s in an announcement channel', async () => {
    const category = await world.community(1, 'CATEGORY');
    expect(await world.refusal('SendMessage', { channelId: category.channelId, nonce: 'n', content: 'a' }, category.owner)).toEqual([
      'INVALID channelId',
    ]);
    const announcements = await world.community(1, 'ANNOUNCEMENT');
    await world.send(announcements.channelId, 'news', announcements.owner);
    expect(
      await world.refusal('SendMessage', { channelId: announcements.channelId, nonce: 'n', content: 'a' }, announcements.member),
    ).toEqual(['NOT_PERMITTED channelId']);
  });

  it('names members as mentions, and outsiders as text', async () => {
    const { channelId, owner, member } = await world.community();
    const outsider = world.person();
    const sent = await world.send(channelId, `<@${member.userId}> \`<@${owner.userId}>\` <@${outsider.userId}>`, owner);
    expect(sent.mentions).toEqual([{ id: member.userId }]);
  });

  it('opens the slow-mode gate for one of several parallel sends, and tells how long to wait', async () => {
    const { channelId, member, owner } = await world.community(1, 'TEXT', { slowModeSeconds: 600 });
    const sends = await Promise.all(
      Array.from({ length: 8 }, (_, n) => world.run('SendMessage', { input: { channelId, nonce: `n${n}`, content: 'a' } }, member)),
    );
    expect(sends.filter(({ message }) => message !== null)).toHaveLength(1);
    const refused = sends.find(({ message }) => message === null);
    expect(refused.userErrors[0]).toMatchObject({ code: 'SLOW_MODE', path: ['channelId'], message: expect.stringMatching(/(600|599) s/) });
    const nonce = `n${sends.findIndex(({ message }) => message !== null)}`;
    expect(await world.act('SendMessage', { channelId, nonce, content: 'a' }, member)).toMatchObject({ replayed: true });
    await world.send(channelId, 'the owner passes', owner);
    await world.send(channelId, 'always', owner);
  });
});

describe('the rate of sending', () => {
  it('refuses the field with the time to wait, but never a replay', async () => {
    await using slow = await chatWorld({ rates: { send: { capacity: 2, refillPerSecond: 1 } } });
    const { channelId, member } = await slow.community();
    const send = (nonce: string) => slow.ask('SendMessage', { input: { channelId, nonce, content: 'a' } }, member);
    await send('1');
    await send('2');
    expect((await send('3')).errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: expect.any(Number) });
    expect((await send('1')).data.sendMessage).toMatchObject({ replayed: true });
    slow.clock.advance(1000);
    expect((await send('3')).data.sendMessage).toMatchObject({ replayed: false });
  });
});
