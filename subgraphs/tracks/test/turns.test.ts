import { toUuid } from '@veza/kernel';
import { waitUntil } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTrack, uploaded } from './operations.ts';
import { openTracks, type OpenTracks, somebody } from './tracks-fixture.ts';

describe('audio that waits to be processed', () => {
  let tracks: OpenTracks;
  beforeAll(async () => {
    tracks = await openTracks({ isIdle: true });
  });
  afterAll(() => tracks[Symbol.asyncDispose]());

  const waiting = async (artist: ReturnType<typeof somebody>, title: string) => {
    const uploadId = await uploaded(tracks, artist, Buffer.from('no music'));
    return createTrack(tracks, artist, { uploadId, title });
  };

  it('is taken in turns, so that nobody waits behind the whole album of another', async () => {
    const [ada, ben] = [somebody(), somebody()];
    for (const title of ['a1', 'a2', 'a3']) await waiting(ada, title);
    for (const title of ['b1', 'b2']) await waiting(ben, title);
    const stop = new AbortController();
    const work = tracks.subgraph.background.assetWorkers.run(stop.signal);
    const ended = () =>
      tracks.database.admin<{ title: string }[]>`
        select title from track join asset on asset.id = newest_asset_id where state = 'FAILED' order by changed_at`;
    await waitUntil(async () => (await ended()).length === 5, { timeoutMs: 30_000 });
    stop.abort();
    await work;
    expect((await ended()).map(({ title }) => title)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
  });

  it('is refused where a hundred of one artist wait already', async () => {
    const artist = somebody();
    const { track } = await waiting(artist, 'first');
    await tracks.database.admin`
      insert into asset (id, track_id, version, aid, upload_id, created_at, changed_at)
      select gen_random_uuid(), track_id, number, left(md5(number::text), 26), upload_id, created_at, changed_at
      from asset, generate_series(2, 100) as number where track_id = ${toUuid('track', track!.id)}`;
    expect(await waiting(artist, 'one more')).toEqual({ track: null, userErrors: [{ code: 'LIMIT_REACHED', path: ['uploadId'] }] });
    expect((await waiting(somebody(), 'of another')).userErrors).toEqual([]);
  });
});
