import { toUuid } from '@veza/kernel';
import type { EventBus } from '@veza/messaging';
import { inProcessEventBus } from '@veza/messaging/in-process';
import { waitUntil } from '@veza/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ChannelStream, followChannel as startFollowing, type StreamedEvent } from './channel-stream.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';

let world: ChatWorld;
const streams: ChannelStream[] = [];
beforeAll(async () => {
  world = await chatWorld();
});
afterEach(async () => {
  await Promise.all(streams.splice(0).map((stream) => stream.leave()));
});
afterAll(() => world[Symbol.asyncDispose]());

const follow: typeof startFollowing = (...given) => {
  const stream = startFollowing(...given);
  streams.push(stream);
  return stream;
};

/** A bus on which nothing is ever heard. */
const deafBus = (): EventBus => ({ ...inProcessEventBus(), publish: () => undefined });

const history = (channelId: string, caller: Parameters<ChatWorld['run']>[2]) =>
  world.run('ChannelHistory', { id: channelId, last: 100 }, caller);

interface Snapshot {
  readonly eventCursor: string;
  readonly playback: unknown;
  readonly messages: { readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> & { readonly id: string } }[] };
}

/** Shows on a client's copy of the channel what an event says, by the rule that clients are told: upsert by id, also where a message is quoted. */
function applied(snapshot: Snapshot, event: StreamedEvent & Readonly<Record<string, unknown>>): Snapshot {
  const nodes = snapshot.messages.edges.map(({ node }) => node);
  const upsert = (id: string, change: object) =>
    nodes.some((node) => node.id === id)
      ? nodes.map((node) => (node.id === id ? { ...node, ...change } : node))
      : [...nodes, { id, ...change }];
  const { message, messageId, playback } = event as { message?: { id: string }; messageId?: string; playback?: unknown };
  const tombstone = { content: '', isDeleted: true, isPinned: false, mentions: [], reactions: [], trackMoment: null };
  const next = message ? upsert(message.id, message) : messageId ? upsert(messageId, tombstone) : nodes;
  const contents = new Map(next.map(({ id, content }) => [id, content]));
  const withPreview = (node: (typeof next)[number]) => {
    const answered = node['replyTo'] as { readonly id: string } | null | undefined;
    return answered ? { ...node, replyTo: { ...answered, content: contents.get(answered.id) } } : node;
  };
  return { ...snapshot, playback: playback ?? snapshot.playback, messages: { edges: next.map((node) => ({ node: withPreview(node) })) } };
}

/** What both a copy kept by events and a fresh answer show; a viewer's own marks are not in shared events. */
const comparable = ({ playback, messages }: Snapshot) => ({
  playback,
  messages: messages.edges.map(
    ({ node }) => JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === 'viewerHasReacted' ? undefined : value))) as unknown,
  ),
});

describe('channelEvents', () => {
  it('keeps a copy equal to a fresh answer after every mutation', async () => {
    const { channelId, owner, member } = await world.community(1, 'LISTENING_PARTY');
    const first = await world.send(channelId, 'first', owner);
    let copy: Snapshot = await history(channelId, member);
    const stream = follow(world.chat, channelId, member, copy.eventCursor);
    const trackId = world.newTrack();
    const mutations: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
      ['SendMessage', { channelId, nonce: '1', content: `<@${member.userId}>`, replyToId: first.id }],
      ['SendMessage', { channelId, nonce: '2', trackMoment: { trackId, positionMs: 1000 } }],
      ['EditMessage', { messageId: first.id, content: 'edited' }],
      ['AddReaction', { messageId: first.id, emoji: '🔥' }],
      ['AddReaction', { messageId: first.id, emoji: '🎧' }],
      ['RemoveReaction', { messageId: first.id, emoji: '🔥' }],
      ['PinMessage', { messageId: first.id, pinned: true }],
      ['SyncPlayback', { channelId, trackId, positionMs: 5, isPlaying: true }],
      ['PinMessage', { messageId: first.id, pinned: false }],
      ['SyncPlayback', { channelId, trackId, positionMs: 9, isPlaying: false }],
    ];
    for (const [index, [name, input]] of mutations.entries()) {
      await world.act(name, input, owner);
      const event = (await stream.take(index + 1))[index];
      copy = applied(copy, event as never);
      expect(comparable(copy), name).toEqual(comparable(await history(channelId, member)));
    }
    await world.act('DeleteMessage', { messageId: copy.messages.edges[2]?.node.id }, owner);
    copy = applied(copy, (await stream.take(11))[10] as never);
    expect(comparable(copy)).toEqual(comparable(await history(channelId, member)));
    expect(stream.events.map((event) => event.__typename)).toEqual([
      'MessageSent',
      'MessageSent',
      'MessageEdited',
      'ReactionsChanged',
      'ReactionsChanged',
      'ReactionsChanged',
      'MessagePinChanged',
      'PlaybackSynced',
      'MessagePinChanged',
      'PlaybackSynced',
      'MessageDeleted',
    ]);
    expect(stream.errors).toEqual([]);
  });

  it('gives every subscriber every message once and in order while many write', async () => {
    const { channelId, owner, people } = await world.community(3);
    const writers = [owner, ...people];
    const start = (await history(channelId, owner)).eventCursor;
    const readers = writers.map((writer) => follow(world.chat, channelId, writer, start));
    await Promise.all(writers.flatMap((writer, who) => Array.from({ length: 25 }, (_, n) => world.send(channelId, `${who}.${n}`, writer))));
    for (const reader of readers) {
      const events = await reader.take(100);
      expect(events.map(({ message }) => message?.seq)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    }
  });

  it('resumes after a restart of chat, from where the cursor was', async () => {
    const { channelId, owner, member } = await world.community();
    const before = follow(world.chat, channelId, member, (await history(channelId, member)).eventCursor);
    await world.send(channelId, 'seen', owner);
    const [seen] = await before.take(1);
    await before.leave();
    for (const content of ['missed', 'missed too']) await world.send(channelId, content, owner);

    const restarted = world.start();
    const after = follow(restarted, channelId, member, seen?.cursor);
    await after.take(2);
    await world.act('SendMessage', { channelId, nonce: 'live', content: 'live' }, owner, restarted);
    expect((await after.take(3)).map(({ message }) => message?.content)).toEqual(['missed', 'missed too', 'live']);
  });

  it('finds what another process wrote without any hint, by the watermark', async () => {
    const { channelId, owner, member } = await world.community();
    const other = world.start(deafBus());
    const stream = follow(other, channelId, member, (await history(channelId, member)).eventCursor);
    await world.send(channelId, 'hello', owner);
    await waitUntil(() => other.background.watermark.runOnce());
    expect((await stream.take(1)).map(({ message }) => message?.content)).toEqual(['hello']);
  });

  it('catches up over more than what is kept in memory, and goes on live', async () => {
    const { channelId, owner, member } = await world.community();
    const start = (await history(channelId, member)).eventCursor;
    const { id: messageId } = await world.send(channelId, 'pinned and unpinned', owner);
    const channel = toUuid('channel', channelId);
    await world.admin.begin(async (sql) => {
      await sql`update channel_head set last_seq = 900 where channel_id = ${channel}`;
      await sql`
        insert into channel_event (channel_id, seq, kind, message_id, actor_id, access_epoch, occurred_at)
        select channel_id, number, 5, message_id, actor_id, access_epoch, occurred_at from channel_event, generate_series(2, 900) number
        where channel_id = ${channel} and seq = 1`;
    });
    const stream = follow(world.chat, channelId, member, start);
    await stream.take(900);
    await world.act('PinMessage', { messageId, pinned: true }, owner);
    const events = await stream.take(901);
    expect(new Set(events.map(({ cursor }) => cursor)).size).toBe(901);
  });

  it('never shows text that was deleted or edited before it is read again', async () => {
    const { channelId, owner, member } = await world.community();
    const start = (await history(channelId, member)).eventCursor;
    const deleted = await world.send(channelId, 'deleted secret', owner);
    const edited = await world.send(channelId, 'edited secret', owner, { replyToId: deleted.id });
    await world.act('EditMessage', { messageId: edited.id, content: 'harmless' }, owner);
    await world.act('DeleteMessage', { messageId: deleted.id }, owner);
    const events = await follow(world.chat, channelId, member, start).take(4);
    expect(JSON.stringify(events)).not.toContain('secret');
    expect(events.map(({ message }) => message?.content)).toEqual(['', 'harmless', 'harmless', undefined]);
  });

  it('ends with AccessRevoked when the viewer leaves, and lets in nobody from outside', async () => {
    const { channelId, communityId, owner, member, inviteCode } = await world.community();
    const { eventCursor } = await history(channelId, owner);
    const [leaving, staying] = [follow(world.chat, channelId, member, eventCursor), follow(world.chat, channelId, owner, eventCursor)];
    await world.send(channelId, 'both hear this', owner);
    await Promise.all([leaving.take(1), staying.take(1)]);
    await world.act('LeaveCommunity', { communityId }, member);
    await world.send(channelId, 'only the owner hears this', owner);
    await leaving.ended();
    expect(leaving.events.at(-1)).toMatchObject({ __typename: 'AccessRevoked', reason: 'LEFT', cursor: leaving.events.at(-2)?.cursor });
    expect(leaving.events).toHaveLength(2);
    await waitUntil(() => staying.events.at(-1)?.message?.content === 'only the owner hears this');

    const outside = follow(world.chat, channelId, member);
    await outside.ended();
    expect(outside).toMatchObject({ events: [], errors: ['NOT_FOUND'] });
    await world.act('JoinCommunity', { inviteCode }, member);
    const back = follow(world.chat, channelId, member, leaving.events.at(-1)?.cursor);
    expect((await back.take(1))[0]?.message?.content).toBe('only the owner hears this');
  });

  it('ends within two seconds also in a silent channel', async () => {
    const { channelId, communityId, owner, member } = await world.community();
    const stop = new AbortController();
    const running = world.chat.background.watermark.run(stop.signal);
    const stream = follow(world.chat, channelId, member, (await history(channelId, member)).eventCursor);
    await world.send(channelId, 'the last word', owner);
    await stream.take(1);
    const leftAt = performance.now();
    await world.act('LeaveCommunity', { communityId }, member);
    await stream.ended();
    expect(performance.now() - leftAt).toBeLessThan(2000);
    expect(stream.events).toMatchObject([{ __typename: 'MessageSent' }, { __typename: 'AccessRevoked', reason: 'LEFT' }]);
    stop.abort();
    await running;
  });

  it('ends when a role no longer lets its members view the channel', async () => {
    const { channelId, communityId, owner, member } = await world.community();
    const stream = follow(world.chat, channelId, member, (await history(channelId, member)).eventCursor);
    await world.send(channelId, 'the last word', owner);
    await stream.take(1);
    await world.admin.begin(async (sql) => {
      await sql`update role set permissions = 8 where id = ${toUuid('community', communityId)}`;
      await sql`update scope set access_epoch = access_epoch + 1 where id = ${toUuid('community', communityId)}`;
    });
    await waitUntil(() => world.chat.background.watermark.runOnce());
    await stream.ended();
    expect(stream.events).toMatchObject([{ __typename: 'MessageSent' }, { __typename: 'AccessRevoked', reason: 'PERMISSION_CHANGED' }]);
  });
});

describe('the cursor of a channel', () => {
  const codes = async (stream: ChannelStream) => {
    await stream.ended();
    return { errors: stream.errors, events: stream.events.map(({ __typename, reason }) => [__typename, reason]) };
  };

  it('is refused when damaged, of another channel, or from the future', async () => {
    const { channelId, owner, communityId } = await world.community();
    const { channel } = await world.act('CreateChannel', { communityId, name: 'other', kind: 'TEXT' }, owner);
    const { eventCursor } = await history(channelId, owner);
    const foreign = (await history(channel.id, owner)).eventCursor;
    for (const cursor of ['', 'x', `${eventCursor}A`, eventCursor.slice(1), foreign])
      expect(await codes(follow(world.chat, channelId, owner, cursor)), cursor).toEqual({ errors: ['CURSOR_INVALID'], events: [] });
    await world.send(channelId, 'a', owner);
    const ahead = (await history(channelId, owner)).eventCursor;
    await world.admin`update channel_head set last_seq = 0 where channel_id = ${toUuid('channel', channelId)}`;
    expect(await codes(follow(world.chat, channelId, owner, ahead))).toEqual({ errors: ['CURSOR_INVALID'], events: [] });
  });

  it('asks for a reload when the log no longer reaches back to it, and hands out the head', async () => {
    const { channelId, owner } = await world.community();
    const { eventCursor } = await history(channelId, owner);
    for (const content of ['a', 'b', 'c']) await world.send(channelId, content, owner);
    await world.admin`update channel_head set floor_seq = 2 where channel_id = ${toUuid('channel', channelId)}`;
    const stream = follow(world.chat, channelId, owner, eventCursor);
    expect(await codes(stream)).toEqual({ errors: [], events: [['ResyncRequired', 'CURSOR_EXPIRED']] });
    expect(stream.events[0]?.cursor).toBe((await history(channelId, owner)).eventCursor);
  });

  it('asks for a reload after a restored log', async () => {
    await using restored = await chatWorld();
    const { channelId, owner } = await restored.community(0);
    const { eventCursor } = await restored.run('ChannelHistory', { id: channelId, last: 1 }, owner);
    await restored.admin`update log_origin set log_epoch = gen_random_uuid()`;
    expect(await codes(follow(restored.chat, channelId, owner, eventCursor))).toEqual({
      errors: [],
      events: [['ResyncRequired', 'EPOCH_CHANGED']],
    });
  });

  it('does not tell strangers whether a channel exists', async () => {
    const { channelId, owner } = await world.community();
    const { eventCursor } = await history(channelId, owner);
    for (const [channel, cursor] of [
      [channelId, eventCursor],
      [channelId, 'x'],
      ['channel_00000000000000000000000000', 'x'],
      ['nonsense', undefined],
    ] as const)
      expect(await codes(follow(world.chat, channel, world.person(), cursor))).toEqual({ errors: ['NOT_FOUND'], events: [] });
  });

  it('does not exist for a category', async () => {
    const { channelId, owner } = await world.community(0, 'CATEGORY');
    expect(await codes(follow(world.chat, channelId, owner))).toEqual({ errors: ['NOT_FOUND'], events: [] });
  });
});
