import { toUuid } from '@veza/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followChannel } from './channel-stream.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await chatWorld({ limits: { logDays: 30, logEntries: 4 } });
});
afterAll(() => world[Symbol.asyncDispose]());

const DAY_MS = 86_400_000;

const kept = async (channelId: string) => {
  const rows = await world.admin`
    select array_agg(e.seq::int order by e.seq) filter (where e.seq is not null) as seqs, min(h.floor_seq)::int as floor
    from channel_head h left join channel_event e using (channel_id) where channel_id = ${toUuid('channel', channelId)}`;
  return rows[0];
};
const sweep = async () => {
  while ((await world.chat.background.logRetention.runOnce()) > 0);
};

describe('the retention of a log', () => {
  it('lets go of what is over 30 days old, and asks whoever missed it to reload', async () => {
    const { channelId, owner } = await world.community(0);
    const { eventCursor } = await world.run('ChannelHistory', { id: channelId, last: 1 }, owner);
    for (const content of ['a', 'b']) await world.send(channelId, content, owner);
    const between = (await world.run('ChannelHistory', { id: channelId, last: 1 }, owner)).eventCursor;
    world.clock.advance(20 * DAY_MS);
    await world.send(channelId, 'c', owner);
    world.clock.advance(10 * DAY_MS + 1);
    await sweep();
    expect(await kept(channelId)).toEqual({ seqs: [3], floor: 2 });

    const late = followChannel(world.chat, channelId, owner, eventCursor);
    await late.ended();
    expect(late.events).toMatchObject([{ __typename: 'ResyncRequired', reason: 'CURSOR_EXPIRED' }]);
    const inTime = followChannel(world.chat, channelId, owner, between);
    expect((await inTime.take(1))[0]?.message?.content).toBe('c');
    await inTime.leave();
    const { messages } = await world.run('ChannelHistory', { id: channelId, last: 10 }, owner);
    expect(messages.edges).toHaveLength(3);
  });

  it('keeps no more than the newest entries, and nothing goes twice', async () => {
    const { channelId, owner } = await world.community(0);
    for (let number = 1; number <= 7; number += 1) await world.send(channelId, `${number}`, owner);
    await sweep();
    expect(await kept(channelId)).toEqual({ seqs: [4, 5, 6, 7], floor: 3 });
    await sweep();
    expect(await kept(channelId)).toEqual({ seqs: [4, 5, 6, 7], floor: 3 });
  });

  it('can empty a log, which goes on from its number', async () => {
    const { channelId, owner } = await world.community(0);
    await world.send(channelId, 'old', owner);
    world.clock.advance(31 * DAY_MS);
    await sweep();
    expect(await kept(channelId)).toEqual({ seqs: null, floor: 1 });
    expect((await world.send(channelId, 'new', owner)).seq).toBe(2);
  });
});
