import type { UserCaller } from '@veza/auth';
import { waitUntil } from '@veza/testing';
import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { readyTrack } from './operations.ts';
import { type OpenTracks, somebody } from './tracks-fixture.ts';
import { wavFile } from './wav.ts';

const STREAM = 'query ($id: ID!) { track(id: $id) { stream { hlsUrl dashUrl expiresAt } } }';
const RENEW = 'mutation ($input: RenewStreamInput!) { renewStream(input: $input) { stream { hlsUrl expiresAt } userErrors { code } } }';
interface StreamAnswer {
  readonly track: { readonly stream: { readonly hlsUrl: string; readonly dashUrl: string; readonly expiresAt: string } | null } | null;
}
interface RenewAnswer {
  readonly renewStream: { readonly stream: { readonly hlsUrl: string } | null; readonly userErrors: readonly { readonly code: string }[] };
}

const MINUTE_MS = 60_000;

/** Address of a track's master playlist, as a caller gets it. */
export const masterOf = async (tracks: OpenTracks, id: string, caller?: UserCaller): Promise<string> =>
  (await tracks.execute<StreamAnswer>(STREAM, { id }, caller)).data!.track!.stream!.hlsUrl;

/** Status, code and caching of a refusal. */
export const problemOf = async (response: Response | Promise<Response>) => {
  const answer = await response;
  return [answer.status, ((await answer.json()) as { code: string }).code, answer.headers.get('cache-control')];
};

/** One track that is heard through a door. */
export interface MediaDoorway {
  readonly tracks: OpenTracks;
  readonly artist: UserCaller;
  readonly trackId: string;
  /** Address of its master playlist. */
  readonly master: string;
  /** Sets the clock of Veza ahead. */
  ahead(ms: number): void;
}

/** What everybody who sends media must do, whether it is Veza itself or a server in front of it. @param doorway is there when tests run */
export function mediaDoorContract(doorway: () => MediaDoorway): void {
  let tracks: OpenTracks;
  let artist: UserCaller;
  let trackId: string;
  let master: string;
  beforeAll(() => void ({ tracks, artist, trackId, master } = doorway()));

  const urlOf = (id: string, caller?: UserCaller) => masterOf(tracks, id, caller);
  const beside = (name: string, url = master) => new URL(name, url).href;

  it('gives every file of a version with its type', async () => {
    const types = await Promise.all(
      ['master.m3u8', 'a64.m3u8', 'manifest.mpd', 'a160-init.mp4', 'a256-00001.m4s'].map(async (name) => {
        const answer = await fetch(beside(name));
        return [answer.status, answer.headers.get('content-type')];
      }),
    );
    expect(types).toEqual([
      [200, 'application/vnd.apple.mpegurl'],
      [200, 'application/vnd.apple.mpegurl'],
      [200, 'application/dash+xml'],
      [200, 'audio/mp4'],
      [200, 'audio/mp4'],
    ]);
  });

  describe('refuses', () => {
    it.each<readonly [string, (url: string) => string]>([
      [
        'a changed signature',
        (url) => url.replace(/([\w-])\/([a-z0-9]{26})/, (_all, last: string, aid: string) => `${last === 'A' ? 'B' : 'A'}/${aid}`),
      ],
      ['a later end', (url) => url.replace(/(\.\d{13}\.)(\d{10})/, (_all, iat: string, exp: string) => `${iat}${Number(exp) + 60}`)],
      ['another listener', (url) => url.replace(/\.[\w-]{16}\.([\w-]{22}\/)/, '.AAAAAAAAAAAAAAAA.$1')],
      ['an unknown key', (url) => url.replace(/v1\.[a-z0-9]+\./, 'v1.zzzz.')],
      ['no token', (url) => url.replace(/\/m\/[^/]+\//, '/m/')],
      ['nonsense', (url) => `${new URL(url).origin}/m/x`],
      ['another folder', (url) => url.replace('master.m3u8', '..%2fmaster.m3u8')],
    ])('%s', async (_what, change) => {
      expect(await problemOf(fetch(change(master)))).toEqual([403, 'MEDIA_TOKEN_INVALID', 'no-store']);
    });

    it('a token for another track', async () => {
      const other = await urlOf(await readyTrack(tracks, artist, wavFile({ seconds: 1 })));
      const aid = /\/([a-z0-9]{26})\//.exec(other)![1]!;
      expect(await problemOf(fetch(master.replace(/\/[a-z0-9]{26}\//, `/${aid}/`)))).toEqual([403, 'MEDIA_TOKEN_INVALID', 'no-store']);
    });

    it('a token whose time is over, and renews it for whoever may hear', async () => {
      const { data } = await tracks.execute<StreamAnswer>(STREAM, { id: trackId });
      const { hlsUrl, expiresAt } = data!.track!.stream!;
      expect((Date.parse(expiresAt) - Date.now()) / MINUTE_MS).toBeCloseTo(15, 0);
      doorway().ahead(15 * MINUTE_MS + 1_000);
      try {
        expect(await problemOf(fetch(hlsUrl))).toEqual([403, 'MEDIA_TOKEN_EXPIRED', 'no-store']);
        const renewed = await tracks.execute<RenewAnswer>(RENEW, { input: { trackId } });
        expect((await fetch(renewed.data!.renewStream.stream!.hlsUrl)).status).toBe(200);
      } finally {
        doorway().ahead(0);
      }
    });

    it('files that a version does not have', async () => {
      expect(await problemOf(fetch(beside('a320.m3u8')))).toEqual([404, 'NOT_FOUND', 'no-store']);
    });

    it('every method but reading', async () => {
      const answer = await fetch(master, { method: 'POST', body: 'x' });
      expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
      expect(await problemOf(answer)).toEqual([405, 'METHOD_NOT_ALLOWED', 'no-store']);
    });

    it('paths that only become one by normalisation', async () => {
      const { host, port, pathname } = new URL(master);
      const target = pathname.replace('/m/', '/m/../m/');
      const status = await new Promise<string>((resolve, reject) => {
        const socket = connect(Number(port), '127.0.0.1', () =>
          socket.write(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
        );
        let text = '';
        socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
        socket.on('end', () => resolve(text.split('\r\n', 1)[0]!));
        socket.on('error', reject);
      });
      expect(status).toContain('403');
    });
  });

  describe('cuts', () => {
    const segment = () => beside('a160-00001.m4s');
    let whole: Buffer;
    let etag: string;
    beforeAll(async () => {
      const answer = await fetch(segment());
      whole = Buffer.from(await answer.arrayBuffer());
      etag = answer.headers.get('etag')!;
    });

    it.each([
      ['bytes=0-99', 0, 100],
      ['bytes=100-', 100, undefined],
      ['bytes=-10', -10, undefined],
    ] as const)('%s', async (range, start, end) => {
      const answer = await fetch(segment(), { headers: { range } });
      const bytes = Buffer.from(await answer.arrayBuffer());
      const part = whole.subarray(start, end);
      expect(answer.status).toBe(206);
      expect(bytes.equals(part)).toBe(true);
      const first = start < 0 ? whole.length + start : start;
      expect(answer.headers.get('content-range')).toBe(`bytes ${first}-${first + part.length - 1}/${whole.length}`);
      expect(answer.headers.get('content-length')).toBe(String(part.length));
    });

    it('nothing where the file has nothing, and everything where a range says nothing', async () => {
      const behind = await fetch(segment(), { headers: { range: `bytes=${whole.length}-` } });
      expect([behind.status, behind.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`]);
      for (const range of ['bytes=0-1,5-6', 'items=0-1']) expect((await fetch(segment(), { headers: { range } })).status).toBe(200);
    });

    it('only the file that the client has begun', async () => {
      const range = 'bytes=0-9';
      expect((await fetch(segment(), { headers: { range, 'if-range': etag } })).status).toBe(206);
      expect((await fetch(segment(), { headers: { range, 'if-range': '"other"' } })).status).toBe(200);
    });

    it('nothing for a client that has the file', async () => {
      const known = await fetch(segment(), { headers: { 'if-none-match': `"x", ${etag}` } });
      expect([known.status, await known.text(), known.headers.get('etag')]).toEqual([304, '', etag]);
      expect((await fetch(segment(), { headers: { 'if-none-match': '"x"' } })).status).toBe(200);
    });

    it('the body off an answer to HEAD', async () => {
      const head = await fetch(segment(), { method: 'HEAD' });
      expect([head.status, await head.text()]).toEqual([200, '']);
      expect(head.headers.get('content-length')).toBe(String(whole.length));
      expect(head.headers.get('accept-ranges')).toBe('bytes');
    });
  });

  it('lets pages of any origin read, and caches keep what never changes', async () => {
    const preflight = await fetch(master, { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'Range, If-Range, If-None-Match',
      'access-control-max-age': '86400',
    });
    const playlist = await fetch(master);
    expect(playlist.headers.get('cache-control')).toBe('private, max-age=60');
    const segment = await fetch(beside('a64-00001.m4s'));
    expect(Object.fromEntries(segment.headers)).toMatchObject({
      'cdn-cache-control': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(segment.headers.get('cache-control')).toMatch(/^private, max-age=\d{3}, immutable$/);
  });

  it('closes for everybody when a track becomes private, and opens again for its artist', async () => {
    const id = await readyTrack(tracks, artist, wavFile({ seconds: 1 }));
    const held = await urlOf(id, somebody());
    expect((await fetch(held)).status).toBe(200);
    const update = 'mutation ($input: UpdateTrackInput!) { updateTrack(input: $input) { userErrors { code } } }';
    await tracks.execute(update, { input: { trackId: id, visibility: 'PRIVATE' } }, artist);
    await waitUntil(async () => (await fetch(held)).status === 403, { timeoutMs: 5_000 });
    expect(await problemOf(fetch(held))).toEqual([403, 'MEDIA_TOKEN_REVOKED', 'no-store']);
    expect((await fetch(await urlOf(id, artist))).status).toBe(200);
    expect((await tracks.execute<StreamAnswer>(STREAM, { id }, somebody())).data).toEqual({ track: null });
    expect((await tracks.execute<RenewAnswer>(RENEW, { input: { trackId: id } }, somebody())).data!.renewStream).toEqual({
      stream: null,
      userErrors: [{ code: 'NOT_FOUND' }],
    });
  });

  it('closes when a track is deleted, and its files go', async () => {
    const id = await readyTrack(tracks, artist, wavFile({ seconds: 1 }));
    const held = await urlOf(id);
    const before = (await tracks.blobs.list('')).keys.length;
    await tracks.execute(
      'mutation ($input: DeleteTrackInput!) { deleteTrack(input: $input) { deletedTrackId } }',
      { input: { trackId: id } },
      artist,
    );
    await waitUntil(async () => (await fetch(held)).status === 403, { timeoutMs: 5_000 });
    expect(await problemOf(fetch(held))).toEqual([403, 'MEDIA_TOKEN_REVOKED', 'no-store']);
    await waitUntil(async () => (await tracks.blobs.list('')).keys.length < before - 10, { timeoutMs: 30_000 });
  });
}
