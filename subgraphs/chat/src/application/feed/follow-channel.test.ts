import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ChannelAccess } from '../../domain/channel-access.ts';
import { encodeEventCursor } from '../../domain/event-cursor.ts';
import { DEFAULT_PERMISSIONS, permissionBits, type PermissionBits } from '../../domain/permissions.ts';
import { tombstone } from '../../domain/message.ts';
import { channelFeeds } from './channel-feeds.ts';
import { encodeHint, hintSubject } from './channel-hint.ts';
import { fakeChannelLog, type FakeChannelLog } from './fakes/fake-channel-log.ts';
import { fakeChannelId, fakeMessage, fakeUserId } from './fakes/fake-message.ts';
import { type BusFaults, lossyEventBus } from './fakes/lossy-event-bus.ts';
import { followChannel } from './follow-channel.ts';
import type { FollowedEvent } from './followed-events.ts';

const silentLog = { debug() {}, info() {}, warn() {}, error() {} };
const clock = () => new Date(0);

/** mulberry32: small, seeded, good enough to choose faults. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function setUp(options: { faults?: BusFaults; log?: FakeChannelLog } = {}) {
  const log = options.log ?? fakeChannelLog(fakeChannelId);
  const bus = lossyEventBus(options.faults ?? { random: () => 1, lost: 0, doubled: 0, delayed: 0 });
  const standing: { permissions: PermissionBits | undefined } = { permissions: DEFAULT_PERMISSIONS };
  const access = {
    async channels() {
      const { permissions } = standing;
      if (permissions === undefined) return new Map();
      const head = (await log.heads([fakeChannelId])).get(fakeChannelId)!;
      const channel = {
        id: fakeChannelId,
        communityId: 'community_x',
        categoryId: null,
        kind: 'TEXT',
        name: 'x',
        topic: null,
        position: 0,
        slowModeSeconds: 0,
      } as const;
      return new Map<typeof fakeChannelId, ChannelAccess>([[fakeChannelId, { channel, accessEpoch: head.accessEpoch, permissions, head }]]);
    },
    communities: async () => new Map(),
  };
  const feeds = channelFeeds({ log, bus, clock, logger: silentLog });
  const follow = followChannel({ access, log, feeds, clock });
  const controllers: AbortController[] = [];
  const subscribe = async (after?: string) => {
    const controller = new AbortController();
    controllers.push(controller);
    const followed = await follow({ viewerId: fakeUserId, channelId: fakeChannelId, after, signal: controller.signal });
    if (!followed.ok) throw new Error(followed.error.code);
    return followed.value;
  };
  const send = (number: number) => {
    const event = log.commit('MESSAGE_SENT', fakeMessage(number));
    bus.publish(hintSubject(fakeChannelId), encodeHint(event));
    return event;
  };
  return { log, bus, feeds, follow, subscribe, send, standing, stop: () => controllers.forEach((controller) => controller.abort()) };
}

const seqOf = (event: FollowedEvent) => ('seq' in event ? event.seq : event.kind);
const cursor = (seq: number, logEpoch = '8f14e45f-ceea-467a-9575-28d6f7a0a1b2') =>
  encodeEventCursor({ channelId: fakeChannelId, logEpoch, seq });

async function take(stream: AsyncIterator<FollowedEvent>, count: number): Promise<FollowedEvent[]> {
  const events: FollowedEvent[] = [];
  while (events.length < count) {
    const { done, value } = await stream.next();
    if (done) break;
    events.push(value);
  }
  return events;
}

/** Writers, an unreliable bus, a watermark, and subscribers that are quick, slow or keep reconnecting. */
async function simulate(seed: number) {
  const random = seededRandom(seed);
  const log = fakeChannelLog(fakeChannelId, () => Math.floor(random() * 4));
  const world = setUp({ log, faults: { random, lost: 0.1, doubled: 0.1, delayed: 0.3 } });
  const total = 400;
  let isRunning = true;

  const write = async () => {
    for (let number = 1; number <= total; number += 1) {
      const event = log.commit('MESSAGE_SENT', fakeMessage(number));
      if (random() > 0.02) world.bus.publish(hintSubject(fakeChannelId), encodeHint(event));
      if (random() < 0.4) await turn();
    }
  };
  const tick = async () => {
    while (isRunning) {
      await world.feeds.watermark();
      for (let turns = 0; turns < 25; turns += 1) await turn();
    }
  };
  const read = async (patience: number, reconnects: number) => {
    const seen: number[] = [];
    let last = cursor(0);
    while (seen.length < total) {
      const stream = await world.subscribe(last);
      const stay = random() < reconnects ? Math.ceil(random() * 60) : total;
      for (const event of await take(stream, Math.min(stay, total - seen.length))) {
        seen.push(seqOf(event) as number);
        last = event.cursor;
        for (let turns = Math.floor(random() * patience); turns > 0; turns -= 1) await turn();
      }
      await stream.return?.();
    }
    return seen;
  };

  const ticking = tick();
  const readers = [read(1, 0), read(1, 0.5), read(6, 0), read(6, 0.8), read(2, 1)];
  await write();
  const received = await Promise.all(readers);
  isRunning = false;
  await ticking;
  world.stop();
  return { received, expected: Array.from({ length: total }, (_, index) => index + 1) };
}

describe('followChannel under an unreliable bus', () => {
  it.each(Array.from({ length: 25 }, (_, index) => 1000 + index))('delivers every entry once and in order (seed %i)', async (seed) => {
    const { received, expected } = await simulate(seed);
    for (const seen of received) expect(seen).toEqual(expected);
  });
});

describe('followChannel', () => {
  it('starts from now without a cursor', async () => {
    const { send, subscribe } = setUp();
    send(1);
    const stream = await subscribe();
    send(2);
    expect((await take(stream, 1)).map(seqOf)).toEqual([2]);
  });

  it('ends at once when the reader leaves a silent channel, and lets go of the feed', async () => {
    const { subscribe, feeds } = setUp();
    const stream = await subscribe();
    const pending = stream.next();
    await stream.return?.();
    expect((await pending).done).toBe(true);
    expect(feeds.size).toBe(1);
  });

  it('finds a lost last hint by the watermark', async () => {
    const { log, subscribe, feeds } = setUp();
    const stream = await subscribe();
    log.commit('MESSAGE_SENT', fakeMessage(1));
    const next = take(stream, 1);
    await feeds.watermark();
    expect((await next).map(seqOf)).toEqual([1]);
  });

  it.each([
    ['damaged', 'x', 'CURSOR_INVALID'],
    ['above the head', cursor(2), 'CURSOR_INVALID'],
    [
      'of another channel',
      encodeEventCursor({ channelId: 'channel_01kan00000e008000000000009', logEpoch: '8f14e45f-ceea-467a-9575-28d6f7a0a1b2', seq: 0 }),
      'CURSOR_INVALID',
    ],
  ])('refuses a cursor that is %s', async (_what, after, code) => {
    const { follow, send } = setUp();
    send(1);
    const followed = await follow({ viewerId: fakeUserId, channelId: fakeChannelId, after, signal: new AbortController().signal });
    expect(followed).toEqual({ ok: false, error: { code } });
  });

  it('does not tell by a bad cursor that a hidden channel exists', async () => {
    const { follow, standing } = setUp();
    standing.permissions = undefined;
    const followed = await follow({ viewerId: fakeUserId, channelId: fakeChannelId, after: 'x', signal: new AbortController().signal });
    expect(followed).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  it.each([
    ['CURSOR_EXPIRED', cursor(1), { floorSeq: 2 }, DEFAULT_PERMISSIONS],
    ['EPOCH_CHANGED', cursor(3, '00000000-ceea-467a-9575-28d6f7a0a1b2'), {}, DEFAULT_PERMISSIONS],
    ['HISTORY_NOT_READABLE', cursor(2), {}, permissionBits('VIEW_CHANNEL')],
  ] as const)('answers %s with one event that carries the head, then ends', async (reason, after, head, permissions) => {
    const { log, send, subscribe, standing } = setUp();
    for (const number of [1, 2, 3]) send(number);
    log.set(head);
    standing.permissions = permissions;
    const events = await take(await subscribe(after), 9);
    expect(events).toEqual([{ kind: 'RESYNC_REQUIRED', cursor: cursor(3), occurredAt: new Date(0), reason }]);
  });

  it('asks for a reload when the log is restored under a running stream', async () => {
    const { log, send, subscribe, feeds } = setUp();
    const stream = await subscribe();
    send(1);
    await take(stream, 1);
    log.set({ logEpoch: '00000000-0000-467a-9575-28d6f7a0a1b2' });
    const rest = take(stream, 9);
    await feeds.watermark();
    expect(await rest).toMatchObject([{ kind: 'RESYNC_REQUIRED', reason: 'EPOCH_CHANGED' }]);
  });

  it.each([
    ['LEFT', undefined],
    ['PERMISSION_CHANGED', permissionBits('SEND_MESSAGES')],
  ] as const)('hands out nothing written after a revocation (%s)', async (reason, permissions) => {
    const { log, send, subscribe, standing } = setUp();
    const stream = await subscribe();
    send(1);
    await take(stream, 1);
    standing.permissions = permissions;
    log.set({ accessEpoch: 2 });
    send(2);
    expect(await take(stream, 9)).toEqual([{ kind: 'ACCESS_REVOKED', cursor: cursor(1), occurredAt: new Date(0), reason }]);
  });

  it('goes on after a change of permissions that leaves the viewer in', async () => {
    const { log, send, subscribe } = setUp();
    const stream = await subscribe();
    log.set({ accessEpoch: 2 });
    send(1);
    expect((await take(stream, 1)).map(seqOf)).toEqual([1]);
  });

  it('never hands a deleted text to a subscriber that is behind', async () => {
    const { log, bus, subscribe } = setUp();
    const stream = await subscribe();
    const message = fakeMessage(1, { content: 'secret' });
    const reply = fakeMessage(2, { replyToId: message.id, replyTo: message });
    for (const sent of [message, reply]) bus.publish(hintSubject(fakeChannelId), encodeHint(log.commit('MESSAGE_SENT', sent)));
    bus.publish(hintSubject(fakeChannelId), encodeHint(log.commit('MESSAGE_DELETED', tombstone(message))));
    for (let turns = 0; turns < 20; turns += 1) await turn();
    const events = await take(stream, 3);
    expect(events.map(seqOf)).toEqual([1, 2, 3]);
    expect(JSON.stringify(events)).not.toContain('secret');
  });

  it('never hands out a deleted text from a page of the log that was read before the deletion', async () => {
    const { log, feeds, send, bus, subscribe } = setUp();
    for (let number = 1; number <= 150; number += 1) send(number);
    const stream = await subscribe(cursor(0));
    expect((await take(stream, 1)).map(seqOf)).toEqual([1]);
    const deleted = log.commit('MESSAGE_DELETED', tombstone(fakeMessage(100)));
    bus.publish(hintSubject(fakeChannelId), encodeHint(deleted));
    await feeds.watermark();
    const rest = await take(stream, 150);
    expect(rest).toHaveLength(150);
    expect(JSON.stringify(rest)).not.toContain('text 100"');
  });

  it('serves many readers of the same place with one read', async () => {
    const { log, send, subscribe } = setUp();
    for (let number = 1; number <= 100; number += 1) send(number);
    const streams = await Promise.all(Array.from({ length: 50 }, () => subscribe(cursor(0))));
    await Promise.all(streams.map((stream) => take(stream, 100)));
    expect(log.reads).toBe(1);
  });
});
