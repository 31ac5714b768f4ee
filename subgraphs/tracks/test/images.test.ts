import { serviceCaller } from '@veza/auth';
import { err, IMAGE_SIZES, ok, type Result, toId, toUuid, uuidv7 } from '@veza/kernel';
import { waitUntil } from '@veza/testing';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MediaFailure, PictureJob, Transcoder } from '../src/application/transcoder.ts';
import { releaseUpload } from '../src/application/upload/release-upload.ts';
import { postgresTracksRepositories } from '../src/infrastructure/postgres-tracks-repositories.ts';
import { createTrack, createUpload, send, uploaded } from './operations.ts';
import { pngChunk, pngFile, pngHead } from './pictures.ts';
import { openTracks, type OpenTracks, somebody } from './tracks-fixture.ts';

const UPLOAD = 'query ($id: ID!) { upload(id: $id) { id state url refusal { code message } } }';
const ARTWORK = 'query ($id: ID!) { track(id: $id) { artwork { url(size: 200) } } }';
const UPDATE =
  'mutation ($input: UpdateTrackInput!) { updateTrack(input: $input) { track { artwork { url(size: 64) } } userErrors { code path } } }';
const REFUSED = 'Signature and size are read here, pixels in a child process.';

interface Artwork {
  readonly artwork: { readonly url: string } | null;
}
interface Updated {
  readonly updateTrack: {
    readonly track: Artwork | null;
    readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
  };
}

/** Writes what a transcoder writes, and fails as it is told. */
function paintingTranscoder() {
  const answers: Result<void, MediaFailure>[] = [];
  const jobs: PictureJob[] = [];
  const nothing = () => Promise.resolve(err({ code: 'CORRUPT_MEDIA' as const, detail: REFUSED }));
  const transcoder: Transcoder = {
    name: 'painting',
    probe: nothing,
    run: nothing,
    cover: nothing,
    async picture(job) {
      jobs.push(job);
      const answer = answers.shift() ?? ok(undefined);
      if (!answer.ok) return answer;
      for (const size of IMAGE_SIZES) await writeFile(join(job.outputFolder, `${size}.jpg`), `a picture of ${size} pixels`);
      return answer;
    },
  };
  return { transcoder, answers, jobs };
}

describe('pictures', () => {
  let tracks: OpenTracks;
  const painting = paintingTranscoder();
  const artist = somebody();
  const png = pngFile({ width: 4, height: 4 });
  beforeAll(async () => {
    tracks = await openTracks({ transcoder: painting.transcoder });
  });
  afterAll(() => tracks[Symbol.asyncDispose]());

  const picture = (more: Record<string, unknown> = {}, bytes = png, owner = artist) =>
    uploaded(tracks, owner, bytes, { purpose: 'ARTWORK', filename: 'cover.png', ...more });
  const stateOf = async (id: string) =>
    (await tracks.execute<{ upload: { state: string; refusal: { code: string; message: string } | null } }>(UPLOAD, { id }, artist)).data!
      .upload;
  const track = async (more: Record<string, unknown> = {}) =>
    createTrack(tracks, artist, { uploadId: await uploaded(tracks, artist, Buffer.from('no music')), ...more });
  const artworkOf = async (id: string) => (await tracks.execute<{ track: Artwork }>(ARTWORK, { id }, artist)).data!.track.artwork;
  const update = async (input: Record<string, unknown>) => (await tracks.execute<Updated>(UPDATE, { input }, artist)).data!.updateTrack;
  const imagesLeft = async () => (await tracks.blobs.list('img/')).keys.length;

  it('are made when their last byte arrives, and the bytes that were sent are not kept', async () => {
    const id = await picture();
    expect(await stateOf(id)).toMatchObject({ state: 'READY', refusal: null });
    expect(existsSync(join(tracks.deps.uploadFolder, id))).toBe(false);
    const told = () => tracks.eventLog.of('tracks.upload-completed.v1') as readonly { uploadId: string; imageId?: string }[];
    const { imageId } = await waitUntil(() => told().find(({ uploadId }) => uploadId === id));
    const entities = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Upload { imageId } } }';
    const r = [{ __typename: 'Upload', id }];
    expect((await tracks.execute(entities, { r }, serviceCaller('users'))).data).toEqual({ _entities: [{ imageId }] });
    expect((await fetch(`${tracks.origin}/i/${imageId}/64.jpg`)).status).toBe(200);
  });

  describe('are refused with a code when', () => {
    const animated = Buffer.from('RIFF\x26\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x03\0\0\x03\0\0ANIM\x06\0\0\0\0\0\0\0\0\0', 'latin1');
    const bomb = Buffer.concat([pngHead(16_000, 16_000), pngChunk('IDAT', Buffer.alloc(9))]);
    it.each([
      ['they are a drawing', 'UNSUPPORTED_FORMAT', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
      ['they move', 'UNSUPPORTED_FORMAT', animated],
      ['they are a page with a picture behind it', 'UNSUPPORTED_FORMAT', Buffer.concat([Buffer.from('<html>'), png])],
      ['they would be too large', 'TOO_MANY_PIXELS', bomb],
    ])('%s: %s', async (_what, code, bytes) => {
      const decoded = painting.jobs.length;
      const id = await picture({ filename: 'cover.jpg', contentType: 'image/jpeg' }, bytes);
      expect(await stateOf(id)).toMatchObject({ state: 'REFUSED', url: null, refusal: { code, message: expect.stringMatching(/\.$/) } });
      expect(painting.jobs.length, 'nothing of it is decoded').toBe(decoded);
      expect(existsSync(join(tracks.deps.uploadFolder, id))).toBe(false);
    });

    it.each([
      ['they are damaged', ['CORRUPT_MEDIA'], 'CORRUPT_MEDIA'],
      ['they hold something else', ['NO_AUDIO_STREAM'], 'CORRUPT_MEDIA'],
      ['they take too long', ['PROCESSING_TIMEOUT'], 'PROCESSING_TIMEOUT'],
      ['they break their reader twice', ['PROCESSING_CRASHED', 'PROCESSING_CRASHED'], 'PROCESSING_CRASHED'],
    ] as const)('%s', async (_what, answers, code) => {
      painting.answers.push(...answers.map((answer) => err({ code: answer, detail: 'a test' })));
      expect(await stateOf(await picture())).toMatchObject({ state: 'REFUSED', refusal: { code } });
      expect(painting.answers).toEqual([]);
    });

    it('they are empty', async () => {
      const { upload } = await createUpload(tracks, artist, { purpose: 'AVATAR', byteSize: 0 });
      expect(await stateOf(upload!.id)).toMatchObject({ state: 'REFUSED', refusal: { code: 'UNSUPPORTED_FORMAT' } });
    });

    it('they are too many bytes', async () => {
      const input = { purpose: 'AVATAR', byteSize: 10 * 1024 ** 2 + 1 };
      expect(await createUpload(tracks, somebody(), input)).toMatchObject({ userErrors: [{ code: 'UPLOAD_TOO_LARGE' }] });
    });
  });

  it('get a second chance when their reader breaks', async () => {
    painting.answers.push(err({ code: 'PROCESSING_CRASHED', detail: 'a test' }));
    expect(await stateOf(await picture())).toMatchObject({ state: 'READY' });
  });

  it('are read alone in a folder of their own, as what their signature says', async () => {
    await picture({ filename: '..png; rm -rf.gif', contentType: 'image/gif' });
    const { path, format, outputFolder } = painting.jobs.at(-1)!;
    expect(format.decoder).toBe('png');
    expect(path).toMatch(/\/pictures\/[-0-9a-f]{36}\/in\/in\.bin$/);
    expect(existsSync(outputFolder)).toBe(false);
  });

  describe('as the artwork of a track', () => {
    it('are shown, replaced and taken away; what is no longer shown is removed', async () => {
      const before = await imagesLeft();
      const artworkUploadId = await picture();
      const { track: made } = await track({ artworkUploadId });
      const first = (await artworkOf(made!.id))!.url;
      expect(first).toMatch(new RegExp(`^${tracks.origin}/i/[a-z0-9]{26}/256\\.jpg$`));
      expect(await (await fetch(first)).text()).toBe('a picture of 256 pixels');

      const { track: changed } = await update({ trackId: made!.id, artworkUploadId: await picture() });
      expect(changed!.artwork!.url).toMatch(/64\.jpg$/);
      expect((await fetch(first)).status).toBe(404);
      expect((await update({ trackId: made!.id, title: 'Other' })).track!.artwork).toEqual(changed!.artwork);
      expect((await update({ trackId: made!.id, artworkUploadId: null })).track!.artwork).toBeNull();
      await waitUntil(async () => (await imagesLeft()) === before);
      const [row] = await tracks.database.admin<{ freed: boolean }[]>`
        select freed_at is not null as freed from upload where id = ${toUuid('upload', artworkUploadId)}`;
      expect(row, 'counts no longer against the quota').toEqual({ freed: true });
    });

    it('go with their track', async () => {
      const { track: made } = await track({ artworkUploadId: await picture() });
      const { url } = (await artworkOf(made!.id))!;
      await tracks.execute('mutation ($id: ID!) { deleteTrack(input: { trackId: $id }) { deletedTrackId } }', { id: made!.id }, artist);
      expect((await fetch(url)).status).toBe(404);
    });

    it('are used once, by their owner, for what they were sent', async () => {
      const { track: mine } = await track();
      const used = await picture();
      await track({ artworkUploadId: used });
      const unfinished = (await createUpload(tracks, artist, { purpose: 'ARTWORK', byteSize: 9 })).upload!.id;
      const refused = async (artworkUploadId: string) => (await update({ trackId: mine!.id, artworkUploadId })).userErrors;
      const notFound = [{ code: 'NOT_FOUND', path: ['artworkUploadId'] }];
      expect(await refused(used)).toEqual(notFound);
      expect(await refused(await picture({ purpose: 'AVATAR' }))).toEqual(notFound);
      expect(await refused(await picture({}, png, somebody()))).toEqual(notFound);
      expect(await refused(await picture({}, Buffer.from('no picture')))).toEqual(notFound);
      expect(await refused('nonsense')).toEqual(notFound);
      expect(await refused(unfinished)).toEqual([{ code: 'UPLOAD_NOT_READY', path: ['artworkUploadId'] }]);
      expect((await track({ artworkUploadId: unfinished })).userErrors).toEqual([{ code: 'UPLOAD_NOT_READY', path: ['artworkUploadId'] }]);
    });
  });

  it('that nothing uses are removed with their upload', async () => {
    const before = await imagesLeft();
    const id = await picture();
    expect(await imagesLeft()).toBe(before + IMAGE_SIZES.length);
    await tracks.database.admin`update upload set expires_at = now() - interval '1 second' where id = ${toUuid('upload', id)}`;
    await tracks.subgraph.background.uploadSweeper.runOnce();
    await waitUntil(async () => (await imagesLeft()) === before);
  });

  describe('of a person', () => {
    const release = (uploadId: string) =>
      tracks.deps.database.transaction((tx) =>
        releaseUpload(
          postgresTracksRepositories({ ...tracks.deps, newEventId: () => uuidv7(new Date(), randomBytes) })(tx),
          { uploadId: toId('upload', uploadId), purpose: 'AVATAR' },
          tracks.deps.clock,
        ),
      );

    it('are removed when they are no longer shown, whether the use was told of before or after', async () => {
      const before = await imagesLeft();
      const id = await picture({ purpose: 'AVATAR' });
      await release(id);
      await release(id);
      expect(await stateOf(id)).toMatchObject({ state: 'EXPIRED' });
      await waitUntil(async () => (await imagesLeft()) === before);
    });

    it('are the only ones that others may give back', async () => {
      const id = await picture();
      await release(id);
      await release('upload_nothing');
      expect(await stateOf(id)).toMatchObject({ state: 'READY' });
    });
  });

  describe('at their door', () => {
    let url = '';
    beforeAll(async () => {
      const { track: made } = await track({ artworkUploadId: await picture() });
      url = (await artworkOf(made!.id))!.url;
    });

    it('may be kept for ever, and read by every page', async () => {
      const answer = await fetch(url);
      expect(answer.status).toBe(200);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'content-length': '23',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      });
      expect(await answer.text()).toBe('a picture of 256 pixels');
    });

    it('are not sent again to who has them', async () => {
      const etag = (await fetch(url, { method: 'HEAD' })).headers.get('etag')!;
      expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
      const known = await fetch(url, { headers: { 'if-none-match': `"other", W/${etag}` } });
      expect([known.status, await known.text(), known.headers.get('etag')]).toEqual([304, '', etag]);
      expect((await fetch(url, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    });

    it('tell their size without their bytes', async () => {
      const head = await fetch(url, { method: 'HEAD' });
      expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '23', '']);
    });

    it('cannot be written', async () => {
      const answer = await fetch(url, { method: 'PUT', body: 'x' });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
      expect((await fetch(url, { method: 'OPTIONS' })).status).toBe(204);
    });

    it.each([
      (good: string) => good.replace('256.jpg', '300.jpg'),
      (good: string) => good.replace('256.jpg', '0256.jpg'),
      (good: string) => good.replace('256.jpg', '256.png'),
      (good: string) => good.replace(/\/i\/[a-z0-9]{26}/, '/i/00000000000000000000000000'),
      (good: string) => good.replace('/256.jpg', '/..%2f..%2f256.jpg'),
      (good: string) => `${good}/`,
    ])('are nowhere else', async (change) => {
      const answer = await fetch(change(url));
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.headers.get('cache-control')).toBe('no-store');
    });

    it('are gone when their file is', async () => {
      const { track: made } = await track({ artworkUploadId: await picture() });
      const { url: lost } = (await artworkOf(made!.id))!;
      await tracks.blobs.delete(new URL(lost).pathname.replace('/i/', 'img/'));
      expect((await fetch(lost)).status).toBe(404);
    });
  });
});

describe('pictures without a transcoder', () => {
  it('are refused, and say why', async () => {
    await using tracks = await openTracks();
    const owner = somebody();
    const { upload } = await createUpload(tracks, owner, { purpose: 'AVATAR', byteSize: 3 });
    await send(upload!.url!, Buffer.from('abc'));
    const { data } = await tracks.execute<{ upload: unknown }>(UPLOAD, { id: upload!.id }, owner);
    expect(data!.upload).toMatchObject({ state: 'REFUSED', refusal: { code: 'TRANSCODER_UNAVAILABLE' } });
  });
});
