import type { UserCaller } from '@veza/auth';
import { toUuid } from '@veza/kernel';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silentTrack } from './operations.ts';
import { playRoom } from './play-room.ts';
import { openTracks, type OpenTracks, somebody } from './tracks-fixture.ts';

const STREAM = 'query ($id: ID!) { track(id: $id) { stream { hlsUrl } } }';
const REPORT = 'mutation ($input: ReportPlaybackInput!) { reportPlayback(input: $input) { userErrors { code path } } }';
const COUNT = 'query ($id: ID!) { track(id: $id) { playCount } }';

type Room = Awaited<ReturnType<typeof playRoom>>;

describe('plays', () => {
  let tracks: OpenTracks;
  let room: Room;
  const time = { nowMs: Date.now() };
  const artist = somebody();
  let song = '';
  beforeAll(async () => {
    tracks = await openTracks({ isIdle: true, clock: () => new Date(time.nowMs) });
    song = await silentTrack(tracks, artist, { durationMs: 60_000 });
    room = playRoom(tracks, time, song);
  });
  afterAll(() => tracks[Symbol.asyncDispose]());
  beforeEach(() => {
    time.nowMs += 3 * 3_600_000;
  });

  const hear: Room['hear'] = (...given) => room.hear(...given);
  const open: Room['open'] = (...given) => room.open(...given);
  const report: Room['report'] = (...given) => room.report(...given);
  const decide = () => room.decide();
  const countOf = async (id = song) => (await tracks.execute<{ track: { playCount: number } }>(COUNT, { id })).data!.track.playCount;
  const decisions = async (by: UserCaller) =>
    (
      await tracks.database.admin`select decision, rule from play_decision where user_id = ${toUuid('user', by.userId)} order by decided_at`
    ).map(({ decision, rule }) => rule ?? decision);

  it('count once, when enough was heard and sent, and everybody else hears of it', async () => {
    const ben = somebody();
    const before = await countOf();
    await hear(ben);
    expect(await countOf()).toBe(before + 1);
    time.nowMs += 15_000;
    await report(ben, 45_000);
    await decide();
    expect(await countOf(), 'the same listen').toBe(before + 1);
    while ((await tracks.subgraph.background.outboxRelay.runOnce()) > 0);
    const told = tracks.eventLog.of('tracks.track-played.v1') as readonly { readonly listenerId: string }[];
    expect(told.filter(({ listenerId }) => listenerId === ben.userId)).toEqual([
      { trackId: song, artistId: artist.userId, listenerId: ben.userId },
    ]);
  });

  it('need half a minute, whatever a device claims', async () => {
    const ben = somebody();
    await open(ben, 15);
    time.nowMs += 10_000;
    await report(ben, 60_000);
    await decide();
    expect(await decisions(ben)).toEqual([]);
  });

  it('need no more than half of a short track', async () => {
    const jingle = await silentTrack(tracks, artist, { durationMs: 8_000 });
    const ben = somebody();
    await open(ben, 1, jingle);
    time.nowMs += 4_000;
    await report(ben, 4_000, { trackId: jingle });
    await decide();
    expect(await decisions(ben)).toEqual(['COUNTED']);
  });

  it('need a grant', async () => {
    const ben = somebody();
    for (const playedMs of [0, 15_000, 30_000]) {
      time.nowMs += 15_000;
      await report(ben, playedMs + 1_000);
    }
    await decide();
    expect(await decisions(ben)).toEqual(['NO_GRANT']);
  });

  it('wait for evidence ten minutes, and are refused without it', async () => {
    const [ben, eve] = [somebody(), somebody()];
    await open(ben, 2);
    await open(eve, 2);
    time.nowMs += 30_000;
    for (const by of [ben, eve]) await report(by, 30_000);
    await decide();
    expect([await decisions(ben), await decisions(eve)]).toEqual([[], []]);
    await open(ben, 8);
    time.nowMs += 10_000;
    await decide();
    time.nowMs += 600_000;
    await decide();
    expect([await decisions(ben), await decisions(eve)]).toEqual([['COUNTED'], ['NOT_DELIVERED']]);
  });

  it('come from the door’s own record of what was sent', async () => {
    const ben = somebody();
    await open(ben, 0);
    const { data } = await tracks.execute<{ track: { stream: { hlsUrl: string } } }>(STREAM, { id: song }, ben);
    const [row] = await tracks.database.admin`select id from asset where track_id = ${toUuid('track', song)}`;
    await tracks.database.admin`
      insert into asset_file values (${row!['id']}, 'a160-00007.m4s', 'audio/mp4', 5, sha256('sound')), (${row!['id']}, 'a160-init.mp4', 'audio/mp4', 5, sha256('sound'))
      on conflict do nothing`;
    for (const name of ['a160-00007.m4s', 'a160-init.mp4']) {
      await tracks.blobs.put(`media/${row!['id']}/${name}`, Readable.from([Buffer.from('sound')]), { contentType: 'audio/mp4' });
      const url = data!.track.stream.hlsUrl.replace('master.m3u8', name);
      expect((await fetch(url)).status).toBe(200);
    }
    await room.flush();
    const lid = new URL(data!.track.stream.hlsUrl).pathname.split('/')[2]!.split('.')[6]!;
    expect(await tracks.database.admin`select segment from media_delivery where lid = ${lid}`).toEqual([{ segment: 7 }]);
  });

  it('keep their distance, and are ten a day at most', async () => {
    const ben = somebody();
    await hear(ben);
    await report(ben, 1_000);
    await hear(ben);
    expect(await decisions(ben)).toEqual(['COUNTED', 'TOO_SOON']);
    const eve = somebody();
    time.nowMs = Date.parse('2027-01-01T00:00:00Z') + Math.max(0, time.nowMs - Date.parse('2027-01-01T00:00:00Z'));
    time.nowMs = Math.ceil(time.nowMs / 86_400_000) * 86_400_000;
    for (let times = 0; times < 11; times += 1) {
      time.nowMs += 1_800_000;
      await hear(eve);
    }
    expect(await decisions(eve)).toEqual([...Array.from({ length: 10 }, () => 'COUNTED'), 'DAILY_CAP']);
  });

  it('of an artist are their own', async () => {
    const before = await countOf();
    await hear(artist);
    expect(await decisions(artist)).toEqual(['OWN']);
    expect(await countOf()).toBe(before);
  });

  it('survive late and repeated reports, and a track that is deleted', async () => {
    const ben = somebody();
    const gone = await silentTrack(tracks, artist, { durationMs: 60_000 });
    await open(ben, 8, gone);
    for (const playedMs of [15_000, 15_000, 30_000, 29_000]) {
      time.nowMs += 15_000;
      expect(await report(ben, playedMs, { trackId: gone })).toEqual([]);
    }
    await tracks.execute('mutation ($id: ID!) { deleteTrack(input: { trackId: $id }) { deletedTrackId } }', { id: gone }, artist);
    await decide();
    expect(await decisions(ben)).toEqual([]);
    expect(await decide(), 'it is not looked at again').toBe(0);
  });

  it('are counted once by many processes at the same time', async () => {
    const ben = somebody();
    await open(ben, 8);
    time.nowMs += 30_000;
    await Promise.all(Array.from({ length: 5 }, () => report(ben, 30_000)));
    await Promise.all(Array.from({ length: 5 }, decide));
    expect(await decisions(ben)).toEqual(['COUNTED']);
  });

  it('add up to what the decisions say', async () => {
    const [row] = await tracks.database.admin`
      select count(*)::int as count from play_decision where track_id = ${toUuid('track', song)} and decision = 'COUNTED'`;
    expect(row).toEqual({ count: await countOf() });
  });

  describe('are refused as reports', () => {
    it.each([
      ['of nothing', { trackId: 'nonsense' }, 'NOT_FOUND', 'trackId'],
      ['by nothing', { deviceId: 'nonsense' }, 'NOT_FOUND', 'deviceId'],
      ['before the beginning', { positionMs: -1 }, 'INVALID', 'positionMs'],
      ['of less than nothing', { playedMs: -1 }, 'INVALID', 'playedMs'],
    ])('%s', async (_what, change, code, path) => {
      expect(await report(somebody(), 0, change)).toEqual([{ code, path: [path] }]);
    });

    it('of what cannot be heard, and by nobody', async () => {
      const hidden = await silentTrack(tracks, artist, { visibility: 'PRIVATE' });
      expect(await report(somebody(), 0, { trackId: hidden })).toEqual([{ code: 'NOT_FOUND', path: ['trackId'] }]);
      const input = { deviceId: room.newDevice(), trackId: song, positionMs: 0, playedMs: 0 };
      expect((await tracks.execute(REPORT, { input })).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    });
  });
});
