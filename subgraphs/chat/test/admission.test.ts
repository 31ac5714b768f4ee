import { serviceCaller } from '@veza/auth';
import { waitUntil } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askChat, followChat } from './ask-chat.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { management, type ManagementTools } from './management.ts';

const gateway = serviceCaller('gateway');
const ADMISSIONS = `query ($channelId: ID!, $userIds: [ID!]!) {
  channelAdmissions(channelId: $channelId, userIds: $userIds) { userId isAdmitted readsHistory accessEpoch reason } }`;
const MARKED = `subscription ($channelId: ID!, $after: String) {
  channelEvents(channelId: $channelId, after: $after) { __typename cursor seq accessEpoch ... on MessageSent { message { content } } } }`;

let world: ChatWorld;
let tools: ManagementTools;
beforeAll(async () => {
  world = await chatWorld();
  tools = management(world);
});
afterAll(() => world[Symbol.asyncDispose]());

interface MarkedEvent {
  readonly __typename: string;
  readonly cursor: string;
  readonly seq: number;
  readonly accessEpoch: string;
  readonly message?: { readonly content: string };
}

/** Follows a channel as the gateway does for everybody together. */
function followForAll(channelId: string, after?: string) {
  const controller = new AbortController();
  const events: MarkedEvent[] = [];
  const reading = (async () => {
    const variables = { channelId, after: after ?? null };
    for await (const { data, errors } of followChat(world.chat, { document: MARKED, variables, caller: gateway }, controller.signal)) {
      if (errors) throw new Error(JSON.stringify(errors));
      events.push((data as unknown as { channelEvents: MarkedEvent }).channelEvents);
    }
  })();
  return {
    events,
    take: (count: number) => waitUntil(() => events.length >= count),
    async leave() {
      controller.abort();
      await reading;
    },
  };
}

const admissions = async (channelId: string, ...userIds: string[]) =>
  (await world.run(ADMISSIONS, { channelId, userIds }, gateway)) as readonly {
    readonly userId: string;
    readonly isAdmitted: boolean;
    readonly readsHistory: boolean;
    readonly accessEpoch: string;
    readonly reason: string | null;
  }[];

describe('channelAdmissions', () => {
  it('says of each person whether they may follow, and why not', async () => {
    const { communityId, channelId, owner, people } = await world.community(5);
    const [reader, blind, kicked, banned, left] = people as [typeof owner, typeof owner, typeof owner, typeof owner, typeof owner];
    const deny = (userId: string, permission: string) =>
      world.act('SetChannelOverwrite', { channelId, userId, allow: [], deny: [permission] }, owner);
    await deny(reader.userId, 'READ_HISTORY');
    await deny(blind.userId, 'VIEW_CHANNEL');
    await world.act('KickMember', { communityId, userId: kicked.userId }, owner);
    await world.act('BanMember', { communityId, userId: banned.userId }, owner);
    await world.act('LeaveCommunity', { communityId }, left);
    const stranger = world.person();
    const answer = await admissions(channelId, ...[owner, reader, blind, kicked, banned, left, stranger].map(({ userId }) => userId));
    expect(answer.map(({ isAdmitted, readsHistory, reason }) => [isAdmitted, readsHistory, reason])).toEqual([
      [true, true, null],
      [true, false, null],
      [false, false, 'PERMISSION_CHANGED'],
      [false, false, 'KICKED'],
      [false, false, 'BANNED'],
      [false, false, 'LEFT'],
      [false, false, 'LEFT'],
    ]);
    expect(new Set(answer.slice(0, 3).map(({ accessEpoch }) => accessEpoch)).size).toBe(1);
    await tools.act('DeleteChannel', { channelId }, owner);
    expect(await admissions(channelId, owner.userId, left.userId)).toMatchObject([{ reason: 'CHANNEL_DELETED' }, { reason: 'LEFT' }]);
    await tools.act('DeleteCommunity', { communityId }, owner);
    expect(await admissions(channelId, owner.userId)).toMatchObject([{ isAdmitted: false, reason: 'COMMUNITY_DELETED' }]);
  });

  it('is the platform’s own question', async () => {
    const { channelId, owner } = await world.community(0);
    const variables = { channelId, userIds: [owner.userId] };
    const { errors } = await askChat(world.chat, { document: ADMISSIONS, variables, caller: owner });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const many = await askChat(world.chat, {
      document: ADMISSIONS,
      variables: { channelId, userIds: Array.from({ length: 1001 }, () => owner.userId) },
      caller: gateway,
    });
    expect(many.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(await admissions('channel_nonsense', owner.userId)).toMatchObject([{ isAdmitted: false, accessEpoch: '0' }]);
  });
});

describe('the stream for everybody', () => {
  it('begins with a mark, numbers its events, and marks a change of permissions before what comes after it', async () => {
    const { communityId, channelId, owner, member } = await world.community();
    const stream = followForAll(channelId);
    await stream.take(1);
    await world.send(channelId, 'before', owner);
    await stream.take(2);
    const before = (await admissions(channelId, owner.userId))[0]!.accessEpoch;
    await world.act('KickMember', { communityId, userId: member.userId }, owner);
    await world.send(channelId, 'after', owner);
    await stream.take(4);
    const after = (await admissions(channelId, owner.userId))[0]!.accessEpoch;
    expect(stream.events.map(({ __typename, seq, accessEpoch }) => [__typename, seq, accessEpoch])).toEqual([
      ['FeedMark', 0, before],
      ['MessageSent', 1, before],
      ['FeedMark', 1, after],
      ['MessageSent', 2, after],
    ]);
    expect(Number(after)).toBeGreaterThan(Number(before));
    expect(stream.events[2]?.cursor).toBe(stream.events[1]?.cursor);
    await stream.leave();
  });

  it('marks a change of permissions in silence, and goes on from a cursor', async () => {
    const { channelId, owner, member } = await world.community();
    await world.send(channelId, 'one', owner);
    const first = followForAll(channelId);
    await first.take(1);
    await world.act('SetChannelOverwrite', { channelId, userId: member.userId, allow: [], deny: ['VIEW_CHANNEL'] }, owner);
    await waitUntil(() => world.chat.background.watermark.runOnce());
    await first.take(2);
    await first.leave();
    expect(first.events.map(({ __typename, seq }) => [__typename, seq])).toEqual([
      ['FeedMark', 1],
      ['FeedMark', 1],
    ]);
    await world.send(channelId, 'two', owner);
    const second = followForAll(channelId, first.events[1]?.cursor);
    await second.take(2);
    expect(second.events.map(({ __typename, message }) => [__typename, message?.content])).toEqual([
      ['FeedMark', undefined],
      ['MessageSent', 'two'],
    ]);
    await second.leave();
  });
});
