import { waitUntil } from '@veza/testing';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTrack, readyTrack, uploaded } from './operations.ts';
import { canProcess, openTracks, type OpenTracks, somebody, transcoderHere } from './tracks-fixture.ts';
import { wavFile } from './wav.ts';

const run = promisify(execFile);

interface Heard {
  readonly track: {
    readonly title: string;
    readonly durationMs: number;
    readonly publishedAt: string;
    readonly playCount: number;
    readonly artwork: null;
    readonly artist: { readonly id: string };
    readonly waveform: { readonly peaks: readonly number[] };
    readonly loudness: { readonly integratedLufs: number; readonly truePeakDbtp: number };
    readonly stream: {
      readonly hlsUrl: string;
      readonly dashUrl: string;
      readonly expiresAt: string;
      readonly gainDb: number;
      readonly renditions: readonly {
        readonly bitrateKbps: number;
        readonly encoderDelaySamples: number;
        readonly endPaddingSamples: number;
      }[];
    };
  } | null;
}

const LISTEN = /* GraphQL */ `
  query Listen($id: ID!) {
    track(id: $id) {
      title
      durationMs
      publishedAt
      playCount
      artwork {
        url(size: 64)
      }
      artist {
        id
      }
      waveform(samples: 200) {
        peaks
      }
      loudness {
        integratedLufs
        truePeakDbtp
      }
      stream {
        hlsUrl
        dashUrl
        expiresAt
        gainDb
        renditions {
          codec
          bitrateKbps
          sampleRate
          encoderDelaySamples
          endPaddingSamples
        }
      }
    }
  }
`;
const FOLLOW = /* GraphQL */ `
  subscription Follow($trackId: ID!) {
    trackProcessing(trackId: $trackId) {
      id
      processing {
        state
        progress
      }
    }
  }
`;
interface Followed {
  readonly trackProcessing: { readonly processing: { readonly state: string; readonly progress: number } };
}

const SAMPLE_RATE = 48_000;
const lines = (playlist: string) => playlist.split('\n').filter((line) => line !== '');

async function text(url: string): Promise<string> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return response.text();
}

describe.skipIf(!canProcess)('a song on its way to a listener', () => {
  let tracks: OpenTracks;
  beforeAll(async () => {
    tracks = await openTracks({ transcoder: await transcoderHere() });
  });
  afterAll(() => tracks[Symbol.asyncDispose]());

  it('is heard to the exact sample', async () => {
    const artist = somebody();
    const seconds = 9.87654;
    const trackId = await readyTrack(tracks, artist, wavFile({ seconds }));
    const sampleCount = Math.round(seconds * SAMPLE_RATE);
    const { data } = await tracks.execute<Heard>(LISTEN, { id: trackId }, somebody());
    const heard = data!.track!;
    expect(heard).toMatchObject({ durationMs: 9_877, playCount: 0, artwork: null, artist: { id: artist.userId } });
    expect(heard.waveform.peaks).toHaveLength(200);
    expect(heard.loudness.integratedLufs).toBeCloseTo(-12, 0);
    expect(heard.stream.gainDb).toBeCloseTo(-14 - heard.loudness.integratedLufs, 1);
    expect(heard.stream.renditions.map(({ bitrateKbps }) => bitrateKbps)).toEqual([64, 160, 256]);

    const media = lines(await text(heard.stream.hlsUrl)).filter((line) => !line.startsWith('#'));
    expect(media).toEqual(['a160.m3u8', 'a64.m3u8', 'a256.m3u8']);
    for (const [index, name] of media.entries()) {
      const playlist = lines(await text(new URL(name, heard.stream.hlsUrl).href));
      const length = playlist.flatMap((line) => (line.startsWith('#EXTINF:') ? [Number.parseFloat(line.slice(8))] : []));
      expect(Math.abs(length.reduce((sum, part) => sum + part, 0) - sampleCount / SAMPLE_RATE)).toBeLessThan(1e-6);
      const files = [/URI="([^"]+)"/.exec(playlist.join('\n'))![1]!, ...playlist.filter((line) => !line.startsWith('#'))];
      const bytes = await Promise.all(
        files.map(async (file) => Buffer.from(await (await fetch(new URL(file, heard.stream.hlsUrl))).arrayBuffer())),
      );
      const rendition = heard.stream.renditions.toSorted((a, b) => a.bitrateKbps - b.bitrateKbps)[[1, 0, 2][index]!]!;
      const decoded = await decodedSamples(Buffer.concat(bytes));
      expect(decoded - rendition.encoderDelaySamples - rendition.endPaddingSamples).toBe(sampleCount);
    }
  });

  it('plays in ffmpeg from its HLS and its DASH address', async () => {
    const trackId = await readyTrack(tracks, somebody(), wavFile({ seconds: 6 }));
    const { data } = await tracks.execute<Heard>(LISTEN, { id: trackId });
    for (const url of [data!.track!.stream.hlsUrl, data!.track!.stream.dashUrl]) {
      const { stdout } = await run('ffprobe', ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', url]);
      expect(Number(stdout)).toBeCloseTo(6, 0);
    }
  });

  it('is followed from its present state to its end', async () => {
    const artist = somebody();
    const uploadId = await uploaded(tracks, artist, wavFile({ seconds: 40 }));
    const { track } = await createTrack(tracks, artist, { uploadId });
    const events: Followed['trackProcessing']['processing'][] = [];
    for await (const { data } of tracks.subscribe<Followed>(FOLLOW, { trackId: track!.id }, artist)) {
      events.push(data!.trackProcessing.processing);
    }
    expect(events.length).toBeGreaterThanOrEqual(2);
    expect(events.at(-1)).toEqual({ state: 'READY', progress: 1 });
    expect(events.map(({ progress }) => progress)).toEqual(events.map(({ progress }) => progress).toSorted((a, b) => a - b));

    const again = tracks.subscribe<Followed>(FOLLOW, { trackId: track!.id }, artist);
    expect((await again.next()).value?.data?.trackProcessing.processing).toEqual({ state: 'READY', progress: 1 });
    expect((await again.next()).done).toBe(true);
  });

  it('cannot be followed by somebody who may not see it', async () => {
    const artist = somebody();
    const uploadId = await uploaded(tracks, artist, wavFile({ seconds: 0 }));
    const { track } = await createTrack(tracks, artist, { uploadId });
    const answer = await tracks.subscribe<Followed>(FOLLOW, { trackId: track!.id }, somebody()).next();
    expect(answer.value?.errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });

  it('tells everybody once that it is there, and others whenever it changes', async () => {
    const artist = somebody();
    const trackId = await readyTrack(tracks, artist, wavFile({ seconds: 1 }));
    const facts = { trackId, artistId: artist.userId, title: 'Song' };
    await waitUntil(() => tracks.eventLog.of('tracks.track-published.v1').some((data) => (data as typeof facts).trackId === trackId));
    expect(tracks.eventLog.of('tracks.track-published.v1').filter((data) => (data as typeof facts).trackId === trackId)).toEqual([facts]);
    const changes = tracks.eventLog.events.filter(({ topic, key }) => topic === 'tracks.track-changed.v1' && key === trackId);
    expect(changes.map(({ revision, data }) => [revision, data])).toEqual([
      [1, { ...facts, visibility: 'PUBLIC', isReady: false, durationMs: null, releaseAt: null }],
      [2, { ...facts, visibility: 'PUBLIC', isReady: true, durationMs: 1_000, releaseAt: null }],
    ]);
  });
});

/** Samples that ffmpeg decodes of a fragmented file, priming and padding included: it is told to ignore the edit list. */
async function decodedSamples(file: Buffer): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'veza-decoded-'));
  try {
    await writeFile(join(folder, 'a.mp4'), file);
    const args = ['-v', 'error', '-ignore_editlist', '1', '-flags2', '+skip_manual', '-i', join(folder, 'a.mp4'), '-f', 's16le', '-'];
    const { stdout } = await run('ffmpeg', args, { encoding: 'buffer', maxBuffer: 64 * 1024 ** 2 });
    return stdout.length / 4;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
