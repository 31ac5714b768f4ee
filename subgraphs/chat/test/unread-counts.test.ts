import type { UserCaller } from '@veza/auth';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { management } from './management.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await chatWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** Whom a message calls: nobody, the reader by name, a role of the reader's, everybody, and by name and role at once. */
const CALLS = ['NOBODY', 'NAME', 'ROLE', 'EVERYONE', 'NAME_AND_ROLE'] as const;
type Call = (typeof CALLS)[number];
type Act =
  | { readonly kind: 'SEND'; readonly place: number; readonly call: Call }
  | { readonly kind: 'SEND_OWN'; readonly place: number }
  | { readonly kind: 'DELETE' | 'READ'; readonly place: number; readonly which: number }
  | { readonly kind: 'HIDE' | 'SHOW'; readonly place: number }
  | { readonly kind: 'CHOOSE'; readonly place: number; readonly level: 'ALL' | 'MENTIONS' | 'NONE'; readonly isMuted: boolean };

const place = fc.nat(1);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('SEND' as const), place, call: fc.constantFrom(...CALLS) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('SEND_OWN' as const), place }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('DELETE' as const, 'READ' as const), place, which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('HIDE' as const, 'SHOW' as const), place }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('CHOOSE' as const),
      place,
      level: fc.constantFrom('ALL' as const, 'MENTIONS' as const, 'NONE' as const),
      isMuted: fc.boolean(),
    }),
  },
);

/** A channel as somebody would keep it who counts by hand. */
interface Kept {
  readonly messages: { readonly id: string; readonly callsReader: boolean; isDeleted: boolean }[];
  /** Messages from the first that were read. */
  read: number;
  isVisible: boolean;
  counts: { readonly unread: boolean; readonly mentions: boolean };
}

const CHOOSE = 'mutation ($input: SetChannelNotificationsInput!) { setChannelNotifications(input: $input) { userErrors { code path } } }';
const COUNTS = 'query ($id: ID!) { community(id: $id) { unreadCount mentionCount channels { id unreadCount mentionCount } } }';

async function setUp() {
  const { communityId, channelId, owner, member } = await world.community();
  const { channel } = await world.act('CreateChannel', { communityId, name: 'more', kind: 'TEXT' }, owner);
  const roleId = await management(world).giveRole(communityId, owner, member, []);
  return { communityId, channelIds: [channelId, channel.id as string], owner, member, roleId };
}

function textOf(call: Call, member: UserCaller, roleId: string): string {
  const [name, role] = [`<@${member.userId}>`, `<@&${roleId}>`];
  return { NOBODY: 'hello', NAME: name, ROLE: role, EVERYONE: '@everyone', NAME_AND_ROLE: `${name} ${role}` }[call];
}

describe('counters', () => {
  it('are those that one would count by hand, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 14 }), async (acts) => {
        const { communityId, channelIds, owner, member, roleId } = await setUp();
        const kept: Kept[] = channelIds.map(() => ({ messages: [], read: 0, isVisible: true, counts: { unread: true, mentions: true } }));
        const send = async (at: number, text: string, by: UserCaller, callsReader: boolean) => {
          const { id } = await world.send(channelIds[at]!, text, by);
          kept[at]!.messages.push({ id, callsReader, isDeleted: false });
        };
        const perform: { readonly [Kind in Act['kind']]: (step: Extract<Act, { readonly kind: Kind }>, channel: Kept) => Promise<void> } = {
          SEND: ({ place: at, call }, { isVisible }) => {
            const callsReader = call === 'NAME' ? isVisible : call !== 'NOBODY';
            return send(at, textOf(call, member, roleId), owner, callsReader);
          },
          SEND_OWN: async ({ place: at }, channel) => {
            if (!channel.isVisible) return;
            await send(at, 'mine', member, false);
            channel.read = channel.messages.length;
          },
          DELETE: async ({ which }, { messages }) => {
            const message = messages[which];
            if (!message || message.isDeleted) return;
            await world.act('DeleteMessage', { messageId: message.id }, owner);
            message.isDeleted = true;
          },
          READ: async ({ place: at, which }, channel) => {
            const through = channel.messages[which];
            if (!through || !channel.isVisible) return;
            await world.act('MarkChannelRead', { channelId: channelIds[at]!, throughMessageId: through.id }, member);
            channel.read = Math.max(channel.read, which + 1);
          },
          HIDE: async ({ place: at }, channel) => {
            const input = { channelId: channelIds[at]!, userId: member.userId, allow: [], deny: ['VIEW_CHANNEL'] };
            await world.act('SetChannelOverwrite', input, owner);
            channel.isVisible = false;
          },
          SHOW: async ({ place: at }, channel) => {
            const input = { channelId: channelIds[at]!, userId: member.userId, allow: ['VIEW_CHANNEL'], deny: [] };
            await world.act('SetChannelOverwrite', input, owner);
            channel.isVisible = true;
          },
          CHOOSE: async ({ place: at, level, isMuted }, channel) => {
            if (!channel.isVisible) return;
            await world.act(CHOOSE, { channelId: channelIds[at]!, level, isMuted }, member);
            channel.counts = { unread: level === 'ALL' && !isMuted, mentions: level !== 'NONE' && !isMuted };
          },
        };
        for (const step of acts) await perform[step.kind](step as never, kept[step.place]!);

        const seen = kept.flatMap((channel, at) => (channel.isVisible ? [{ ...channel, id: channelIds[at]! }] : []));
        const byHand = seen.map(({ id, messages, read, counts }) => {
          const unread = messages.slice(read).filter(({ isDeleted }) => !isDeleted);
          return { id, unreadCount: unread.length, mentionCount: unread.filter(({ callsReader }) => callsReader).length, counts };
        });
        const sum = (of: (channel: (typeof byHand)[number]) => number) => byHand.map(of).reduce((total, count) => total + count, 0);
        expect(await world.run(COUNTS, { id: communityId }, member)).toEqual({
          unreadCount: sum(({ unreadCount, counts }) => (counts.unread ? unreadCount : 0)),
          mentionCount: sum(({ mentionCount, counts }) => (counts.mentions ? mentionCount : 0)),
          channels: byHand.map(({ counts: _counts, ...channel }) => channel),
        });
      }),
      { numRuns: 6 },
    );
  });

  it('of many communities come in one answer', async () => {
    const communities = [];
    const member = world.person();
    for (let count = 0; count < 5; count += 1) {
      const { communityId, channelId, inviteCode, owner } = await world.community(0);
      await world.act('JoinCommunity', { inviteCode }, member);
      await world.send(channelId, `<@${member.userId}>`, owner);
      communities.push(communityId);
    }
    const answer = await world.run(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Community { unreadCount mentionCount } } }',
      { r: communities.map((id) => ({ __typename: 'Community', id })) },
      member,
    );
    expect(answer).toEqual(communities.map(() => ({ unreadCount: 1, mentionCount: 1 })));
  });
});
