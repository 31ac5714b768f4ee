import type { UserCaller } from '@veza/auth';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readyTrack } from './operations.ts';
import { canProcess, openTracks, type OpenTracks, somebody, transcoderHere } from './tracks-fixture.ts';
import { wavFile } from './wav.ts';

const run = promisify(execFile);
const LINK = 'mutation ($input: CreateSecretLinkInput!) { createSecretLink(input: $input) { secretLink { url secret } } }';
const UPDATE = 'mutation ($input: UpdateTrackInput!) { updateTrack(input: $input) { userErrors { code } } }';
const ADDRESSES =
  'query ($id: ID!) { track(id: $id) { url } _entities(representations: [{ __typename: "Track", id: $id }]) { __typename } }';
const SONG_BYTES_LEAST = 20_000;

describe.skipIf(!canProcess)('people without an account', () => {
  let tracks: OpenTracks;
  let artist: UserCaller;
  let song: string;
  let hidden: string;
  beforeAll(async () => {
    tracks = await openTracks({ transcoder: await transcoderHere() });
    artist = somebody();
    song = await readyTrack(tracks, artist, wavFile({ seconds: 5 }));
    hidden = await readyTrack(tracks, artist, wavFile({ seconds: 1 }), { visibility: 'PRIVATE' });
    const title = `<b>"Tide" & 'Foam'</b>`;
    await tracks.execute(UPDATE, { input: { trackId: song, title, description: 'Salt ]]> & water', genre: 'ambient' } }, artist);
    tracks.eventLog.due.push({
      id: randomUUID(),
      topic: 'users.profile-updated.v1',
      key: artist.userId,
      revision: 1,
      occurredAt: new Date().toISOString(),
      data: { userId: artist.userId, username: 'ada', displayName: 'Ada <Lovelace>' },
    });
    await tracks.subgraph.background.onArtistChanged.runOnce();
  });
  afterAll(() => tracks[Symbol.asyncDispose]());

  const get = (path: string, init?: RequestInit) => fetch(new URL(path, tracks.origin), init);
  const jsonOf = async (path: string) => {
    const answer = await get(path);
    return [answer.status, await answer.json()] as const;
  };

  it('find a track under its address', async () => {
    const { data } = await tracks.execute<{ track: { url: string } }>(ADDRESSES, { id: song });
    expect(data!.track.url).toBe(`${tracks.origin}/tracks/${song}`);
    const page = await get(data!.track.url);
    const html = await page.text();
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(html).toContain('<h1>&lt;b&gt;&quot;Tide&quot; &amp; &#39;Foam&#39;&lt;/b&gt;</h1>');
    expect(html).toContain('Ada &lt;Lovelace&gt;');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  });

  it('hear it there, by an address that is made when they listen', async () => {
    const [status, { hlsUrl }] = (await jsonOf(`/tracks/${song}/stream`)) as [number, { hlsUrl: string }];
    expect([status, (await fetch(hlsUrl)).status]).toEqual([200, 200]);
  });

  it.each(['/player/player.js', '/player/player.css', '/player/hls.js'])('get %s with it', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/(javascript|css)/);
    expect((await answer.text()).length).toBeGreaterThan(100);
  });

  it('are told nothing of what is not theirs to hear', async () => {
    for (const path of [
      `/tracks/${hidden}`,
      `/tracks/${hidden}/stream`,
      `/tracks/${hidden}/audio.m4a`,
      '/tracks/nonsense',
      '/secret/nonsense',
    ]) {
      const answer = await get(path);
      expect([path, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([path, 404, 'NOT_FOUND']);
    }
    const address = encodeURIComponent(`${tracks.origin}/tracks/${hidden}`);
    expect((await jsonOf(`/oembed?url=${address}`))[0]).toBe(404);
  });

  it('hear a private track by its secret', async () => {
    const { data } = await tracks.execute<{ createSecretLink: { secretLink: { url: string } } }>(
      LINK,
      { input: { trackId: hidden } },
      artist,
    );
    const { url } = data!.createSecretLink.secretLink;
    const page = await fetch(url);
    expect([page.status, page.headers.get('x-robots-tag'), page.headers.get('cache-control')]).toEqual([
      200,
      'noindex',
      'private, no-store',
    ]);
    const { hlsUrl } = (await (await fetch(`${url}/stream`)).json()) as { hlsUrl: string };
    expect((await fetch(hlsUrl)).status).toBe(200);
    const [status, embed] = await jsonOf(`/oembed?url=${encodeURIComponent(url)}`);
    expect([status, embed]).toEqual([200, expect.objectContaining({ html: expect.stringContaining(`src="${url}"`) })]);
  });

  describe('who embed', () => {
    const address = () => encodeURIComponent(`${tracks.origin}/tracks/${song}?from=here`);

    it('are told how', async () => {
      const [status, embed] = await jsonOf(`/oembed?url=${address()}&maxwidth=400`);
      expect(status).toBe(200);
      expect(embed).toMatchObject({ version: '1.0', type: 'rich', author_name: 'Ada <Lovelace>', width: 400, height: 160 });
      expect((embed as { html: string }).html).toContain(`<iframe src="${tracks.origin}/tracks/${song}" width="400" height="160"`);
    });

    it.each([
      ['nothing without an address', '/oembed', 400],
      ['nothing of other places', '/oembed?url=https%3A%2F%2Fexample.org%2Ftracks%2Fx', 404],
      ['nothing for no room', '/oembed?url=x&maxwidth=0', 400],
      ['no XML', '/oembed?url=x&format=xml', 501],
    ])('%s', async (_what, path, status) => {
      expect((await get(path)).status).toBe(status);
    });
  });

  describe('who read feeds', () => {
    const feed = () => get(`/artists/${artist.userId}/feed.xml`);

    it('get what everybody can hear, with all that a podcast player needs', async () => {
      const answer = await feed();
      const xml = await answer.text();
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/rss+xml; charset=utf-8']);
      expect(xml.match(/<item>/g)).toHaveLength(1);
      expect(xml).toContain(`<guid isPermaLink="false">${song}</guid>`);
      expect(xml).toMatch(new RegExp(`<enclosure length="\\d+" type="audio/mp4" url="${tracks.origin}/tracks/${song}/audio.m4a"`));
      expect(xml).toContain('<itunes:duration>');
      expect(xml).not.toContain(hidden);
    });

    it('ask again for nothing, and are told of nobody who is not there', async () => {
      const etag = (await feed()).headers.get('etag')!;
      const again = await get(`/artists/${artist.userId}/feed.xml`, { headers: { 'if-none-match': etag } });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect((await get(`/artists/${somebody().userId}/feed.xml`)).status).toBe(404);
      expect((await get('/artists/nonsense/feed.xml')).status).toBe(404);
    });

    it('get the whole audio, in parts if they like', async () => {
      const path = `/tracks/${song}/audio.m4a`;
      const answer = await get(path);
      const whole = Buffer.from(await answer.arrayBuffer());
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-length')]).toEqual([
        200,
        'audio/mp4',
        String(whole.length),
      ]);
      expect(whole.length).toBeGreaterThan(SONG_BYTES_LEAST);
      const listed = /length="(\d+)"/.exec(await (await feed()).text())![1];
      expect(Number(listed)).toBe(whole.length);
      for (const [range, start, end] of [
        ['bytes=0-99', 0, 100],
        [`bytes=700-${whole.length - 20}`, 700, whole.length - 19],
        ['bytes=-10', whole.length - 10, whole.length],
      ] as const) {
        const part = await get(path, { headers: { range } });
        expect([part.status, Buffer.from(await part.arrayBuffer()).equals(whole.subarray(start, end))]).toEqual([206, true]);
      }
      expect((await get(path, { headers: { range: `bytes=${whole.length}-` } })).status).toBe(416);
      const head = await get(path, { method: 'HEAD', headers: { range: 'bytes=0-9' } });
      expect([head.status, head.headers.get('content-length')]).toEqual([200, String(whole.length)]);
      expect((await get(path, { headers: { 'if-none-match': answer.headers.get('etag')! } })).status).toBe(304);
      const probe = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', `${tracks.origin}${path}`];
      expect(Number((await run('ffprobe', probe)).stdout)).toBeCloseTo(5, 0);
    });
  });
});
