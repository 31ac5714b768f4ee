import type { UserCaller } from '@veza/auth';
import { serviceCaller } from '@veza/auth';
import { toUuid } from '@veza/kernel';
import { userCaller } from '@veza/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silentTrack } from './operations.ts';
import { playRoom } from './play-room.ts';
import { openTracks, type OpenTracks, somebody } from './tracks-fixture.ts';

const STATS =
  'query ($id: ID!, $days: Int) { track(id: $id) { stats(days: $days) { plays uniqueListeners averageListenedMs daily { date plays } } } }';
const HISTORY = `query ($r: [_Any!]!, $first: Int, $after: String) { _entities(representations: $r) { ... on Viewer {
  listeningHistory(first: $first, after: $after) { totalCount nodes { playedAt track { title } } pageInfo { hasNextPage endCursor } } } } }`;

interface Stats {
  readonly plays: number;
  readonly uniqueListeners: number;
  readonly averageListenedMs: number | null;
  readonly daily: readonly { readonly date: string; readonly plays: number }[];
}
interface History {
  readonly totalCount: number;
  readonly nodes: readonly { readonly track: { readonly title: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

describe('plays', () => {
  let tracks: OpenTracks;
  let room: ReturnType<typeof playRoom>;
  const time = { nowMs: Date.now() };
  const artist = somebody();
  beforeAll(async () => {
    tracks = await openTracks({ isIdle: true, clock: () => new Date(time.nowMs) });
    room = playRoom(tracks, time, await silentTrack(tracks, artist, { durationMs: 60_000 }));
  });
  afterAll(() => tracks[Symbol.asyncDispose]());
  beforeEach(() => {
    time.nowMs += 3 * 3_600_000;
  });

  describe('as figures', () => {
    const statsOf = async (id: string, by: UserCaller | undefined, days?: number) =>
      tracks.execute<{ track: { stats: Stats | null } }>(STATS, { id, ...(days !== undefined && { days }) }, by);

    it('are there for each day, with different people and the time they listened', async () => {
      const hit = await silentTrack(tracks, artist, { durationMs: 60_000 });
      time.nowMs = Math.ceil(time.nowMs / 86_400_000) * 86_400_000;
      const [ben, eve] = [somebody(), somebody()];
      await room.hear(ben, hit);
      time.nowMs += 86_400_000;
      await room.hear(ben, hit);
      await room.hear(eve, hit);
      const { stats } = (await statsOf(hit, artist, 3)).data!.track;
      const day = (offset: number) => new Date(time.nowMs - offset * 86_400_000).toISOString().slice(0, 10);
      expect(stats).toEqual({
        plays: 3,
        uniqueListeners: 2,
        averageListenedMs: 30_000,
        daily: [
          { date: day(2), plays: 0 },
          { date: day(1), plays: 1 },
          { date: day(0), plays: 2 },
        ],
      });
      expect((await statsOf(hit, artist)).data!.track.stats!.daily).toHaveLength(28);
    });

    it('are their artist’s, and of those who keep the books', async () => {
      const quiet = await silentTrack(tracks, artist);
      expect((await statsOf(quiet, somebody())).data!.track.stats).toBeNull();
      expect((await statsOf(quiet, undefined)).data!.track.stats).toBeNull();
      const finance = userCaller(somebody().userId, { scopes: ['ledger:read'] });
      expect((await statsOf(quiet, finance, 1)).data!.track.stats).toMatchObject({ plays: 0, uniqueListeners: 0, averageListenedMs: null });
      for (const days of [0, 366]) expect((await statsOf(quiet, artist, days)).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    });
  });

  describe('leave a history', () => {
    const historyOf = async (
      by: UserCaller,
      variables: Record<string, unknown> = {},
      asked = by.userId as string,
      caller: Parameters<OpenTracks['execute']>[2] = by,
    ) => {
      const r = [{ __typename: 'Viewer', id: asked }];
      const { data } = await tracks.execute<{ _entities: ({ listeningHistory: History } | null)[] }>(HISTORY, { r, ...variables }, caller);
      return data!._entities[0]?.listeningHistory;
    };
    const titled = (title: string) => silentTrack(tracks, artist, { title, durationMs: 60_000 });

    it('the newest first, without double entries and what can no longer be seen', async () => {
      const ben = somebody();
      const [one, two, three] = [await titled('one'), await titled('two'), await titled('three')];
      for (const trackId of [one, two, one, three]) await room.hear(ben, trackId);
      expect((await historyOf(ben))!.nodes.map(({ track }) => track.title)).toEqual(['three', 'one', 'two']);
      time.nowMs += 3_600_000;
      await room.hear(ben, two);
      expect((await historyOf(ben))!).toMatchObject({ totalCount: 4 });
      const page = (await historyOf(ben, { first: 3 }))!;
      expect(page.pageInfo.hasNextPage).toBe(true);
      const next = (await historyOf(ben, { first: 3, after: page.pageInfo.endCursor }))!;
      expect([...page.nodes, ...next.nodes].map(({ track }) => track.title)).toEqual(['two', 'three', 'one', 'two']);
      await tracks.database.admin`update track set visibility = 'PRIVATE' where id = ${toUuid('track', two)}`;
      expect((await historyOf(ben))!).toMatchObject({ totalCount: 2, nodes: [{ track: { title: 'three' } }, { track: { title: 'one' } }] });
    });

    it('of more than five seconds, for thirteen months', async () => {
      const ben = somebody();
      await room.open(ben, 1);
      time.nowMs += 4_000;
      await room.report(ben, 4_000);
      expect((await historyOf(ben))!.totalCount).toBe(0);
      time.nowMs += 1_000;
      await room.report(ben, 5_000);
      expect((await historyOf(ben))!.totalCount).toBe(1);
      time.nowMs += 400 * 86_400_000;
      await tracks.subgraph.background.uploadSweeper.runOnce();
      expect((await historyOf(ben))!.totalCount).toBe(0);
    });

    it('that is nobody else’s', async () => {
      const ben = somebody();
      await room.hear(ben);
      expect(await historyOf(ben, {}, ben.userId, somebody())).toBeUndefined();
      expect(await historyOf(ben, {}, ben.userId, serviceCaller('social'))).toBeUndefined();
    });
  });
});
