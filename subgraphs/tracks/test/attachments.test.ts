import { serviceCaller } from '@veza/auth';
import { uuidv7 } from '@veza/kernel';
import { signedMediaFolder } from '@veza/media-token';
import { waitUntil } from '@veza/testing';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachmentKey } from '../src/infrastructure/attachment/blob-attachment-files.ts';
import { createUpload, send } from './operations.ts';
import { exifWith, jpegWithExif, pngFile, pngHead } from './pictures.ts';
import { openTracks, type OpenTracks, somebody } from './tracks-fixture.ts';

interface Completed {
  readonly uploadId: string;
  readonly aid?: string;
  readonly [fact: string]: unknown;
}

const TOLD = '{ ... on Upload { state purpose ownerId filename contentType aid width height } }';
const TELL = `query ($representations: [_Any!]!) { _entities(representations: $representations) ${TOLD} }`;

describe('a file that comes with a message', () => {
  let tracks: OpenTracks;
  const owner = somebody();
  beforeAll(async () => {
    tracks = await openTracks();
  });
  afterAll(() => tracks[Symbol.asyncDispose]());

  const attach = async (bytes: Buffer, filename = 'file.png'): Promise<Completed & { readonly aid: string }> => {
    const { upload } = await createUpload(tracks, owner, {
      purpose: 'CHAT_ATTACHMENT',
      byteSize: bytes.length,
      filename,
      contentType: 'image/png',
    });
    if (bytes.length > 0) await send(upload!.url!, bytes);
    return waitUntil(() => told(upload!.id)) as Promise<Completed & { readonly aid: string }>;
  };
  const told = (id: string) =>
    (tracks.eventLog.of('tracks.upload-completed.v1') as readonly Completed[]).find(({ uploadId }) => uploadId === id);

  /** The address that chat would sign. */
  const addressOf = async (aid: string, ageMs = 0) => {
    const issuedAtMs = Math.floor((Date.now() - ageMs) / 600_000) * 600_000;
    const facts = { scope: 'a', issuedAtMs, expiresAt: issuedAtMs / 1000 + 3_600, sid: 'S'.repeat(16), lid: 'L'.repeat(16) } as const;
    return `${signedMediaFolder(tracks.origin, await tracks.subgraph.attachmentKeys.current(), { facts, aid })}/file`;
  };
  const open = async (aid: string) => fetch(await addressOf(aid));
  const tell = (topic: string, uploadId: string) => {
    const id = uuidv7(new Date(), randomBytes);
    const data = { uploadId, by: 'message_1' };
    tracks.eventLog.due.push({ id, topic, key: uploadId, revision: 1, occurredAt: new Date().toISOString(), data });
    const { onUploadClaimed, onUploadReleased } = tracks.subgraph.background;
    return topic.endsWith('claimed.v1') ? onUploadClaimed.runOnce() : onUploadReleased.runOnce();
  };

  it('is told of with what its signature says, and shown in a page when it is a picture', async () => {
    const bytes = pngFile({ width: 3, height: 2 });
    const { aid, uploadId, ...facts } = await attach(bytes, 'näch(ste)’s "x".png');
    expect(facts).toMatchObject({ purpose: 'CHAT_ATTACHMENT', contentType: 'image/png', width: 3, height: 2, byteSize: bytes.length });
    const answer = await open(aid);
    expect([answer.status, Buffer.from(await answer.arrayBuffer()).equals(bytes)]).toEqual([200, true]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': "inline; filename*=UTF-8''n%C3%A4ch%28ste%29%E2%80%99s%20%22x%22.png",
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'cache-control': expect.stringMatching(/^private, max-age=\d+, immutable$/),
    });
    expect(existsSync(join(tracks.deps.uploadFolder, uploadId))).toBe(false);
    const part = await fetch(await addressOf(aid), { headers: { range: 'bytes=1-3' } });
    expect([part.status, await part.text()]).toEqual([206, 'PNG']);
  });

  it('has its sides as they are seen', async () => {
    const sideways = jpegWithExif(Buffer.from('ffd8ffc0000b080002000301011100ffd9', 'hex'), exifWith(6));
    expect(await attach(sideways)).toMatchObject({ contentType: 'image/jpeg', width: 2, height: 3 });
    expect(await attach(Buffer.from('GIF89a\x05\x00\x04\x00\x00\x00\x00;', 'latin1'))).toMatchObject({
      contentType: 'image/gif',
      width: 5,
    });
  });

  it.each([
    ['a page that calls itself a picture', Buffer.from('<html><script>alert(1)</script></html>')],
    ['an SVG with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a picture too large to decode', Buffer.concat([pngHead(60_000, 60_000), Buffer.from('x')])],
    ['an archive that would fill a disk', gzipSync(Buffer.alloc(20_000_000))],
    ['nothing at all', Buffer.alloc(0)],
  ])('is only offered to be kept when it is %s', async (_what, bytes) => {
    const { aid, ...facts } = await attach(bytes);
    expect(facts).toMatchObject({ contentType: 'application/octet-stream', byteSize: bytes.length });
    expect(facts).not.toHaveProperty('width');
    const answer = await open(aid);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(answer.headers.get('content-security-policy')).toBe('sandbox');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('is described to other parts of the platform, and to nobody else', async () => {
    const { uploadId, aid } = await attach(pngFile({ width: 1, height: 1 }));
    const representations = [{ __typename: 'Upload', id: uploadId }];
    const asService = await tracks.execute<{ _entities: readonly unknown[] }>(TELL, { representations }, serviceCaller('chat'));
    expect(asService.data?._entities).toEqual([
      {
        state: 'READY',
        purpose: 'CHAT_ATTACHMENT',
        ownerId: owner.userId,
        filename: 'file.png',
        contentType: 'image/png',
        aid,
        width: 1,
        height: 1,
      },
    ]);
    const asOwner = await tracks.execute<{ _entities: readonly unknown[] }>(TELL, { representations }, owner);
    expect(asOwner.errors?.map(({ extensions }) => extensions['code'])).toContain('FORBIDDEN');
    expect(JSON.stringify(asOwner.data)).not.toContain(aid);
  });

  it('is refused under an address that is old, changed or of another file', async () => {
    const [first, second] = [await attach(Buffer.from('one')), await attach(Buffer.from('two'))];
    const code = async (address: string) => ((await (await fetch(address)).json()) as { code: string }).code;
    const address = await addressOf(first.aid);
    expect(await code(await addressOf(first.aid, 3_700_000))).toBe('MEDIA_TOKEN_EXPIRED');
    expect(await code(address.replace(first.aid, second.aid))).toBe('MEDIA_TOKEN_INVALID');
    expect(await code(address.replace(/\.a\.(\d{13})/, '.d.$1'))).toBe('MEDIA_TOKEN_INVALID');
    expect(await code(await addressOf('z'.repeat(26)))).toBe('NOT_FOUND');
  });

  it('is kept while a message uses it; afterwards it is refused at once, its bytes go, and they count no longer', async () => {
    const { uploadId, aid } = await attach(Buffer.from('words'));
    await tell('chat.upload-claimed.v1', uploadId);
    await tracks.database.admin`update upload set expires_at = now() - interval '1 second' where aid = ${aid}`;
    await tracks.subgraph.background.uploadSweeper.runOnce();
    expect((await open(aid)).status).toBe(200);

    await tell('users.upload-released.v1', uploadId);
    expect((await open(aid)).status).toBe(200);
    await tell('chat.upload-released.v1', uploadId);
    expect((await open(aid)).status).toBe(404);
    await waitUntil(async () => (await tracks.blobs.head(attachmentKey(aid))) === undefined);
    const [row] = await tracks.database.admin`select freed_at from upload where aid = ${aid}`;
    expect(row!['freed_at']).not.toBeNull();
    await tell('chat.upload-released.v1', uploadId);
  });

  it('goes when no message used it for a day, and stays gone when the use is told of late', async () => {
    const { uploadId, aid } = await attach(Buffer.from('unused'));
    await tracks.database.admin`update upload set expires_at = now() - interval '1 second' where aid = ${aid}`;
    await tracks.subgraph.background.uploadSweeper.runOnce();
    expect((await open(aid)).status).toBe(404);
    await tell('chat.upload-claimed.v1', uploadId);
    expect((await open(aid)).status).toBe(404);
    await waitUntil(async () => (await tracks.blobs.head(attachmentKey(aid))) === undefined);
  });

  it('may be as large as the limit says and no larger', async () => {
    const announce = (byteSize: number) => createUpload(tracks, somebody(), { purpose: 'CHAT_ATTACHMENT', byteSize });
    expect((await announce(100 * 1024 ** 2)).userErrors).toEqual([]);
    expect((await announce(100 * 1024 ** 2 + 1)).userErrors).toMatchObject([{ code: 'UPLOAD_TOO_LARGE' }]);
  });
});
