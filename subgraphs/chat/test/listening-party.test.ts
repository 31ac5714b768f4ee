import { toUuid } from '@veza/kernel';
import type { EventEnvelope } from '@veza/messaging';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followChannel } from './channel-stream.ts';
import { type ChatWorld, chatWorld } from './chat-world.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await chatWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const sync = (channelId: string, trackId: string, more: object = {}) => ({
  channelId,
  trackId,
  positionMs: 1000,
  isPlaying: true,
  ...more,
});

describe('syncPlayback', () => {
  it('makes the first driver the host, whom others cannot push aside', async () => {
    const { channelId, owner, people } = await world.community(2, 'LISTENING_PARTY');
    const [host, guest] = people as [(typeof people)[number], (typeof people)[number]];
    const trackId = world.newTrack();
    const { playback } = await world.act('SyncPlayback', sync(channelId, trackId), host);
    expect(playback).toEqual({ isPlaying: true, positionMs: 1000, asOf: world.clock().toISOString() });
    expect(await world.refusal('SyncPlayback', sync(channelId, trackId), guest)).toEqual(['NOT_PERMITTED channelId']);
    await world.act('SyncPlayback', sync(channelId, trackId, { isPlaying: false }), owner);
    const channel = await world.run(
      'query ($id: ID!) { channel(id: $id) { playback { isPlaying host { id } track { id } } } }',
      { id: channelId },
      guest,
    );
    expect(channel.playback).toEqual({ isPlaying: false, host: { id: host.userId }, track: { id: trackId } });
  });

  it('passes to the next driver when the host has left the community', async () => {
    const { channelId, communityId, people } = await world.community(2, 'LISTENING_PARTY');
    const [host, guest] = people as [(typeof people)[number], (typeof people)[number]];
    const trackId = world.newTrack();
    await world.act('SyncPlayback', sync(channelId, trackId), host);
    await world.act('LeaveCommunity', { communityId }, host);
    await world.act('SyncPlayback', sync(channelId, trackId), guest);
    const channel = await world.run('query ($id: ID!) { channel(id: $id) { playback { host { id } } } }', { id: channelId }, guest);
    expect(channel.playback.host.id).toBe(guest.userId);
  });

  it('tells a late joiner the place from the channel, and from its log alone, within 100 ms of the server’s time', async () => {
    const { channelId, owner, inviteCode } = await world.community(0, 'LISTENING_PARTY');
    const { eventCursor } = await world.run('ChannelHistory', { id: channelId, last: 1 }, owner);
    await world.act('SyncPlayback', sync(channelId, world.newTrack(), { positionMs: 20_000 }), owner);
    world.clock.advance(7_345);
    const late = world.person();
    await world.act('JoinCommunity', { inviteCode }, late);
    const elsewhere = world.start();
    const { playback } = await world.run('ChannelHistory', { id: channelId, last: 1 }, late, elsewhere);
    const stream = followChannel(elsewhere, channelId, late, eventCursor);
    const [event] = (await stream.take(1)) as unknown as readonly { readonly playback: typeof playback }[];
    await stream.leave();
    const placeNow = (known: typeof playback) => known.positionMs + world.clock().getTime() - Date.parse(known.asOf);
    for (const known of [playback, event!.playback]) expect(Math.abs(placeNow(known) - 27_345)).toBeLessThanOrEqual(100);
  });

  it('belongs to listening parties, and to places within a track that everybody can hear', async () => {
    const { channelId, owner } = await world.community(0, 'LISTENING_PARTY');
    const talk = await world.community(0);
    expect(await world.refusal('SyncPlayback', sync(talk.channelId, world.newTrack()), talk.owner)).toEqual(['INVALID channelId']);
    expect(await world.refusal('SyncPlayback', sync(channelId, world.newTrack(), { positionMs: -1 }), owner)).toEqual([
      'INVALID positionMs',
    ]);
    const unplayable = [
      world.newTrack({ visibility: 'PRIVATE' }),
      world.newTrack({ state: 'TRANSCODING' }),
      world.newTrack({ durationMs: 999 }),
      world.newId('track'),
      'nonsense',
    ];
    for (const trackId of unplayable)
      expect(await world.refusal('SyncPlayback', sync(channelId, trackId), owner)).toEqual(['TRACK_NOT_PLAYABLE trackId']);
    await world.act('SyncPlayback', sync(channelId, world.newTrack({ durationMs: 1000 })), owner);
  });

  it('may be repeated five times a second in one channel', async () => {
    await using slow = await chatWorld({ rates: { playbackSync: { capacity: 5, refillPerSecond: 5 } } });
    const { channelId, owner } = await slow.community(0, 'LISTENING_PARTY');
    const input = sync(channelId, slow.newTrack());
    for (let count = 0; count < 5; count += 1) await slow.act('SyncPlayback', input, owner);
    expect((await slow.ask('SyncPlayback', { input }, owner)).errors?.[0]?.extensions['code']).toBe('RATE_LIMITED');
  });
});

describe('a track moment', () => {
  it('stands in a message without text', async () => {
    const { channelId, member } = await world.community();
    const trackId = world.newTrack({ visibility: 'UNLISTED', durationMs: 5000 });
    const { message } = await world.act('SendMessage', { channelId, nonce: 'n', trackMoment: { trackId, positionMs: 5000 } }, member);
    expect(message).toMatchObject({ content: '', trackMoment: { positionMs: 5000, track: { id: trackId } } });
    expect(await world.refusal('SendMessage', { channelId, nonce: 'm', trackMoment: { trackId, positionMs: 5001 } }, member)).toEqual([
      'TRACK_NOT_PLAYABLE trackMoment',
    ]);
    expect(await world.refusal('SendMessage', { channelId, nonce: 'm', trackMoment: { trackId, positionMs: -1 } }, member)).toEqual([
      'INVALID trackMoment positionMs',
    ]);
  });
});

describe('a tracks subgraph that cannot be asked', () => {
  it('makes unknown tracks unplayable, and nothing else fails', async () => {
    const { channelId, owner } = await world.community(0, 'LISTENING_PARTY');
    const trackId = world.newTrack();
    world.failLookups(true);
    expect(await world.refusal('SyncPlayback', sync(channelId, trackId), owner)).toEqual(['TRACK_NOT_PLAYABLE trackId']);
    world.failLookups(false);
    await world.act('SyncPlayback', sync(channelId, trackId), owner);
  });
});

describe('track cards', () => {
  const changed = (trackId: string, revision: number, data: object): EventEnvelope => ({
    id: randomUUID(),
    topic: 'tracks.track-changed.v1',
    key: trackId,
    revision,
    occurredAt: world.clock().toISOString(),
    data: { trackId, artistId: 'user_x', title: 'x', visibility: 'PUBLIC', isReady: true, durationMs: 60_000, releaseAt: null, ...data },
  });
  const deleted = (trackId: string, revision: number): EventEnvelope => ({
    ...changed(trackId, revision, {}),
    topic: 'tracks.track-deleted.v1',
  });
  const card = async (trackId: string) => {
    const [row] =
      await world.admin`select is_playable, duration_ms, revision::int as revision from track_card where track_id = ${toUuid('track', trackId)}`;
    return row;
  };
  const settle = async () => {
    while ((await world.chat.background.onTrackChanged.runOnce()) > 0);
  };

  it('follow the owner’s events, whatever order they come in, and spare the question', async () => {
    const trackId = world.newId('track');
    await settle();
    await world.eventLog.append([changed(trackId, 2, { durationMs: 61_000 }), changed(trackId, 1, { visibility: 'PRIVATE' })]);
    await settle();
    expect(await card(trackId)).toEqual({ is_playable: true, duration_ms: 61_000, revision: 2 });
    const { channelId, owner } = await world.community(0, 'LISTENING_PARTY');
    await world.act('SyncPlayback', sync(channelId, trackId), owner);
    expect(world.lookups).not.toContain(trackId);

    await world.eventLog.append([deleted(trackId, 3)]);
    await settle();
    expect(await world.refusal('SyncPlayback', sync(channelId, trackId), owner)).toEqual(['TRACK_NOT_PLAYABLE trackId']);
  });

  it('hold a track back until its release', async () => {
    const trackId = world.newId('track');
    await settle();
    await world.eventLog.append([changed(trackId, 1, { releaseAt: new Date(world.clock().getTime() + 1000).toISOString() })]);
    await settle();
    const { channelId, owner } = await world.community(0, 'LISTENING_PARTY');
    expect(await world.refusal('SyncPlayback', sync(channelId, trackId), owner)).toEqual(['TRACK_NOT_PLAYABLE trackId']);
    world.clock.advance(1000);
    await world.act('SyncPlayback', sync(channelId, trackId), owner);
  });

  it('that would refuse are confirmed by the owner, whose event may still be on its way', async () => {
    const trackId = world.newTrack();
    await settle();
    await world.eventLog.append([changed(trackId, 1, { isReady: false, durationMs: null })]);
    await settle();
    const { channelId, owner } = await world.community(0, 'LISTENING_PARTY');
    await world.act('SyncPlayback', sync(channelId, trackId), owner);
    expect(world.lookups).toContain(trackId);
  });
});

describe('chat’s outgoing facts', () => {
  it('reach the event log once, in the order of the channel', async () => {
    const heard: string[] = [];
    const options = {
      durable: 'test__messages',
      topics: ['chat.message-sent.v1'],
      maxInFlight: 1,
      ackWaitMs: 30_000,
      maxDeliver: 5,
      backoffMs: [1000],
    };
    const listen = () => world.eventLog.deliverDue(options, async ({ data }) => void heard.push((data as { messageId: string }).messageId));
    await listen();
    heard.length = 0;
    const { channelId, owner } = await world.community(0);
    const sent: string[] = [];
    for (const content of ['a', 'b', 'c']) sent.push((await world.send(channelId, content, owner)).id);
    while ((await world.chat.background.outboxRelay.runOnce()) > 0);
    while ((await listen()) > 0);
    expect(heard.filter((id) => sent.includes(id))).toEqual(sent);
  });
});
