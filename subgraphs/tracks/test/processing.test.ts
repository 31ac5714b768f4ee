import { pgBossJobQueue } from '@veza/jobs';
import { err, ok, type Result, toUuid } from '@veza/kernel';
import { silentLog } from '@veza/telemetry';
import { waitUntil } from '@veza/testing';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tracksSubgraph } from '../src/app.ts';
import type { LadderResult, MediaFailure, Transcoder } from '../src/application/transcoder.ts';
import { encoded } from './encoded.ts';
import { createTrack, processed, readyTrack, uploaded } from './operations.ts';
import { pngFile } from './pictures.ts';
import { canProcess, openTracks, type OpenTracks, somebody, transcoderHere } from './tracks-fixture.ts';
import { wavFile } from './wav.ts';

const TRACK =
  'query ($id: ID!) { track(id: $id) { title durationMs publishedAt stream { hlsUrl } processing { state progress failure { code message } } } }';
interface TrackAnswer {
  readonly track: {
    readonly title: string;
    readonly durationMs: number | null;
    readonly stream: { readonly hlsUrl: string } | null;
  } | null;
}

const PLAYLIST =
  '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXTINF:10,\nhttp://127.0.0.1:1/x.ts\n#EXT-X-ENDLIST\n';

describe.skipIf(!canProcess)('processing', () => {
  let tracks: OpenTracks;
  const artist = somebody();
  beforeAll(async () => {
    tracks = await openTracks({ transcoder: await transcoderHere() });
  });
  afterAll(() => tracks[Symbol.asyncDispose]());

  const trackOf = async (id: string, caller = artist) => (await tracks.execute<TrackAnswer>(TRACK, { id }, caller)).data!.track;

  describe('ends with a typed reason for', () => {
    const cases: readonly (readonly [string, string, () => Buffer | Promise<Buffer>])[] = [
      ['a text named .mp3', 'UNSUPPORTED_FORMAT', () => Buffer.from('This is not music.\n'.repeat(100))],
      ['an HLS playlist named .mp3', 'UNSUPPORTED_FORMAT', () => Buffer.from(PLAYLIST)],
      [
        'a playlist behind a tag',
        'UNSUPPORTED_FORMAT',
        () => Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\x0a'), Buffer.alloc(10), Buffer.from(PLAYLIST)]),
      ],
      ['an empty file', 'UNSUPPORTED_FORMAT', () => Buffer.alloc(0)],
      ['a flac that breaks off', 'CORRUPT_MEDIA', async () => (await encoded(wavFile({ seconds: 8 }), 'flac')).subarray(0, 40_000)],
      [
        'a flac of which only the head is there',
        'CORRUPT_MEDIA',
        async () => (await encoded(wavFile({ seconds: 8 }), 'flac')).subarray(0, 60),
      ],
      ['a sound that is over at once', 'TOO_SHORT', () => wavFile({ seconds: 0.05 })],
      ['a sound from too many speakers', 'UNSUPPORTED_LAYOUT', () => wavFile({ seconds: 1, channels: 9 })],
    ];
    it.each(cases)('%s: %s', async (_what, code, make) => {
      const uploadId = await uploaded(tracks, artist, await make(), { filename: 'song.mp3' });
      const { track } = await createTrack(tracks, artist, { uploadId, visibility: 'PUBLIC' });
      const processing = await processed(tracks, artist, track!.id);
      expect(processing).toMatchObject({ state: 'FAILED', failure: { code, message: expect.stringMatching(/\.$/) } });
      expect(await trackOf(track!.id)).toMatchObject({ title: 'song', durationMs: null, stream: null });
      expect(await trackOf(track!.id, somebody())).toBeNull();
    });

    it('leaves nothing behind but the source', async () => {
      expect(await readdir(join(tracks.deps.workFolder, 'audio'))).toEqual([]);
      const { keys } = await tracks.blobs.list('');
      expect(keys.filter((key) => !key.startsWith('src/'))).toEqual([]);
    });
  });

  it('removes the source of a file that failed, a week later', async () => {
    const uploadId = await uploaded(tracks, artist, Buffer.from('no music'));
    const { track } = await createTrack(tracks, artist, { uploadId });
    await processed(tracks, artist, track!.id);
    const [row] = await tracks.database.admin<{ id: string }[]>`select id from asset where track_id = ${toUuid('track', track!.id)}`;
    const hasSource = async () => (await tracks.blobs.head(`src/${row!.id}/original`)) !== undefined;
    await tracks.subgraph.background.uploadSweeper.runOnce();
    expect(await hasSource()).toBe(true);
    await tracks.database.admin`update asset set changed_at = now() - interval '8 days' where id = ${row!.id}`;
    await tracks.subgraph.background.uploadSweeper.runOnce();
    expect(await hasSource()).toBe(false);
    expect((await trackOf(track!.id))!.title).toBe('song');
  });

  it('takes the title of the file when the artist gave none, and keeps the artist’s', async () => {
    const mp3 = await encoded(wavFile({ seconds: 1 }), 'mp3', { title: 'Tagged ‮' });
    const make = async (said: Record<string, unknown>) => {
      const { track } = await createTrack(tracks, artist, {
        uploadId: await uploaded(tracks, artist, mp3, { filename: 'a b.mp3' }),
        ...said,
      });
      await processed(tracks, artist, track!.id);
      return (await trackOf(track!.id))!.title;
    };
    expect(await make({})).toBe('Tagged');
    expect(await make({ title: 'Chosen' })).toBe('Chosen');
  });

  it('makes no rung above the bit rate of a lossy source', async () => {
    const mp3 = await encoded(wavFile({ seconds: 2 }), 'mp3');
    const id = await readyTrack(tracks, artist, mp3);
    const master = await (await fetch((await trackOf(id))!.stream!.hlsUrl)).text();
    expect(master).toContain('a64.m3u8');
    expect(master).not.toContain('a160.m3u8');
  });

  it('replaces the audio of a track, which is heard as before until the new one is ready', async () => {
    const id = await readyTrack(tracks, artist, wavFile({ seconds: 1 }));
    const before = (await trackOf(id))!.stream!.hlsUrl;
    const update =
      'mutation ($input: UpdateTrackInput!) { updateTrack(input: $input) { track { durationMs processing { state } stream { hlsUrl } } userErrors { code } } }';
    const broken = await uploaded(tracks, artist, Buffer.from('no music'));
    await tracks.execute(update, { input: { trackId: id, uploadId: broken } }, artist);
    expect(await processed(tracks, artist, id)).toMatchObject({ state: 'FAILED', failure: { code: 'UNSUPPORTED_FORMAT' } });
    expect((await trackOf(id, somebody()))!.durationMs).toBe(1_000);
    expect((await fetch(before)).status).toBe(200);

    const better = await uploaded(tracks, artist, wavFile({ seconds: 2 }));
    await tracks.execute(update, { input: { trackId: id, uploadId: better } }, artist);
    expect(await processed(tracks, artist, id)).toMatchObject({ state: 'READY' });
    expect((await trackOf(id, somebody()))!.durationMs).toBe(2_000);
    await waitUntil(async () => (await fetch(before)).status === 403, { timeoutMs: 5_000 });
  });
});

describe.skipIf(!canProcess)('the cover inside a song', () => {
  let tracks: OpenTracks;
  const artist = somebody();
  beforeAll(async () => {
    tracks = await openTracks({ transcoder: await transcoderHere() });
  });
  afterAll(() => tracks[Symbol.asyncDispose]());

  const song = (cover: Buffer | undefined) => encoded(wavFile({ seconds: 1 }), 'mp3', cover ? { cover } : {});
  const red = pngFile({ width: 64, height: 64 });
  const green = pngFile({ width: 64, height: 64, colourAt: () => [0, 255, 0, 255] });
  const ARTWORK = 'query ($id: ID!) { track(id: $id) { artwork { url(size: 64) } } }';
  const UPDATE = 'mutation ($input: UpdateTrackInput!) { updateTrack(input: $input) { userErrors { code } } }';
  const artworkOf = async (id: string) =>
    (await tracks.execute<{ track: { artwork: { url: string } | null } }>(ARTWORK, { id }, artist)).data!.track.artwork?.url;
  const replaceAudio = async (trackId: string, bytes: Buffer) => {
    await tracks.execute(UPDATE, { input: { trackId, uploadId: await uploaded(tracks, artist, bytes) } }, artist);
    expect(await processed(tracks, artist, trackId)).toMatchObject({ state: 'READY' });
  };
  const pictures = async () => (await tracks.blobs.list('img/')).keys.length;

  it('is shown until the next version brings another', async () => {
    const id = await readyTrack(tracks, artist, await song(red));
    const first = await artworkOf(id);
    expect((await fetch(first!)).headers.get('content-type')).toBe('image/jpeg');
    await replaceAudio(id, await song(undefined));
    expect(await artworkOf(id)).toBe(first);
    await replaceAudio(id, await song(green));
    expect(await artworkOf(id)).not.toBe(first);
    expect((await fetch(first!)).status).toBe(404);
    await waitUntil(async () => (await pictures()) === 5);
  });

  it('gives way to a picture that the artist sends', async () => {
    const before = await pictures();
    const artworkUploadId = await uploaded(tracks, artist, green, { purpose: 'ARTWORK' });
    const id = await readyTrack(tracks, artist, await song(red), { artworkUploadId });
    expect(await artworkOf(id)).toBeDefined();
    await waitUntil(async () => (await pictures()) === before + 5);
  });

  it('is dropped when it is none, and the song is heard', async () => {
    const damaged = await song(red);
    const pixels = damaged.indexOf('IDAT') + 4;
    const id = await readyTrack(tracks, artist, damaged.fill(0, pixels, pixels + 20));
    expect(pixels, 'the cover is in the file').toBeGreaterThan(4);
    expect(await artworkOf(id)).toBeUndefined();
    await tracks.execute('mutation ($id: ID!) { deleteTrack(input: { trackId: $id }) { deletedTrackId } }', { id }, artist);
  });
});

describe('processing over a change of processes', () => {
  /** Starts and never ends, until it is stopped. */
  const endless: Transcoder = {
    name: 'endless',
    probe: () =>
      Promise.resolve(
        ok({
          codec: 'pcm_s16le',
          sampleRate: 48_000,
          channels: 2,
          durationSeconds: 1,
          bitrateKbps: undefined,
          title: undefined,
          hasPicture: false,
        }),
      ),
    cover: () => Promise.resolve(ok(undefined)),
    picture: () => Promise.resolve(ok(undefined)),
    run: (_job, onProgress, signal) =>
      new Promise((_resolve, reject) => {
        onProgress(0.5);
        signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
      }),
  };

  /** The same subgraph as another process: its own workers on the same data. */
  async function takeOver(tracks: OpenTracks, transcoder: Transcoder | undefined) {
    const jobs = await pgBossJobQueue({ url: tracks.database.url, schema: 'tracks', log: silentLog });
    const stop = new AbortController();
    const next = tracksSubgraph({ ...tracks.deps, jobs, transcoder });
    const running = next.background.assetWorkers.run(stop.signal);
    return async () => {
      stop.abort();
      await running;
      await jobs[Symbol.asyncDispose]();
    };
  }

  it.each<readonly [string, Result<LadderResult, MediaFailure>]>([
    ['crashes', err({ code: 'PROCESSING_CRASHED', detail: 'SIGSEGV' })],
    [
      'leaves nothing',
      ok({
        sampleCount: 48_000,
        loudness: { integratedLufs: null, loudnessRangeLu: null, truePeakDbtp: null },
        waveform: new Int8Array(4_000),
      }),
    ],
  ])('gives a tool that %s a second chance in a fresh folder, and no third', async (_what, answer) => {
    const folders: string[] = [];
    const transcoder: Transcoder = {
      ...endless,
      run: ({ outputFolder }) => {
        folders.push(outputFolder);
        return Promise.resolve(answer);
      },
    };
    await using tracks = await openTracks({ transcoder });
    const artist = somebody();
    const { track } = await createTrack(tracks, artist, { uploadId: await uploaded(tracks, artist, wavFile({ seconds: 1 })) });
    expect(await processed(tracks, artist, track!.id)).toMatchObject({ state: 'FAILED', failure: { code: 'PROCESSING_CRASHED' } });
    expect(new Set(folders).size).toBe(2);
    expect(folders).toHaveLength(2);
  });

  it.skipIf(!canProcess)('waits for a transcoder, and starts by itself once there is one', async () => {
    await using tracks = await openTracks({ isIdle: true });
    const artist = somebody();
    const stop = await takeOver(tracks, undefined);
    const { track } = await createTrack(tracks, artist, { uploadId: await uploaded(tracks, artist, wavFile({ seconds: 1 })) });
    expect(await processed(tracks, artist, track!.id)).toMatchObject({ state: 'FAILED', failure: { code: 'TRANSCODER_UNAVAILABLE' } });
    await stop();
    const end = await takeOver(tracks, await transcoderHere());
    await waitUntil(async () => (await processed(tracks, artist, track!.id)).state === 'READY', { timeoutMs: 30_000 });
    await end();
  });

  it.skipIf(!canProcess)('goes on in another process when the first one is stopped in the middle', async () => {
    await using tracks = await openTracks({ isIdle: true });
    const artist = somebody();
    const stop = await takeOver(tracks, endless);
    const { track } = await createTrack(tracks, artist, { uploadId: await uploaded(tracks, artist, wavFile({ seconds: 1 })) });
    const stateOf = async () => (await tracks.database.admin<{ state: string }[]>`select state from asset`)[0]?.state;
    await waitUntil(async () => (await stateOf()) === 'TRANSCODING', { timeoutMs: 10_000 });
    await stop();
    expect(await stateOf()).toBe('TRANSCODING');
    const end = await takeOver(tracks, await transcoderHere());
    expect(await processed(tracks, artist, track!.id)).toMatchObject({ state: 'READY', progress: 1 });
    await end();
  });
});
