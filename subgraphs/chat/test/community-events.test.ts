import { toUuid } from '@veza/kernel';
import { inProcessEventBus } from '@veza/messaging/in-process';
import { waitUntil } from '@veza/testing';
import type { UserCaller } from '@veza/auth';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { followChat } from './ask-chat.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { management, type ManagementTools } from './management.ts';

const PARTS = `
  id name slug description memberCount owner { id }
  channels { id name kind topic position slowModeSeconds category { id } overwrites { role { id } user { id } allow deny } viewerPermissions }
  roles { id name position color permissions }
  viewerMembership { nickname roles { id } permissions }`;
const MEMBER = `user { id } nickname roles { id } timedOutUntil`;
const SNAPSHOT = `query ($id: ID!) { community(id: $id) { eventCursor ${PARTS} members(first: 100) { nodes { ${MEMBER} } } } }`;
const EVENTS = `subscription ($communityId: ID!, $after: String) { communityEvents(communityId: $communityId, after: $after) {
  __typename cursor
  ... on CommunityChanged { community { ${PARTS} } }
  ... on ChannelsChanged { community { ${PARTS} } }
  ... on RolesChanged { community { ${PARTS} } }
  ... on MemberChanged { userId member { ${MEMBER} } community { ${PARTS} } }
  ... on ResyncRequired { reason }
  ... on AccessRevoked { reason } } }`;

interface Member {
  readonly user: { readonly id: string };
  readonly roles: readonly { readonly id: string }[];
}
interface Snapshot {
  readonly eventCursor: string;
  readonly members: { readonly nodes: readonly Member[] };
}
interface Event {
  readonly __typename: string;
  readonly cursor: string;
  readonly userId?: string;
  readonly member?: Member | null;
  readonly community?: { readonly roles: readonly { readonly id: string }[] };
  readonly reason?: string;
}

let world: ChatWorld;
let tools: ManagementTools;
const streams: { leave(): Promise<void> }[] = [];
beforeAll(async () => {
  world = await chatWorld();
  tools = management(world);
});
afterEach(async () => {
  await Promise.all(streams.splice(0).map((stream) => stream.leave()));
});
afterAll(() => world[Symbol.asyncDispose]());

const snapshot = (id: string, caller: UserCaller): Promise<Snapshot> => world.run(SNAPSHOT, { id }, caller);

function follow(communityId: string, caller: UserCaller, after?: string, process = world.chat) {
  const controller = new AbortController();
  const events: Event[] = [];
  const errors: unknown[] = [];
  let hasEnded = false;
  const reading = (async () => {
    const variables = { communityId, after: after ?? null };
    for await (const answer of followChat(process, { document: EVENTS, variables, caller }, controller.signal)) {
      errors.push(...(answer.errors ?? []).map(({ extensions }) => extensions['code']));
      if (answer.data) events.push((answer.data as unknown as { communityEvents: Event }).communityEvents);
    }
    hasEnded = true;
  })();
  const stream = {
    events,
    errors,
    take: async (count: number) => {
      await waitUntil(() => events.length >= count);
      return events;
    },
    ended: () => waitUntil(() => hasEnded),
    async leave() {
      controller.abort();
      await reading;
    },
  };
  streams.push(stream);
  return stream;
}

/**
 * Shows on a client's copy what an event says: the community's own parts are replaced, a member is put in, changed or taken out, and nobody
 * has a role that is gone.
 */
function applied(copy: Snapshot, { cursor, userId, member, community }: Event): Snapshot {
  const { nodes } = copy.members;
  const known = nodes.some(({ user }) => user.id === userId);
  const changed = member ? (known ? nodes.map((node) => (node.user.id === userId ? member : node)) : [...nodes, member]) : undefined;
  const left = userId === undefined ? nodes : nodes.filter(({ user }) => user.id !== userId);
  const isThere = new Set(community?.roles.map(({ id }) => id));
  const members = (changed ?? left).map((node) => ({ ...node, roles: node.roles.filter(({ id }) => isThere.has(id)) }));
  return { ...copy, ...community, eventCursor: cursor, members: { nodes: members } };
}

const byId = ({ members, ...rest }: Snapshot) => ({
  ...rest,
  members: members.nodes.toSorted((one, other) => (one.user.id < other.user.id ? -1 : 1)),
});

describe('communityEvents', () => {
  it('keeps a copy equal to a fresh answer after every act of management', async () => {
    const { communityId, channelId, owner, people, inviteCode } = await world.community(3);
    const [viewer, other, third] = people as [UserCaller, UserCaller, UserCaller];
    const late = world.person();
    let copy = await snapshot(communityId, viewer);
    const stream = follow(communityId, viewer, copy.eventCursor);
    const until = new Date(world.clock().getTime() + 60_000).toISOString();
    let roleId = '';
    let madeId = '';
    const everyone = communityId.replace('community', 'role');
    const acts: readonly (() => Promise<unknown>)[] = [
      () => tools.act('UpdateCommunity', { communityId, name: 'Day owls', description: 'x' }, owner),
      async () => (madeId = (await world.act('CreateChannel', { communityId, name: 'music', kind: 'CATEGORY' }, owner)).channel.id),
      () => tools.act('UpdateChannel', { channelId, topic: 'loud', slowModeSeconds: 5 }, owner),
      () => tools.act('MoveChannel', { channelId, position: 2, categoryId: madeId }, owner),
      async () => (roleId = (await world.act('CreateRole', { communityId, name: 'r', permissions: ['PIN_MESSAGES'] }, owner)).role.id),
      () => tools.act('UpdateRole', { roleId, color: '#00ff00' }, owner),
      () => world.act('AssignRole', { communityId, userId: viewer.userId, roleId }, owner),
      () => world.act('SetChannelOverwrite', { channelId, roleId: everyone, allow: [], deny: ['VIEW_CHANNEL'] }, owner),
      () => world.act('SetChannelOverwrite', { channelId, roleId, allow: ['VIEW_CHANNEL'], deny: [] }, owner),
      () => tools.act('RemoveChannelOverwrite', { channelId, roleId }, owner),
      () => tools.act('UpdateRole', { roleId: everyone, permissions: ['VIEW_CHANNEL', 'CHANGE_NICKNAME'] }, owner),
      () => tools.act('SetNickname', { communityId, nickname: 'Bee' }, other),
      () => world.act('TimeOutMember', { communityId, userId: other.userId, until }, owner),
      () => tools.act('LiftTimeOut', { communityId, userId: other.userId }, owner),
      () => tools.act('UnassignRole', { communityId, userId: viewer.userId, roleId }, owner),
      () => world.act('JoinCommunity', { inviteCode }, late),
      () => world.act('CreateRole', { communityId, name: 's', permissions: [] }, owner),
      () => tools.act('MoveRole', { roleId, position: 1 }, owner),
      () => tools.act('DeleteRole', { roleId }, owner),
      () => world.act('LeaveCommunity', { communityId }, late),
      () => world.act('KickMember', { communityId, userId: other.userId }, owner),
      () => world.act('BanMember', { communityId, userId: third.userId }, owner),
      () => tools.act('DeleteChannel', { channelId: madeId }, owner),
      () => tools.act('TransferCommunity', { communityId, userId: viewer.userId }, owner),
    ];
    for (const [index, act] of acts.entries()) {
      await act();
      copy = applied(copy, (await stream.take(index + 1))[index]!);
      expect(byId(copy), `after act ${index}`).toEqual(byId(await snapshot(communityId, viewer)));
    }
    expect(stream.errors).toEqual([]);
    expect(stream.events.map(({ __typename }) => __typename.replace('Changed', ''))).toEqual(
      'Community Channels Channels Channels Roles Roles Member Channels Channels Channels Roles Member Member Member Member Member Roles Roles Roles Member Member Member Channels Community'.split(
        ' ',
      ),
    );
  });

  it('goes on from a cursor, also in another process that heard of nothing', async () => {
    const { communityId, owner, member } = await world.community();
    const { eventCursor } = await snapshot(communityId, member);
    for (const name of ['a', 'b']) await tools.act('UpdateCommunity', { communityId, name }, owner);
    const other = world.start({ ...inProcessEventBus(), publish: () => undefined });
    const stream = follow(communityId, member, eventCursor, other);
    expect((await stream.take(2)).map(({ community }) => community)).toMatchObject([{ name: 'b' }, { name: 'b' }]);
    await tools.act('UpdateCommunity', { communityId, name: 'c' }, owner);
    await waitUntil(() => other.background.watermark.runOnce());
    expect((await stream.take(3))[2]).toMatchObject({ __typename: 'CommunityChanged', community: { name: 'c' } });
  });

  it('ends with why the viewer is out, and tells strangers nothing', async () => {
    const reasons: (string | undefined)[] = [];
    for (const end of ['KickMember', 'BanMember', 'LeaveCommunity', 'DeleteCommunity'] as const) {
      const { communityId, owner, member } = await world.community();
      const stream = follow(communityId, member, (await snapshot(communityId, member)).eventCursor);
      await tools.act('UpdateCommunity', { communityId, name: 'x' }, owner);
      await stream.take(1);
      const input = end.endsWith('Member') ? { communityId, userId: member.userId } : { communityId };
      await tools.act(end, input, end === 'LeaveCommunity' ? member : owner);
      await stream.ended();
      expect(stream.events).toHaveLength(2);
      reasons.push(stream.events[1]?.reason);
    }
    expect(reasons).toEqual(['KICKED', 'BANNED', 'LEFT', 'COMMUNITY_DELETED']);
    const { communityId, channelId, owner } = await world.community(0);
    const outside = follow(communityId, world.person());
    await outside.ended();
    const { eventCursor } = await world.run('ChannelHistory', { id: channelId, last: 1 }, owner);
    const wrong = follow(communityId, owner, eventCursor);
    await wrong.ended();
    expect([outside.errors, wrong.errors]).toEqual([['NOT_FOUND'], ['CURSOR_INVALID']]);
  });
});

describe('what is old', () => {
  it('goes from the logs of communities, whose followers are told to reload', async () => {
    await using small = await chatWorld({ limits: { logDays: 1 } });
    const { communityId, owner } = await small.community(0);
    const { eventCursor } = await small.run(SNAPSHOT, { id: communityId }, owner);
    await management(small).act('UpdateCommunity', { communityId, name: 'x' }, owner);
    small.clock.advance(86_400_001);
    expect(await small.chat.background.communityRetention.runOnce()).toBeGreaterThan(0);
    expect(await small.chat.background.communityRetention.runOnce()).toBe(0);
    const answers = followChat(
      small.chat,
      { document: EVENTS, variables: { communityId, after: eventCursor }, caller: owner },
      new AbortController().signal,
    );
    const { value } = (await answers.next()) as { value: { data: { communityEvents: Event } } };
    expect(value.data.communityEvents).toMatchObject({ __typename: 'ResyncRequired', reason: 'CURSOR_EXPIRED' });
    await answers.return(undefined);
  });

  it('goes from the nonces, after which the same one means another message', async () => {
    await using small = await chatWorld({ limits: { nonceDays: 1 } });
    const { channelId, owner } = await small.community(0);
    const first = await small.act('SendMessage', { channelId, nonce: 'n', content: 'a' }, owner);
    small.clock.advance(3_600_000);
    await small.act('SendMessage', { channelId, nonce: 'm', content: 'b' }, owner);
    small.clock.advance(86_400_000 - 1_800_000);
    expect(await small.chat.background.nonceRetention.runOnce()).toBe(1);
    expect(await small.chat.background.nonceRetention.runOnce()).toBe(0);
    const again = await small.act('SendMessage', { channelId, nonce: 'n', content: 'c' }, owner);
    expect([again.replayed, again.message.id === first.message.id]).toEqual([false, false]);
    expect((await small.act('SendMessage', { channelId, nonce: 'm', content: 'd' }, owner)).replayed).toBe(true);
    const rows = await small.admin`select count(nonce)::int as known from message where channel_id = ${toUuid('channel', channelId)}`;
    expect(rows[0]?.['known']).toBe(2);
  });
});
