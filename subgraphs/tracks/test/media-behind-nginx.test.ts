import type { UserCaller } from '@veza/auth';
import { freePort, type Nginx, nginxHere, nginxInFront, waitUntil } from '@veza/testing';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { masterOf, mediaDoorContract } from './media-contract.ts';
import { readyTrack } from './operations.ts';
import { canProcess, openTracks, type OpenTracks, somebody, transcoderHere } from './tracks-fixture.ts';
import { wavFile } from './wav.ts';

const canRun = canProcess && nginxHere !== undefined;

describe.skipIf(!canRun)(`nginx in front of the media door${canRun ? '' : ' (skipped: no nginx or no ffmpeg)'}`, () => {
  let tracks: OpenTracks;
  let nginx: Nginx;
  let artist: UserCaller;
  let trackId: string;
  let master: string;
  let clockOffsetMs = 0;
  beforeAll(async () => {
    const port = await freePort();
    tracks = await openTracks({
      transcoder: await transcoderHere(),
      clock: () => new Date(Date.now() + clockOffsetMs),
      mediaUrl: `http://127.0.0.1:${port}`,
    });
    nginx = await nginxInFront(port, Number(new URL(tracks.origin).port));
    artist = somebody();
    trackId = await readyTrack(tracks, artist, wavFile({ seconds: 6 }));
    master = await masterOf(tracks, trackId);
  });
  afterAll(async () => {
    await nginx[Symbol.asyncDispose]();
    await tracks[Symbol.asyncDispose]();
  });

  mediaDoorContract(() => ({ tracks, artist, trackId, master, ahead: (ms) => (clockOffsetMs = ms) }));

  it('sends a segment from its own cache, to others too', async () => {
    const segment = 'a160-00002.m4s';
    const first = await fetch(new URL(segment, await masterOf(tracks, trackId, somebody())));
    const bytes = Buffer.from(await first.arrayBuffer());
    const forAnother = new URL(segment, await masterOf(tracks, trackId, somebody()));
    const blobs = join(tracks.folder, 'blobs');
    await rename(blobs, `${blobs}-away`);
    try {
      const second = await fetch(forAnother);
      expect(second.status).toBe(200);
      expect(Buffer.from(await second.arrayBuffer()).equals(bytes)).toBe(true);
    } finally {
      await rename(`${blobs}-away`, blobs);
    }
  });

  it('lets what it sent count as heard, once', async () => {
    const url = await masterOf(tracks, trackId, somebody());
    const lid = new URL(url).pathname.split('/')[2]!.split('.')[6]!;
    for (const _time of [1, 2]) await fetch(new URL('a256-00002.m4s', url));
    const heard = () => tracks.database.admin`select segment from media_delivery where lid = ${lid}`;
    await waitUntil(async () => (await heard()).length > 0);
    expect([...(await heard())]).toEqual([{ segment: 2 }]);
  });

  it('shows nobody the question that it asks', async () => {
    for (const path of ['/internal/media-auth', '/internal/media-auth-of-nginx']) {
      const answer = await fetch(new URL(path, master), { headers: { 'x-original-uri': new URL(master).pathname } });
      expect(answer.status).toBe(404);
    }
  });

  it('writes no token into its log', async () => {
    const token = new URL(master).pathname.split('/')[2]!;
    await waitUntil(async () => (await nginx.accessLog()).includes('master.m3u8'));
    expect(await nginx.accessLog()).not.toContain(token);
  });
});
