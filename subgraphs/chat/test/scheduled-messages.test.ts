import type { UserCaller } from '@veza/auth';
import { toUuid } from '@veza/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { threadTools } from './thread-tools.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await chatWorld({ limits: { scheduledMessages: 3 } });
});
afterAll(() => world[Symbol.asyncDispose]());

const FIELDS: Readonly<Record<string, string>> = {
  scheduleMessage: 'scheduledMessage { id content sendAt state failure createdAt channel { id } replyTo { id } } replayed',
  updateScheduledMessage: 'scheduledMessage { id content sendAt state failure }',
  cancelScheduledMessage: 'cancelledScheduledMessageId',
};
const document = (field: string) =>
  `mutation ($input: ${field[0]!.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { ${FIELDS[field]} userErrors { code path } } }`;
const act = (field: string, input: object, caller: UserCaller) => world.act(document(field), input as Record<string, unknown>, caller);
const refusal = (field: string, input: object, caller: UserCaller) =>
  world.refusal(document(field), input as Record<string, unknown>, caller);

const inMs = (ms: number) => new Date(world.clock().getTime() + ms).toISOString();
let nonces = 0;
const schedule = async (channelId: string, caller: UserCaller, more: object = {}) => {
  nonces += 1;
  const given = { channelId, nonce: `n${nonces}`, content: 'good morning', sendAt: inMs(60_000), ...more };
  return (await act('scheduleMessage', given, caller)).scheduledMessage as { readonly id: string };
};

const own = (caller: UserCaller): Promise<readonly { readonly id: string; readonly state: string; readonly failure: string | null }[]> =>
  world
    .run(
      'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Viewer { scheduledMessages { id content state failure } } } }',
      { refs: [{ __typename: 'Viewer', id: caller.userId }] },
      caller,
    )
    .then(([viewer]: readonly [{ scheduledMessages: never }]) => viewer.scheduledMessages);

const texts = async (channelId: string, caller: UserCaller): Promise<readonly string[]> => {
  const { messages } = await world.run('ChannelHistory', { id: channelId, last: 50 }, caller);
  return messages.edges.map(({ node }: { readonly node: { readonly content: string } }) => node.content);
};

const run = (process = world.chat) => process.background.scheduledMessages.runOnce();

describe('a scheduled message', () => {
  it('is sent when its time has come, not before, and is a message then', async () => {
    const { channelId, member, owner } = await world.community();
    const answered = await world.send(channelId, 'when?', owner);
    const { id } = await schedule(channelId, member, { replyToId: answered.id });
    expect(await own(member)).toMatchObject([{ id, content: 'good morning', state: 'PENDING', failure: null }]);
    expect(await own(owner)).toEqual([]);
    world.clock.advance(59_999);
    expect(await run()).toBe(0);
    world.clock.advance(1);
    expect(await run()).toBe(1);
    expect(await texts(channelId, owner)).toEqual(['when?', 'good morning']);
    expect(await own(member)).toEqual([]);
    expect(await refusal('cancelScheduledMessage', { scheduledMessageId: id }, member)).toEqual(['NOT_FOUND scheduledMessageId']);
  });

  it('is the same one under the same nonce, before it is sent and after', async () => {
    const { channelId, member } = await world.community();
    const given = { channelId, nonce: 'once', content: 'a', sendAt: inMs(1000) };
    const first = await act('scheduleMessage', given, member);
    const again = await Promise.all([1, 2, 3].map(() => act('scheduleMessage', { ...given, content: 'b' }, member)));
    expect(first.replayed).toBe(false);
    for (const { replayed, scheduledMessage } of again) expect([replayed, scheduledMessage.id]).toEqual([true, first.scheduledMessage.id]);
    world.clock.advance(1000);
    await run();
    expect((await act('scheduleMessage', given, member)).replayed).toBe(true);
    expect(await texts(channelId, member)).toEqual(['a']);
  });

  it('is sent once, however many processes look and wherever they are killed', async () => {
    const { channelId, member } = await world.community();
    const ids = [await schedule(channelId, member, { content: 'a' }), await schedule(channelId, member, { content: 'b' })].map(
      ({ id }) => id,
    );
    world.clock.advance(60_000);
    const others = [world.start(), world.start()];
    const sent = await Promise.all([run(), ...others.map(run)]);
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(2);

    // Killed after the message was stored and before that was noted.
    const uuid = toUuid('scheduled', ids[0]!);
    await world.admin`update scheduled_message set state = 1, content = 'a', claimed_at = ${world.clock()} where id = ${uuid}`;
    expect(await run(others[0])).toBe(0);
    expect(await refusal('cancelScheduledMessage', { scheduledMessageId: ids[0] }, member)).toEqual([
      'STATE_NOT_ALLOWED scheduledMessageId',
    ]);
    expect(await refusal('updateScheduledMessage', { scheduledMessageId: ids[0], content: 'c' }, member)).toEqual([
      'STATE_NOT_ALLOWED scheduledMessageId',
    ]);
    world.clock.advance(60_000);
    expect(await run(others[0])).toBe(1);
    expect((await texts(channelId, member)).toSorted()).toEqual(['a', 'b']);

    // Killed after it was taken and before it was sent.
    const { id } = await schedule(channelId, member, { content: 'c' });
    world.clock.advance(60_000);
    await world.admin`update scheduled_message set claimed_at = ${world.clock()} where id = ${toUuid('scheduled', id)}`;
    expect(await run()).toBe(0);
    world.clock.advance(60_000);
    expect(await run()).toBe(1);
    expect((await texts(channelId, member)).toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('is sent with the rights of its time, and says why when it is not', async () => {
    const { communityId, channelId, member, owner } = await world.community();
    const { id } = await schedule(channelId, member);
    const until = inMs(120_000);
    await world.act('TimeOutMember', { communityId, userId: member.userId, until }, owner);
    world.clock.advance(60_000);
    expect(await run()).toBe(0);
    expect(await own(member)).toMatchObject([{ id, state: 'FAILED', failure: 'TIMED_OUT' }]);
    world.clock.advance(60_001);
    const past = { scheduledMessageId: id, content: 'sorry' };
    expect(await refusal('updateScheduledMessage', past, member)).toEqual(['INVALID sendAt']);
    const { scheduledMessage } = await act('updateScheduledMessage', { ...past, sendAt: inMs(1000) }, member);
    expect(scheduledMessage).toMatchObject({ state: 'PENDING', failure: null });
    world.clock.advance(1000);
    expect(await run()).toBe(1);
    expect(await texts(channelId, owner)).toEqual(['sorry']);
  });

  it('fails for whoever was removed meanwhile, in a channel that is gone, and in a locked thread', async () => {
    const { communityId, channelId, people, owner } = await world.community(3);
    const [kicked, member, other] = people as [UserCaller, UserCaller, UserCaller];
    const { channel } = await world.act('CreateChannel', { communityId, name: 'short', kind: 'TEXT' }, owner);
    const { thread } = await world.act('CreateThread', { channelId, name: 't' }, owner);
    await schedule(channelId, kicked);
    await schedule(channel.id, member);
    await schedule(thread.id, other);
    await world.act('KickMember', { communityId, userId: kicked.userId }, owner);
    await world.act(
      'mutation ($input: DeleteChannelInput!) { deleteChannel(input: $input) { userErrors { code } } }',
      { channelId: channel.id },
      owner,
    );
    await threadTools(world).act('updateThread', { threadId: thread.id, isLocked: true }, owner);
    world.clock.advance(60_000);
    expect(await run()).toBe(0);
    expect(await own(kicked)).toMatchObject([{ failure: 'NOT_FOUND' }]);
    expect(await own(member)).toMatchObject([{ failure: 'NOT_FOUND' }]);
    expect(await own(other)).toMatchObject([{ failure: 'CHANNEL_LOCKED' }]);
  });

  it('waits for slow mode', async () => {
    const { channelId, member } = await world.community(1, 'TEXT', { slowModeSeconds: 3600 });
    await world.send(channelId, 'now', member);
    await schedule(channelId, member, { sendAt: inMs(1) });
    world.clock.advance(1);
    expect(await run()).toBe(0);
    expect(await own(member)).toMatchObject([{ state: 'PENDING' }]);
    world.clock.advance(3_600_000);
    expect(await run()).toBe(0);
    expect(await own(member)).toMatchObject([{ state: 'FAILED', failure: 'SLOW_MODE' }]);
  });

  it('can be taken back by its author only', async () => {
    const { channelId, member, owner } = await world.community();
    const { id } = await schedule(channelId, member);
    const about = { scheduledMessageId: id };
    expect(await refusal('cancelScheduledMessage', about, owner)).toEqual(['NOT_FOUND scheduledMessageId']);
    expect(await refusal('updateScheduledMessage', { ...about, content: 'x' }, owner)).toEqual(['NOT_FOUND scheduledMessageId']);
    expect(await act('cancelScheduledMessage', about, member)).toMatchObject({ cancelledScheduledMessageId: id });
    world.clock.advance(60_000);
    expect(await run()).toBe(0);
    expect(await texts(channelId, owner)).toEqual([]);
  });

  it('is refused where it could not be sent now, too early, too late, too long and too often', async () => {
    const { communityId, channelId, member, owner } = await world.community();
    const { channel: category } = await world.act('CreateChannel', { communityId, name: 'c', kind: 'CATEGORY' }, owner);
    const { channel: news } = await world.act('CreateChannel', { communityId, name: 'n', kind: 'ANNOUNCEMENT' }, owner);
    const ask = (more: object, caller = member) =>
      refusal('scheduleMessage', { channelId, nonce: 'r', content: 'x', sendAt: inMs(1000), ...more }, caller);
    expect(await ask({}, world.person())).toEqual(['NOT_FOUND channelId']);
    expect(await ask({ channelId: category.id })).toEqual(['INVALID channelId']);
    expect(await ask({ channelId: news.id })).toEqual(['NOT_PERMITTED channelId']);
    expect(await ask({ sendAt: inMs(0) })).toEqual(['INVALID sendAt']);
    expect(await ask({ sendAt: inMs(30 * 86_400_000 + 1) })).toEqual(['INVALID sendAt']);
    expect(await ask({ content: ' ' })).toEqual(['INVALID content']);
    expect(await ask({ content: 'x'.repeat(4001) })).toEqual(['INVALID content']);
    expect(await ask({ nonce: '' })).toEqual(['INVALID nonce']);
    for (let count = 0; count < 3; count += 1) await schedule(channelId, member);
    expect(await ask({ nonce: 'many' })).toEqual(['LIMIT_REACHED channelId']);
  });
});
