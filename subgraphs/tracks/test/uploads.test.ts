import { serviceCaller } from '@veza/auth';
import { toUuid } from '@veza/kernel';
import { waitUntil } from '@veza/testing';
import fastify from 'fastify';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { Upload as TusUpload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tracksSubgraph } from '../src/app.ts';
import { createTrack, createUpload, send, uploaded } from './operations.ts';
import { openTracks, type OpenTracks, somebody } from './tracks-fixture.ts';

const UPLOAD = 'query ($id: ID!) { upload(id: $id) { id url expiresAt state receivedBytes byteSize } }';
const TUS = { 'tus-resumable': '1.0.0' };
const PATCH = { ...TUS, 'content-type': 'application/offset+octet-stream' };

interface UploadAnswer {
  readonly upload: { readonly url: string | null; readonly state: string; readonly receivedBytes: number } | null;
}

const bytesOf = (length: number) => Buffer.from(Array.from({ length }, (_, index) => (index * 31) % 251));
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('uploads', () => {
  let tracks: OpenTracks;
  const owner = somebody();
  beforeAll(async () => {
    tracks = await openTracks({
      uploadLimits: {
        maxBytes: { TRACK_AUDIO: 2_000_000, ARTWORK: 1_000, AVATAR: 1_000, CHAT_ATTACHMENT: 1_000, LISTING_FILE: 3_000_000 },
        quotaBytes: 5_000_000,
        maxOpenUploads: 3,
      },
    });
  });
  afterAll(() => tracks[Symbol.asyncDispose]());

  const stateOf = async (id: string, caller = owner) => (await tracks.execute<UploadAnswer>(UPLOAD, { id }, caller)).data!.upload;
  const announce = async (byteSize: number, more: Record<string, unknown> = {}, by = owner) => {
    const { upload } = await createUpload(tracks, by, { byteSize, ...more });
    return { id: upload!.id, url: upload!.url! };
  };
  const patch = (url: string, offset: number, bytes: Buffer, headers: Record<string, string> = PATCH) =>
    fetch(url, { method: 'PATCH', headers: { ...headers, 'upload-offset': String(offset) }, body: bytes });
  const stored = (id: string, byteSize: number) =>
    waitUntil(async () => (await stat(join(tracks.deps.uploadFolder, id))).size === byteSize);
  const completed = (id: string) =>
    waitUntil(() => tracks.eventLog.of('tracks.upload-completed.v1').find((data) => (data as { uploadId: string }).uploadId === id));

  describe('createUpload', () => {
    it.each([
      ['UPLOAD_TOO_LARGE', { byteSize: 2_000_001 }],
      ['INVALID_FILENAME', { byteSize: 1, filename: '../song.wav' }],
      ['INVALID', { byteSize: 1, sha256: 'abc' }],
      ['INVALID', { byteSize: 1, contentType: 'x'.repeat(256) }],
    ])('answers %s', async (code, input) => {
      expect(await createUpload(tracks, somebody(), input)).toMatchObject({ upload: null, userErrors: [{ code }] });
    });

    it('keeps to the number of open uploads and to the quota, whoever comes first', async () => {
      const eager = somebody();
      const answers = await Promise.all(Array.from({ length: 5 }, () => createUpload(tracks, eager, { byteSize: 1_000 })));
      expect(answers.filter(({ upload }) => upload)).toHaveLength(3);
      expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['TOO_MANY_UPLOADS', 'TOO_MANY_UPLOADS']);

      const greedy = somebody();
      await announce(3_000_000, { purpose: 'LISTING_FILE' }, greedy);
      await announce(2_000_000, {}, greedy);
      expect(await createUpload(tracks, greedy, { byteSize: 1 })).toMatchObject({
        userErrors: [{ code: 'QUOTA_EXCEEDED', path: ['byteSize'] }],
      });
    });

    it('needs somebody who is signed in', async () => {
      const { errors } = await tracks.execute(
        'mutation { createUpload(input: { purpose: TRACK_AUDIO, filename: "a", byteSize: 1, contentType: "a" }) { upload { id } } }',
        {},
      );
      expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    });
  });

  it('arrive by tus, over an interruption, and are told of with their hash', async () => {
    const bytes = bytesOf(300_000);
    const { id, url } = await announce(bytes.length);
    await new Promise<void>((resolve, reject) => {
      const first = new TusUpload(bytes, {
        uploadUrl: url,
        chunkSize: 100_000,
        retryDelays: null,
        onError: reject,
        onChunkComplete: () => void first.abort().then(resolve, reject),
      });
      first.start();
    });
    expect(await stateOf(id)).toMatchObject({ state: 'RECEIVING', receivedBytes: 100_000 });
    await send(url, bytes);
    expect(await stateOf(id)).toEqual({
      id,
      url,
      expiresAt: expect.any(String),
      state: 'READY',
      receivedBytes: 300_000,
      byteSize: 300_000,
    });
    expect(await completed(id)).toEqual({
      uploadId: id,
      ownerId: owner.userId,
      purpose: 'TRACK_AUDIO',
      filename: 'song.wav',
      byteSize: 300_000,
      sha256: sha256(bytes),
      contentType: 'application/octet-stream',
    });
  });

  it('go on after the process was replaced, with the right hash', async () => {
    const bytes = bytesOf(200_000);
    const { id, url } = await announce(bytes.length, { sha256: sha256(bytes).toUpperCase() });
    expect((await patch(url, 0, bytes.subarray(0, 70_001))).status).toBe(204);
    const next = fastify({ forceCloseConnections: true });
    await next.register(async (scope) => tracksSubgraph(tracks.deps).routes(scope));
    const origin = await next.listen({ port: 0, host: '127.0.0.1' });
    await send(`${origin}${new URL(url).pathname}`, bytes);
    await next.close();
    expect(await completed(id)).toMatchObject({ sha256: sha256(bytes) });
  });

  it('are closed at the next look when the process died behind the last byte', async () => {
    const bytes = bytesOf(1_000);
    const { id, url } = await announce(bytes.length);
    await patch(url, 0, bytes.subarray(0, 999));
    await appendFile(join(tracks.deps.uploadFolder, id), bytes.subarray(999));
    const head = await fetch(url, { method: 'HEAD', headers: TUS });
    expect(head.headers.get('upload-offset')).toBe('1000');
    expect(await stateOf(id)).toMatchObject({ state: 'READY' });
    expect(await completed(id)).toMatchObject({ sha256: sha256(bytes) });
  });

  it('are refused when their bytes are not those that were announced', async () => {
    const { id, url } = await announce(10, { sha256: sha256(Buffer.from('else')) });
    await send(url, bytesOf(10));
    expect(await stateOf(id)).toMatchObject({ state: 'REFUSED', url: null });
    expect(existsSync(join(tracks.deps.uploadFolder, id))).toBe(false);
    expect((await fetch(url, { method: 'HEAD', headers: TUS })).status).toBe(410);
  });

  it('are complete at once when they are empty', async () => {
    const { upload } = await createUpload(tracks, owner, { byteSize: 0 });
    expect(upload).toMatchObject({ state: 'READY' });
    await send(upload!.url!, Buffer.alloc(0));
    expect(await stateOf(upload!.id)).toMatchObject({ state: 'READY' });
  });

  it('let the newer of two writers cut the older one off, and go on from what is stored', async () => {
    const bytes = bytesOf(50_000);
    const { id, url } = await announce(bytes.length);
    const slow = request(url, { method: 'PATCH', headers: { ...PATCH, 'upload-offset': '0', 'content-length': '50000' } });
    slow.on('error', () => undefined);
    slow.write(bytes.subarray(0, 20_000));
    await stored(id, 20_000);
    const head = await fetch(url, { method: 'HEAD', headers: TUS });
    expect(head.headers.get('upload-offset')).toBe('20000');
    expect((await patch(url, 20_000, bytes.subarray(20_000))).status).toBe(204);
    slow.destroy();
  });

  it('keep what arrived before a client vanished', async () => {
    const bytes = bytesOf(50_000);
    const { id, url } = await announce(bytes.length);
    const cut = request(url, { method: 'PATCH', headers: { ...PATCH, 'upload-offset': '0', 'content-length': '50000' } });
    cut.on('error', () => undefined);
    cut.write(bytes.subarray(0, 30_000));
    await stored(id, 30_000);
    cut.destroy();
    await waitUntil(async () => (await stateOf(id))?.receivedBytes === 30_000);
    await send(url, bytes);
    expect(await completed(id)).toMatchObject({ sha256: sha256(bytes) });
  });

  describe('at their door', () => {
    const statusAndCode = async (response: Response) => {
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      return [response.status, ((await response.json()) as { code: string }).code];
    };
    let door: { id: string; url: string };
    beforeAll(async () => {
      door = await announce(100, {}, somebody());
    });

    it('tell offset, length and end', async () => {
      const head = await fetch(door.url, { method: 'HEAD', headers: TUS });
      expect(head.status).toBe(200);
      expect(Object.fromEntries(head.headers)).toMatchObject({
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'upload-length': '100',
        'cache-control': 'no-store',
        'access-control-allow-origin': '*',
      });
      expect(Date.parse(head.headers.get('upload-expires') ?? '')).toBeGreaterThan(Date.now());
    });

    it('tell what they can do', async () => {
      const options = await fetch(door.url, { method: 'OPTIONS' });
      expect(options.status).toBe(204);
      expect(options.headers.get('tus-version')).toBe('1.0.0');
      expect(options.headers.get('tus-extension')?.split(',').toSorted()).toEqual(['expiration', 'termination']);
      expect(options.headers.get('access-control-allow-methods')).not.toContain('POST');
    });

    it('cannot be created there', async () => {
      const answer = await fetch(`${tracks.origin}/uploads`, { method: 'POST', headers: { ...TUS, 'upload-length': '1' } });
      expect(answer.headers.get('allow')).toBe('OPTIONS, HEAD, PATCH, DELETE');
      expect(await statusAndCode(answer)).toEqual([405, 'METHOD_NOT_ALLOWED']);
      expect((await fetch(door.url)).status).toBe(405);
    });

    it('are not there under any other address', async () => {
      const changed = `${door.url.slice(0, -1)}${door.url.endsWith('A') ? 'B' : 'A'}`;
      expect(await statusAndCode(await patch(changed, 0, bytesOf(1)))).toEqual([404, 'NOT_FOUND']);
      expect((await fetch(`${tracks.origin}/uploads/${door.id}`, { method: 'HEAD', headers: TUS })).status).toBe(404);
      expect((await fetch(`${tracks.origin}/uploads/..%2f..%2fetc%2fpasswd`, { method: 'HEAD', headers: TUS })).status).toBe(404);
    });

    it('refuse what does not fit', async () => {
      expect(await statusAndCode(await patch(door.url, 5, bytesOf(1)))).toEqual([409, 'CONFLICT']);
      expect(await statusAndCode(await patch(door.url, 0, bytesOf(101)))).toEqual([413, 'CONTENT_TOO_LARGE']);
      expect(await statusAndCode(await patch(door.url, 0, bytesOf(1), { ...TUS, 'content-type': 'application/json' }))).toEqual([
        415,
        'UNSUPPORTED_MEDIA_TYPE',
      ]);
      expect(
        await statusAndCode(await patch(door.url, 0, bytesOf(1), { 'content-type': PATCH['content-type'], 'tus-resumable': '0.2.2' })),
      ).toEqual([412, 'TUS_VERSION_UNSUPPORTED']);
      expect(await statusAndCode(await patch(door.url, 0, bytesOf(1), { ...PATCH, 'upload-length': '1' }))).toEqual([400, 'BAD_REQUEST']);
      expect(await stateOf(door.id, somebody())).toBeNull();
    });

    it('are over after DELETE', async () => {
      expect((await fetch(door.url, { method: 'DELETE', headers: TUS })).status).toBe(204);
      expect(await statusAndCode(await patch(door.url, 0, bytesOf(1)))).toEqual([410, 'UPLOAD_EXPIRED']);
      expect(existsSync(join(tracks.deps.uploadFolder, door.id))).toBe(false);
    });
  });

  it('end when nothing arrives for a day', async () => {
    const late = await announce(100, {}, somebody());
    await tracks.database.admin`update upload set expires_at = now() - interval '1 second' where id = ${toUuid('upload', late.id)}`;
    expect((await patch(late.url, 0, bytesOf(1))).status).toBe(410);
    expect(await tracks.subgraph.background.uploadSweeper.runOnce()).toBe(1);
    expect(existsSync(join(tracks.deps.uploadFolder, late.id))).toBe(false);
  });

  it('are seen by their owner and by other parts of the platform, who alone see whose they are', async () => {
    const id = await uploaded(tracks, owner, bytesOf(10), { purpose: 'LISTING_FILE', filename: 'stems.zip' });
    expect(await stateOf(id, somebody())).toBeNull();
    const entities = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Upload { id state purpose ownerId filename } } }';
    const r = [
      { __typename: 'Upload', id },
      { __typename: 'Upload', id: 'upload_nothing' },
    ];
    expect((await tracks.execute(entities, { r }, serviceCaller('marketplace'))).data).toEqual({
      _entities: [{ id, state: 'READY', purpose: 'LISTING_FILE', ownerId: owner.userId, filename: 'stems.zip' }, null],
    });
    expect((await tracks.execute(entities, { r }, somebody())).data).toEqual({ _entities: [null, null] });
    const asOwner = await tracks.execute('query ($id: ID!) { upload(id: $id) { ownerId } }', { id }, owner);
    expect(asOwner.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('become a track once, of their owner, when they are complete and meant for it', async () => {
    const unfinished = await announce(100, {}, owner);
    const complete = await uploaded(tracks, owner, bytesOf(10));
    const listing = await uploaded(tracks, owner, bytesOf(10), { purpose: 'LISTING_FILE' });
    const refused = async (uploadId: string, by = owner) => (await createTrack(tracks, by, { uploadId })).userErrors;
    expect(await refused(unfinished.id)).toEqual([{ code: 'UPLOAD_NOT_READY', path: ['uploadId'] }]);
    expect(await refused(listing)).toEqual([{ code: 'NOT_FOUND', path: ['uploadId'] }]);
    expect(await refused(complete, somebody())).toEqual([{ code: 'NOT_FOUND', path: ['uploadId'] }]);
    expect(await refused('nonsense')).toEqual([{ code: 'NOT_FOUND', path: ['uploadId'] }]);
    const both = await Promise.all([
      createTrack(tracks, owner, { uploadId: complete }),
      createTrack(tracks, owner, { uploadId: complete }),
    ]);
    expect(both.filter(({ track }) => track)).toHaveLength(1);
    expect(await stateOf(complete)).toMatchObject({ state: 'CLAIMED' });
    await fetch(unfinished.url, { method: 'DELETE', headers: TUS });
  });
});
