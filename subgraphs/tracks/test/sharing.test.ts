import type { UserCaller } from '@veza/auth';
import { serviceCaller } from '@veza/auth';
import { toUuid } from '@veza/kernel';
import { userCaller, waitUntil } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readyTrack, uploaded } from './operations.ts';
import { canProcess, openTracks, type OpenTracks, somebody, transcoderHere } from './tracks-fixture.ts';
import { wavFile } from './wav.ts';

const UPDATE = 'mutation ($input: UpdateTrackInput!) { updateTrack(input: $input) { track { id } userErrors { code path } } }';

describe.skipIf(!canProcess)('sharing', () => {
  let tracks: OpenTracks;
  const artist = somebody();
  const song = wavFile({ seconds: 1 });
  beforeAll(async () => {
    tracks = await openTracks({ transcoder: await transcoderHere() });
  });
  afterAll(() => tracks[Symbol.asyncDispose]());

  const ask = async <Data>(document: string, variables: Record<string, unknown>, caller?: UserCaller) =>
    (await tracks.execute<Data>(document, variables, caller)).data!;
  const update = (input: Record<string, unknown>) => ask(UPDATE, { input }, artist);

  describe('the file that a track was made of', () => {
    const DOWNLOAD = 'query ($id: ID!) { track(id: $id) { isDownloadable download { url filename byteSize contentType expiresAt } } }';
    interface Answer {
      readonly track: {
        readonly isDownloadable: boolean;
        readonly download: { readonly url: string; readonly expiresAt: string } | null;
      };
    }
    let id = '';
    beforeAll(async () => {
      const uploadId = await uploaded(tracks, artist, song, { filename: 'Süße "Töne"; (1)*.wav' });
      id = await readyTrack(tracks, artist, song);
      await update({ trackId: id, uploadId });
      await waitUntil(async () => (await ask<Answer>(DOWNLOAD, { id }, artist)).track.download !== null);
    });
    const downloadOf = async (caller?: UserCaller) => (await ask<Answer>(DOWNLOAD, { id }, caller)).track;

    it('is its artist’s alone, until they give it away', async () => {
      expect(await downloadOf(somebody())).toEqual({ isDownloadable: false, download: null });
      expect(await downloadOf(artist)).toMatchObject({ download: { contentType: 'audio/wav', byteSize: song.length } });
      await update({ trackId: id, isDownloadable: true });
      expect(await downloadOf()).toMatchObject({ isDownloadable: true, download: { byteSize: song.length } });
    });

    it('comes as it was sent, under the name that it had, and in parts', async () => {
      await waitUntil(async () => {
        const { download } = await downloadOf(artist);
        const answer = await fetch(download!.url);
        return answer.headers.get('content-disposition')?.includes('T%C3%B6ne');
      });
      const { url, expiresAt } = (await downloadOf(artist)).download!;
      expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(15 * 60_000);
      const answer = await fetch(url);
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(song);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'audio/wav',
        'content-disposition': "attachment; filename*=UTF-8''S%C3%BC%C3%9Fe%20%22T%C3%B6ne%22%3B%20%281%29%2A.wav",
        'content-security-policy': 'sandbox',
        'x-content-type-options': 'nosniff',
      });
      expect(answer.headers.get('cdn-cache-control')).toBeNull();
      const part = await fetch(url, { headers: { range: 'bytes=0-3' } });
      expect([part.status, await part.text()]).toEqual([206, 'RIFF']);
    });

    it('is not opened by the address of the stream, nor the stream by its own', async () => {
      const { url } = (await downloadOf(artist)).download!;
      const { track } = await ask<{ track: { stream: { hlsUrl: string } } }>('query ($id: ID!) { track(id: $id) { stream { hlsUrl } } }', {
        id,
      });
      const swapped = [url.replace(/file$/, 'master.m3u8'), url.replace('.d.', '.f.'), track.stream.hlsUrl.replace('master.m3u8', 'file')];
      for (const address of swapped) expect((await fetch(address)).status).toBe(403);
    });

    it('is gone with its track', async () => {
      const other = await readyTrack(tracks, artist, song, { isDownloadable: true });
      const { download } = (await ask<Answer>(DOWNLOAD, { id: other })).track;
      await ask('mutation ($id: ID!) { deleteTrack(input: { trackId: $id }) { deletedTrackId } }', { id: other }, artist);
      expect(await waitUntil(async () => (await fetch(download!.url)).status === 403)).toBe(true);
    });
  });

  describe('a secret link', () => {
    const CREATE = `mutation ($input: CreateSecretLinkInput!) {
      createSecretLink(input: $input) { secretLink { url secret expiresAt } userErrors { code path } } }`;
    const OPEN = 'query ($secret: String!) { trackBySecretLink(secret: $secret) { id title stream { hlsUrl } } }';
    const RENEW = 'mutation ($input: RenewStreamInput!) { renewStream(input: $input) { stream { hlsUrl } userErrors { code } } }';
    interface Created {
      readonly createSecretLink: {
        readonly secretLink: { readonly url: string; readonly secret: string } | null;
        readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
      };
    }
    interface Opened {
      readonly trackBySecretLink: { readonly id: string; readonly stream: { readonly hlsUrl: string } | null } | null;
    }
    let id = '';
    beforeAll(async () => {
      id = await readyTrack(tracks, artist, song, { visibility: 'PRIVATE', title: 'Not out yet' });
    });
    const create = async (input: Record<string, unknown> = {}, by = artist) =>
      (await ask<Created>(CREATE, { input: { trackId: id, ...input } }, by)).createSecretLink;
    const open = async (secret: string) => (await ask<Opened>(OPEN, { secret })).trackBySecretLink;

    it('lets whoever has it hear a private track, and keep hearing it', async () => {
      const { url, secret } = (await create()).secretLink!;
      expect(secret).toMatch(/^[\w-]{22}$/);
      expect(url).toBe(`${tracks.origin}/secret/${secret}`);
      const track = await open(secret);
      expect(track).toMatchObject({ id, title: 'Not out yet' });
      expect((await fetch(track!.stream!.hlsUrl)).status).toBe(200);
      expect(await ask(RENEW, { input: { trackId: id, secret } })).toMatchObject({ renewStream: { userErrors: [] } });
      expect(await ask(RENEW, { input: { trackId: id } })).toMatchObject({ renewStream: { userErrors: [{ code: 'NOT_FOUND' }] } });
      const other = { trackId: await readyTrack(tracks, artist, song, { visibility: 'PRIVATE' }), secret };
      expect(await ask(RENEW, { input: other })).toMatchObject({ renewStream: { userErrors: [{ code: 'NOT_FOUND' }] } });
      expect(await ask('query ($id: ID!) { track(id: $id) { id } }', { id })).toEqual({ track: null });
    });

    it('ends when another is made, with the addresses that it gave', async () => {
      const first = (await create()).secretLink!.secret;
      const { hlsUrl } = (await open(first))!.stream!;
      const second = (await create()).secretLink!.secret;
      expect(await open(first)).toBeNull();
      await waitUntil(async () => (await fetch(hlsUrl)).status === 403);
      expect((await fetch((await open(second))!.stream!.hlsUrl)).status).toBe(200);
    });

    it('ends on time', async () => {
      const { secretLink } = await create({ expiresAt: new Date(Date.now() + 60_000).toISOString() });
      expect(await open(secretLink!.secret)).not.toBeNull();
      await tracks.database.admin`update secret_link set expires_at = now() where track_id = ${toUuid('track', id)}`;
      expect(await open(secretLink!.secret)).toBeNull();
    });

    it('is kept as a digest only', async () => {
      const { secret } = (await create()).secretLink!;
      const [row] = await tracks.database.admin`select secret_link::text as text from secret_link where track_id = ${toUuid('track', id)}`;
      expect(row!['text']).not.toContain(secret);
    });

    it('is made by the artist alone, with an end that lies ahead', async () => {
      expect(await create({}, somebody())).toEqual({ secretLink: null, userErrors: [{ code: 'NOT_FOUND', path: ['trackId'] }] });
      const past = await create({ expiresAt: '2020-01-01T00:00:00Z' });
      expect(past).toEqual({ secretLink: null, userErrors: [{ code: 'INVALID', path: ['expiresAt'] }] });
    });

    it.each(['', 'x', 'A'.repeat(22), `${'A'.repeat(22)}'`])('is nothing when it is %j', async (secret) => {
      expect(await open(secret)).toBeNull();
    });
  });

  describe('a release', () => {
    const SEEN = 'query ($id: ID!) { track(id: $id) { publishedAt releaseAt stream { hlsUrl } } }';
    const ENTITY = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Track { publishedAt } } }';
    interface Seen {
      readonly track: { readonly publishedAt: string | null; readonly stream: { readonly hlsUrl: string } | null } | null;
    }
    const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
    const seen = async (id: string, caller?: UserCaller) => (await ask<Seen>(SEEN, { id }, caller)).track;
    const found = async (query: string) =>
      (
        await ask<{ searchTracks: { nodes: unknown[]; totalCount: number } }>(
          'query ($query: String!) { searchTracks(query: $query) { nodes { id } totalCount } }',
          { query },
        )
      ).searchTracks;
    const toldOf = (id: string, topic: string) => tracks.eventLog.events.filter((event) => event.key === id && event.topic === topic);
    const comes = (id: string) =>
      tracks.database.admin`update track set release_at = now() - interval '1 second' where id = ${toUuid('track', id)}`;

    it('lies ahead of everybody but the artist and moderators, and then comes by itself', async () => {
      const releaseAt = tomorrow();
      const id = await readyTrack(tracks, artist, song, { title: 'Zukunftsmusik', releaseAt });
      expect(await seen(id)).toBeNull();
      expect(await found('Zukunftsmusik')).toEqual({ nodes: [], totalCount: 0 });
      expect(await seen(id, artist)).toMatchObject({ publishedAt: null, releaseAt });
      expect(await seen(id, userCaller(somebody().userId, { scopes: ['content:remove'] }))).toMatchObject({ publishedAt: null });
      const r = [{ __typename: 'Track', id }];
      expect((await tracks.execute(ENTITY, { r }, somebody())).data).toEqual({ _entities: [null] });
      expect((await tracks.execute(ENTITY, { r }, serviceCaller('social'))).data).toEqual({ _entities: [{ publishedAt: null }] });
      await waitUntil(() => toldOf(id, 'tracks.track-changed.v1').length === 2);
      expect(toldOf(id, 'tracks.track-changed.v1').at(-1)!.data).toMatchObject({ isReady: true, releaseAt });
      expect(toldOf(id, 'tracks.track-published.v1')).toEqual([]);

      await comes(id);
      expect((await seen(id))!.stream).not.toBeNull();
      expect(Date.parse((await seen(id))!.publishedAt!)).toBeLessThan(Date.now());
      expect((await found('Zukunftsmusik')).totalCount).toBe(1);
      await tracks.subgraph.background.releases.runOnce();
      await waitUntil(() => toldOf(id, 'tracks.track-published.v1').length === 1);
      const changes = toldOf(id, 'tracks.track-changed.v1');
      expect(changes.map(({ revision }) => revision)).toEqual([1, 2, 3]);
      expect(await tracks.subgraph.background.releases.runOnce(), 'told once').toBe(0);
    });

    it('that has come before the track is ready waits for it', async () => {
      const id = await readyTrack(tracks, artist, song, { releaseAt: '2020-01-01T00:00:00Z' });
      expect(Date.parse((await seen(id))!.publishedAt!)).toBeGreaterThan(Date.now() - 60_000);
      await waitUntil(() => toldOf(id, 'tracks.track-published.v1').length === 1);
    });

    it('of a track that is not for everybody is told of, but not announced', async () => {
      const id = await readyTrack(tracks, artist, song, { visibility: 'UNLISTED', releaseAt: tomorrow() });
      await comes(id);
      await tracks.subgraph.background.releases.runOnce();
      await waitUntil(() => toldOf(id, 'tracks.track-changed.v1').length === 3);
      expect(toldOf(id, 'tracks.track-published.v1')).toEqual([]);
    });

    it('that is put off ends what listeners hold, and one that is called off comes at once', async () => {
      const id = await readyTrack(tracks, artist, song);
      const { hlsUrl } = (await seen(id))!.stream!;
      await update({ trackId: id, releaseAt: tomorrow() });
      expect(await seen(id)).toBeNull();
      await waitUntil(async () => (await fetch(hlsUrl)).status === 403);
      await update({ trackId: id, releaseAt: null });
      expect((await seen(id))!.stream).not.toBeNull();
      expect(toldOf(id, 'tracks.track-published.v1').length, 'everybody was told before').toBe(1);
    });
  });
});
