import { toTypeId } from '@veza/kernel';
import { fixedClock } from '@veza/testing';
import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import type { MessageId } from '../../domain/message/message.ts';
import type { BroadcastCall, InboxStateReader, UnreadMove } from '../ports/inbox.ts';
import type { InboxStateQueue } from './inbox-state-queue.ts';
import { inboxStates } from './inbox-states.ts';

const idOf = <Prefix extends string>(prefix: Prefix, number: number) =>
  toTypeId(prefix, `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`);
const [ada, ben] = [1, 2].map((number) => idOf('user', number) as UserId) as [UserId, UserId];
const channel = (number: number) => idOf('channel', number) as ChannelId;

function setUp() {
  const clock = fixedClock();
  const moved: UnreadMove[] = [];
  const called: BroadcastCall[] = [];
  const asked: { readonly users: readonly UserId[]; readonly since: Date }[] = [];
  const reader: InboxStateReader = {
    movedSince: async (users, since) => {
      asked.push({ users, since });
      return moved.filter(({ userId }) => users.includes(userId));
    },
    broadcastsSince: async (users) => called.filter(({ userId }) => users.includes(userId)),
    communityName: async () => undefined,
  };
  return { clock, moved, called, asked, states: inboxStates({ states: reader, clock }) };
}

const move = (userId: UserId, number: number, version: string): UnreadMove => ({ userId, channelId: channel(number), version });
const call = (userId: UserId, number: number, sentAt: Date): BroadcastCall => ({
  userId,
  channelId: channel(1),
  messageId: idOf('message', number) as MessageId,
  cause: 'EVERYONE',
  sentAt,
});
const drained = (queue: InboxStateQueue): readonly string[] => {
  const taken: string[] = [];
  for (let state = queue.take(); state; state = queue.take()) taken.push(state.kind === 'CALL' ? 'call' : state.channelId);
  return taken;
};

describe('inboxStates', () => {
  it('tells nothing of before to whoever begins now, and everything since to whoever resumes', async () => {
    const { clock, moved, called, states } = setUp();
    moved.push(move(ada, 1, '1'));
    called.push(call(ada, 1, clock()));
    const [fresh, resumed] = [await states.open(ada, undefined), await states.open(ada, clock())];
    expect(drained(fresh.queue)).toEqual([]);
    expect(drained(resumed.queue)).toEqual(['call', channel(1)]);
    await states.look();
    expect([...drained(fresh.queue), ...drained(resumed.queue)]).toEqual([]);
  });

  it('keeps of each channel only that it moved, for each follower their own', async () => {
    const { moved, states } = setUp();
    const [one, other] = [await states.open(ada, undefined), await states.open(ben, undefined)];
    for (const version of ['1', '2', '3']) {
      moved.splice(0, Infinity, move(ada, 1, version), move(ada, 2, 'a'));
      await states.look();
    }
    expect(drained(one.queue)).toEqual([channel(1), channel(2)]);
    expect(drained(other.queue)).toEqual([]);
  });

  it('looks back from the follower who is furthest behind, with an overlap, and not for those who left', async () => {
    const { clock, asked, states } = setUp();
    const [one, other] = [await states.open(ada, undefined), await states.open(ben, undefined)];
    const began = clock();
    clock.advance(10_000);
    expect(await states.look()).toBe(2);
    expect(asked.at(-1)).toEqual({ users: [ada, ben], since: new Date(began.getTime() - 5_000) });
    one.release();
    other.release();
    expect([await states.look(), states.size, asked.length]).toEqual([0, 0, 3]);
  });

  it('moves the instant up to which it told only once everything was taken', async () => {
    const { clock, moved, states } = setUp();
    const { queue } = await states.open(ada, undefined);
    const began = clock();
    moved.push(move(ada, 1, '1'));
    clock.advance(1_000);
    await states.look();
    expect(queue.toldAt).toEqual(began);
    drained(queue);
    expect(queue.toldAt).toEqual(clock());
  });

  it('rings once there is something to take', async () => {
    const { moved, states } = setUp();
    const { queue } = await states.open(ada, undefined);
    let rings = 0;
    queue.listen(() => (rings += 1));
    await states.look();
    expect(rings).toBe(0);
    moved.push(move(ada, 1, '1'));
    await states.look();
    expect(rings).toBe(1);
  });
});
