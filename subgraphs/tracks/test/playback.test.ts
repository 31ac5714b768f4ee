import { serviceCaller, type UserCaller } from '@veza/auth';
import { toUuid } from '@veza/kernel';
import { userCaller } from '@veza/testing';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silentTrack } from './operations.ts';
import { playbackRoom } from './playback-room.ts';
import { openTracks, type OpenTracks, somebody } from './tracks-fixture.ts';

describe('playback', () => {
  let tracks: OpenTracks;
  let room: ReturnType<typeof playbackRoom>;
  const time = { nowMs: Date.now() };
  const artist = somebody();
  let [a, b, c]: readonly [string, string, string] = ['', '', ''];
  let ben: UserCaller;
  let phone = '';
  beforeAll(async () => {
    tracks = await openTracks({ isIdle: true, clock: () => new Date(time.nowMs) });
    room = playbackRoom(tracks);
    const song = (title: string) => silentTrack(tracks, artist, { title, durationMs: 60_000 });
    [a, b, c] = await Promise.all([song('a'), song('b'), song('c')]);
  });
  afterAll(() => tracks[Symbol.asyncDispose]());
  beforeEach(async () => {
    ben = somebody();
    phone = (await room.register(ben)).device!.id;
  });

  const now = () => room.playbackOf(ben.userId, ben);
  const tell = (command: Record<string, unknown>) => room.control(ben, phone, command);
  const setVisibility = (id: string, visibility: string) =>
    tracks.database.admin`update track set visibility = ${visibility} where id = ${toUuid('track', id)}`;

  it('is silent before anything is played', async () => {
    expect(await now()).toMatchObject({ revision: 0, isPlaying: false, track: null, activeDevice: null, volume: 100, repeat: 'OFF' });
    expect((await tell({ resume: true })).userErrors).toEqual([{ code: 'NOTHING_TO_PLAY', path: ['resume'] }]);
  });

  it('follows commands, each of which is a revision', async () => {
    await room.enqueue(ben, [b, c]);
    expect((await tell({ play: { trackId: a } })).playback).toMatchObject({
      revision: 2,
      isPlaying: true,
      track: { id: a },
      activeDevice: { id: phone },
    });
    time.nowMs += 10_000;
    expect((await tell({ pause: true })).playback).toMatchObject({ revision: 3, isPlaying: false, positionMs: 10_000 });
    expect((await tell({ seek: { positionMs: 99_000 } })).playback).toMatchObject({ positionMs: 60_000 });
    expect((await tell({ next: true })).playback).toMatchObject({ track: { id: b }, positionMs: 0, queue: { totalCount: 1 } });
    expect((await tell({ previous: true })).playback).toMatchObject({ track: { id: a }, queue: { totalCount: 2 } });
    expect((await tell({ setVolume: 7 })).playback).toMatchObject({ volume: 7 });
    expect((await tell({ setRepeat: 'ALL' })).playback).toMatchObject({ repeat: 'ALL' });
    expect((await tell({ setShuffle: true })).playback).toMatchObject({ shuffle: true });
    const last = (await tell({ resume: true })).playback!;
    expect(last).toMatchObject({ revision: 10, isPlaying: true });
    expect(await now()).toEqual(last);
  });

  it('plays a playlist from one of its items', async () => {
    const { data } = await tracks.execute<{ createPlaylist: { playlist: { id: string; items: { nodes: { id: string }[] } } } }>(
      'mutation ($input: CreatePlaylistInput!) { createPlaylist(input: $input) { playlist { id items { nodes { id } } } } }',
      { input: { title: 'Three', kind: 'PLAYLIST', trackIds: [a, b, c] } },
      ben,
    );
    const { id: playlistId, items } = data!.createPlaylist.playlist;
    const itemId = items.nodes[1]!.id;
    expect((await tell({ play: { playlistId, itemId, positionMs: 1_000 } })).playback).toMatchObject({
      track: { id: b },
      positionMs: 1_000,
      queue: { nodes: [{ track: { id: c } }] },
    });
    expect((await tell({ play: { playlistId } })).playback).toMatchObject({ track: { id: a }, queue: { totalCount: 2 } });
    const wrong = await tell({ play: { playlistId, itemId: phone } });
    expect(wrong.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['play', 'itemId'] }]);
    const eve = somebody();
    const eves = (await room.register(eve)).device!.id;
    expect((await room.control(eve, eves, { play: { playlistId } })).userErrors[0]).toEqual({
      code: 'NOT_FOUND',
      path: ['play', 'playlistId'],
    });
  });

  it('does nothing twice: the same command gets the same answer', async () => {
    const commandId = randomUUID();
    const first = await tell({ commandId, play: { trackId: a } });
    time.nowMs += 1_000;
    await tell({ setVolume: 3 });
    expect(await tell({ commandId, play: { trackId: a } })).toEqual(first);
    const added = await room.enqueue(ben, [b, b], { commandId: 'once' });
    expect(await room.enqueue(ben, [b, b], { commandId: 'once' })).toEqual(added);
    expect(await now()).toMatchObject({ revision: 3, queue: { totalCount: 2 } });
    time.nowMs += 25 * 3_600_000;
    await tracks.subgraph.background.playback.runOnce();
    expect((await room.enqueue(ben, [b], { commandId: 'once' })).playback, 'a day later').toMatchObject({ queue: { totalCount: 3 } });
  });

  it('refuses a command that is based on an older state, and shows the present one', async () => {
    await tell({ play: { trackId: a } });
    const { playback } = await tell({ setVolume: 9, expectedRevision: 1 });
    const refused = await tell({ next: true, expectedRevision: 1 });
    expect(refused).toEqual({ playback, userErrors: [{ code: 'REVISION_CONFLICT', path: ['expectedRevision'] }] });
    expect(await now()).toEqual(playback);
  });

  describe('has a queue', () => {
    it('that takes tracks next or last, and gives them away', async () => {
      await tell({ play: { trackId: a } });
      await room.enqueue(ben, [b]);
      const { playback } = await room.enqueue(ben, [c, c], { position: 'NEXT' });
      expect(playback!.queue.nodes.map(({ track }) => track?.id)).toEqual([c, c, b]);
      const [first, second] = playback!.queue.nodes;
      expect((await room.remove(ben, [second!.id])).playback!.queue.nodes.map(({ id }) => id)).toEqual([
        first!.id,
        playback!.queue.nodes[2]!.id,
      ]);
      expect((await room.remove(ben, [second!.id])).userErrors).toEqual([{ code: 'NOT_FOUND', path: ['entryIds', '0'] }]);
    });

    it('of limited length, with pages', async () => {
      for (let round = 0; round < 10; round += 1)
        await room.enqueue(
          ben,
          Array.from({ length: 100 }, () => b),
        );
      expect(await room.enqueue(ben, [b])).toMatchObject({ playback: null, userErrors: [{ code: 'QUEUE_FULL', path: ['trackIds'] }] });
      expect(await now()).toMatchObject({ revision: 10, queue: { totalCount: 1_000 } });
      for (const trackIds of [[], Array.from({ length: 101 }, () => b)])
        expect((await room.enqueue(ben, trackIds)).userErrors).toEqual([{ code: 'INVALID', path: ['trackIds'] }]);
      const page = async (args: string) => {
        const document = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { playback { queue(${args}) {
          nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } } }`;
        const r = [{ __typename: 'Viewer', id: ben.userId }];
        const { data, errors } = await tracks.execute<{
          _entities: { playback: { queue: { nodes: { id: string }[]; pageInfo: { endCursor: string; startCursor: string } } } }[];
        }>(document, { r }, ben);
        return errors ? errors[0]!.extensions['code'] : data!._entities[0]!.playback.queue;
      };
      const first = (await page('first: 2')) as { nodes: { id: string }[]; pageInfo: { endCursor: string; startCursor: string } };
      const next = (await page(`first: 2, after: "${first.pageInfo.endCursor}"`)) as typeof first;
      expect(next).toMatchObject({ pageInfo: { hasNextPage: true, hasPreviousPage: true } });
      expect(await page(`last: 2, before: "${next.pageInfo.startCursor}"`)).toMatchObject({
        nodes: first.nodes,
        pageInfo: { hasPreviousPage: false },
      });
      await room.remove(ben, [first.nodes[1]!.id]);
      expect(await page(`first: 2, after: "${first.pageInfo.endCursor}"`)).toBe('CURSOR_INVALID');
    });

    it('that passes over what its person can no longer see', async () => {
      const shy = await silentTrack(tracks, artist, { durationMs: 60_000 });
      await tell({ play: { trackId: a } });
      await room.enqueue(ben, [shy, c]);
      await setVisibility(shy, 'PRIVATE');
      expect((await now())!.queue).toMatchObject({ totalCount: 2, nodes: [{ track: null }, { track: { id: c } }] });
      expect((await tell({ next: true })).playback).toMatchObject({ track: { id: c } });
      expect((await tell({ play: { trackId: shy } })).userErrors).toEqual([{ code: 'NOT_FOUND', path: ['play', 'trackId'] }]);
      expect((await room.enqueue(ben, [a, shy])).userErrors).toEqual([{ code: 'NOT_FOUND', path: ['trackIds', '1'] }]);
    });
  });

  describe('moves between devices', () => {
    it('at the same place, to one that is there', async () => {
      const speaker = (await room.register(ben, 'Kitchen', 'SPEAKER')).device!.id;
      await tell({ play: { trackId: a } });
      time.nowMs += 5_000;
      expect((await tell({ transferTo: { deviceId: speaker } })).playback).toMatchObject({
        isPlaying: true,
        positionMs: 5_000,
        activeDevice: { name: 'Kitchen' },
      });
      time.nowMs += 60_000;
      const silent = await room.control(ben, speaker, { transferTo: { deviceId: phone } });
      expect(silent.userErrors).toEqual([{ code: 'DEVICE_OFFLINE', path: ['transferTo', 'deviceId'] }]);
      const others = (await room.register(somebody())).device!.id;
      expect((await tell({ transferTo: { deviceId: others } })).userErrors).toEqual([
        { code: 'NOT_FOUND', path: ['transferTo', 'deviceId'] },
      ]);
      expect((await room.control(ben, others, { pause: true })).userErrors).toEqual([{ code: 'NOT_FOUND', path: ['deviceId'] }]);
    });

    it('that are the same for the same sign-in, name and kind, and at most fifty', async () => {
      expect((await room.register(ben)).device!.id).toBe(phone);
      const elsewhere = userCaller(ben.userId, { sessionId: somebody().sessionId });
      expect((await room.register(elsewhere)).device!.id).not.toBe(phone);
      expect((await room.register(ben, ' ')).userErrors).toEqual([{ code: 'INVALID', path: ['name'] }]);
      await tell({ play: { trackId: a } });
      time.nowMs += 1_000;
      for (let place = 0; place < 51; place += 1) await room.register(ben, `Number ${place}`, 'WEB');
      const [row] = await tracks.database
        .admin`select count(*)::int as count from playback_device where user_id = ${toUuid('user', ben.userId)}`;
      expect(row).toEqual({ count: 50 });
      expect((await now())!.activeDevice, 'the one that sounds stays').toMatchObject({ id: phone });
    });

    it('and pauses when its device signs out', async () => {
      await tell({ play: { trackId: a } });
      time.nowMs += 5_000;
      const { sessionId, userId } = ben;
      tracks.eventLog.due.push({
        id: toUuid('session', sessionId),
        topic: 'users.session-ended.v1',
        key: sessionId,
        revision: 1,
        occurredAt: new Date(time.nowMs).toISOString(),
        data: { sessionId, userId, reason: 'SIGN_OUT' },
      });
      await tracks.subgraph.background.onSessionEnded.runOnce();
      expect(await now()).toMatchObject({ revision: 2, isPlaying: false, positionMs: 5_000, activeDevice: null });
      expect((await tell({ resume: true })).userErrors).toEqual([{ code: 'NOT_FOUND', path: ['deviceId'] }]);
    });

    it('and pauses when its device falls silent', async () => {
      await tell({ play: { trackId: a } });
      time.nowMs += 46_000;
      await tracks.subgraph.background.playback.runOnce();
      expect(await now()).toMatchObject({ revision: 2, isPlaying: false, positionMs: 15_000, activeDevice: null });
    });
  });

  it('takes the place from the device that sounds, and from no other', async () => {
    const REPORT =
      'mutation ($input: ReportPlaybackInput!) { reportPlayback(input: $input) { playback { revision positionMs } userErrors { code } } }';
    const report = async (deviceId: string, positionMs: number) =>
      (
        await tracks.execute<{ reportPlayback: { playback: unknown } }>(
          REPORT,
          { input: { deviceId, trackId: a, positionMs, playedMs: 0 } },
          ben,
        )
      ).data!.reportPlayback.playback;
    const other = (await room.register(ben, 'Other')).device!.id;
    await tell({ play: { trackId: a } });
    time.nowMs += 10_000;
    expect(await report(phone, 9_500), 'within a second').toEqual({ revision: 1, positionMs: 0 });
    expect(await report(other, 30_000)).toEqual({ revision: 1, positionMs: 0 });
    expect(await report(phone, 7_000)).toEqual({ revision: 1, positionMs: 7_000 });
  });

  it('is nobody else’s', async () => {
    await tell({ play: { trackId: a } });
    for (const by of [undefined, somebody(), serviceCaller('social')]) {
      expect(await room.playbackOf(ben.userId, by)).toBeUndefined();
      const r = [{ __typename: 'Device', id: phone }];
      const { data } = await tracks.execute(
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Device { name } } }',
        { r },
        by,
      );
      expect(data).toEqual({ _entities: [null] });
    }
    const input = { commandId: 'x', deviceId: phone, pause: true };
    const document = 'mutation ($input: ControlPlaybackInput!) { controlPlayback(input: $input) { userErrors { code } } }';
    expect((await tracks.execute(document, { input })).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it.each([
    ['nothing', {}, null],
    ['two things', { pause: true, next: true }, null],
    ['to play nothing', { play: {} }, ['play']],
    ['to play two things', { play: { trackId: 'x', playlistId: 'y' } }, ['play']],
    ['to be too loud', { setVolume: 101 }, ['setVolume']],
    ['under no name', { commandId: '', pause: true }, ['commandId']],
  ])('refuses a command that asks for %s', async (_what, command, path) => {
    expect(await tell(command)).toEqual({ playback: null, userErrors: [{ code: 'INVALID', path }] });
  });

  it('has a limit on how often it is commanded', async () => {
    const outcome = Promise.all(Array.from({ length: 150 }, () => tell({ pause: true })));
    await expect(outcome).rejects.toThrow('RATE_LIMITED');
  });
});
