import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { channelCursors } from '../../domain/event/log-cursor.ts';
import { tombstone } from '../../domain/message/message.ts';
import { DEFAULT_PERMISSIONS, permissionBits } from '../../domain/permissions.ts';
import { encodeHint, hintSubject } from './channel-hint.ts';
import { fakeChannelId, fakeMessage, fakeUserId } from './fakes/fake-message.ts';
import { cursor, feedWorld, seqOf, take } from './fakes/feed-world.ts';

const turns = async (count: number) => {
  for (let passed = 0; passed < count; passed += 1) await nextTurn();
};

describe('followChannel', () => {
  it('starts from now without a cursor', async () => {
    const { send, subscribe } = feedWorld();
    send(1);
    const stream = await subscribe();
    send(2);
    expect((await take(stream, 1)).map(seqOf)).toEqual([2]);
  });

  it('ends at once when the reader leaves a silent channel', async () => {
    const { subscribe } = feedWorld();
    const stream = await subscribe();
    const pending = stream.next();
    await stream.return?.();
    expect((await pending).done).toBe(true);
  });

  it('keeps a feed for 30 seconds after its last subscriber, also one that never read', async () => {
    const { subscribe, feeds, time } = feedWorld();
    const [left, unread] = [await subscribe(), await subscribe()];
    void left.next();
    await left.return?.();
    await unread.return?.();
    time.ms = 29_999;
    await feeds.watermark();
    expect(feeds.size).toBe(1);
    time.ms = 30_000;
    await feeds.watermark();
    expect(feeds.size).toBe(0);
  });

  it('lets go of the feed when the request is aborted, and of one that was refused', async () => {
    const { subscribe, follow, feeds, stop, time } = feedWorld();
    await subscribe();
    stop();
    await follow({ viewerId: fakeUserId, channelId: fakeChannelId, after: 'x', signal: new AbortController().signal });
    time.ms = 30_000;
    await feeds.watermark();
    expect(feeds.size).toBe(0);
  });

  it('looks at a quiet channel in every fourth round only', async () => {
    const { subscribe, feeds, send, time } = feedWorld();
    await subscribe();
    time.ms = 60_001;
    expect([await feeds.watermark(), await feeds.watermark(), await feeds.watermark(), await feeds.watermark()]).toEqual([1, 0, 0, 0]);
    send(1);
    await turns(5);
    expect([await feeds.watermark(), await feeds.watermark()]).toEqual([1, 1]);
  });

  it('finds a lost last hint by the watermark', async () => {
    const { log, subscribe, feeds } = feedWorld();
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
      channelCursors.encode({ id: 'channel_01kan00000e008000000000009', logEpoch: '8f14e45f-ceea-467a-9575-28d6f7a0a1b2', seq: 0 }),
      'CURSOR_INVALID',
    ],
  ])('refuses a cursor that is %s', async (_what, after, code) => {
    const { follow, send } = feedWorld();
    send(1);
    const followed = await follow({ viewerId: fakeUserId, channelId: fakeChannelId, after, signal: new AbortController().signal });
    expect(followed).toEqual({ ok: false, error: { code } });
  });

  it('does not tell by a bad cursor that a hidden channel exists', async () => {
    const { follow, standing } = feedWorld();
    standing.permissions = undefined;
    const followed = await follow({ viewerId: fakeUserId, channelId: fakeChannelId, after: 'x', signal: new AbortController().signal });
    expect(followed).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  it.each([
    ['CURSOR_EXPIRED', cursor(1), { floorSeq: 2 }, DEFAULT_PERMISSIONS],
    ['EPOCH_CHANGED', cursor(3, '00000000-ceea-467a-9575-28d6f7a0a1b2'), {}, DEFAULT_PERMISSIONS],
    ['HISTORY_NOT_READABLE', cursor(2), {}, permissionBits('VIEW_CHANNEL')],
  ] as const)('answers %s with one event that carries the head, then ends', async (reason, after, head, permissions) => {
    const { log, send, subscribe, standing } = feedWorld();
    for (const number of [1, 2, 3]) send(number);
    log.set(head);
    standing.permissions = permissions;
    const events = await take(await subscribe(after), 9);
    expect(events).toEqual([{ kind: 'RESYNC_REQUIRED', cursor: cursor(3), occurredAt: new Date(0), reason }]);
  });

  it('asks for a reload when entries that a stream still needs are no longer kept', async () => {
    const { log, subscribe, feeds } = feedWorld();
    const stream = await subscribe();
    for (let number = 1; number <= 5; number += 1) log.commit('MESSAGE_SENT', fakeMessage(number));
    log.set({ floorSeq: 3 });
    const rest = take(stream, 9);
    await feeds.watermark();
    expect(await rest).toEqual([{ kind: 'RESYNC_REQUIRED', cursor: cursor(5), occurredAt: new Date(0), reason: 'CURSOR_EXPIRED' }]);
  });

  it('asks for a reload when the log is restored under a running stream', async () => {
    const { log, send, subscribe, feeds } = feedWorld();
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
    const { log, send, subscribe, standing } = feedWorld();
    const stream = await subscribe();
    send(1);
    await take(stream, 1);
    standing.permissions = permissions;
    log.set({ accessEpoch: 2 });
    send(2);
    expect(await take(stream, 9)).toEqual([{ kind: 'ACCESS_REVOKED', cursor: cursor(1), occurredAt: new Date(0), reason }]);
  });

  it('goes on after a change of permissions that leaves the viewer in', async () => {
    const { log, send, subscribe } = feedWorld();
    const stream = await subscribe();
    log.set({ accessEpoch: 2 });
    send(1);
    expect((await take(stream, 1)).map(seqOf)).toEqual([1]);
  });

  it('never hands a deleted text to a subscriber that is behind', async () => {
    const { log, bus, subscribe } = feedWorld();
    const stream = await subscribe();
    const message = fakeMessage(1, { content: 'secret' });
    const reply = fakeMessage(2, { replyToId: message.id, replyTo: message });
    for (const sent of [message, reply]) bus.publish(hintSubject(fakeChannelId), encodeHint(log.commit('MESSAGE_SENT', sent)));
    bus.publish(hintSubject(fakeChannelId), encodeHint(log.commit('MESSAGE_DELETED', tombstone(message))));
    await turns(20);
    const events = await take(stream, 3);
    expect(events.map(seqOf)).toEqual([1, 2, 3]);
    expect(JSON.stringify(events)).not.toContain('secret');
  });

  it('never hands out a deleted text from a page of the log that was read before the deletion', async () => {
    const { log, feeds, send, bus, subscribe } = feedWorld();
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
    const { log, send, subscribe } = feedWorld();
    for (let number = 1; number <= 100; number += 1) send(number);
    const streams = await Promise.all(Array.from({ length: 50 }, () => subscribe(cursor(0))));
    await Promise.all(streams.map((stream) => take(stream, 100)));
    expect(log.reads).toBe(1);
  });

  it('reads a page again when the ring has moved past what was known at its start', async () => {
    const { log, feeds, send, subscribe } = feedWorld();
    for (let number = 1; number <= 10; number += 1) send(number);
    const stream = await subscribe(cursor(0));
    const first = stream.next();
    for (let number = 11; number <= 700; number += 1) log.commit('MESSAGE_SENT', fakeMessage(number));
    await feeds.watermark();
    const rest = await take(stream, 699);
    expect([await first, ...rest.map((value) => ({ value }))].map(({ value }) => value && seqOf(value))).toEqual(
      Array.from({ length: 700 }, (_, index) => index + 1),
    );
  });

  it('fails, and lets go of the feed, when the log cannot be read', async () => {
    const { log, follow, feeds, time } = feedWorld();
    const heads = log.heads.bind(log);
    let calls = 0;
    log.heads = (ids) => ((calls += 1) === 3 ? Promise.reject(new Error('away')) : heads(ids));
    await expect(
      follow({ viewerId: fakeUserId, channelId: fakeChannelId, after: undefined, signal: new AbortController().signal }),
    ).rejects.toThrow('away');
    time.ms = 30_000;
    await feeds.watermark();
    expect(feeds.size).toBe(0);
  });
});
