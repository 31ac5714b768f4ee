import { findTool } from '@veza/testing';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readyTrack } from './operations.ts';
import { canProcess, openTracks, type OpenTracks, somebody, transcoderHere } from './tracks-fixture.ts';
import { chirpFile } from './wav.ts';

const run = promisify(execFile);
const gstreamer = findTool('gst-launch-1.0');

const SECONDS = 9.5;
const SAMPLE_RATE = 48_000;
const STREAM = /* GraphQL */ `
  query ($id: ID!) {
    track(id: $id) {
      stream {
        hlsUrl
        dashUrl
        renditions {
          bitrateKbps
          encoderDelaySamples
          endPaddingSamples
        }
      }
    }
  }
`;
interface Played {
  readonly hlsUrl: string;
  readonly dashUrl: string;
  readonly renditions: readonly {
    readonly bitrateKbps: number;
    readonly encoderDelaySamples: number;
    readonly endPaddingSamples: number;
  }[];
}

const firstChannel = (pcm: Buffer) => Float64Array.from({ length: Math.floor(pcm.length / 4) }, (_none, at) => pcm.readInt16LE(at * 4));

/** How much louder a signal is than what another lacks of it, in dB. */
function likeness(signal: Float64Array, other: Float64Array, shift = 0): number {
  let power = 0;
  let error = 0;
  for (let at = SAMPLE_RATE; at < signal.length - SAMPLE_RATE; at += 1) {
    power += signal[at]! ** 2;
    error += (signal[at]! - other[at + shift]!) ** 2;
  }
  return 10 * Math.log10(power / error);
}

describe.skipIf(!canProcess)('a stream in players', () => {
  let tracks: OpenTracks;
  let folder: string;
  let song: Buffer;
  let stream: Played;
  beforeAll(async () => {
    tracks = await openTracks({ transcoder: await transcoderHere() });
    folder = await mkdtemp(join(tmpdir(), 'veza-players-'));
    song = chirpFile({ seconds: SECONDS });
    const id = await readyTrack(tracks, somebody(), song);
    stream = (await tracks.execute<{ track: { stream: Played } }>(STREAM, { id })).data!.track.stream;
  });
  afterAll(async () => {
    await tracks[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  const bytesOf = async (name: string) => Buffer.from(await (await fetch(new URL(name, stream.hlsUrl))).arrayBuffer());

  it('is the song, every sample in its place', async () => {
    const playlist = (await bytesOf('a256.m3u8')).toString().split('\n');
    const segments = playlist.filter((line) => line !== '' && !line.startsWith('#'));
    const file = join(folder, 'whole.mp4');
    await writeFile(file, Buffer.concat(await Promise.all(['a256-init.mp4', ...segments].map(bytesOf))));
    const pcm = join(folder, 'whole.pcm');
    await run('ffmpeg', ['-v', 'error', '-i', file, '-f', 's16le', '-ac', '2', '-ar', String(SAMPLE_RATE), pcm]);
    const { encoderDelaySamples, endPaddingSamples } = stream.renditions.find(({ bitrateKbps }) => bitrateKbps === 256)!;
    const decoded = firstChannel(await readFile(pcm));
    const heard = decoded.subarray(encoderDelaySamples, decoded.length - endPaddingSamples);
    const written = firstChannel(song.subarray(44));
    expect(heard.length).toBe(written.length);
    expect(likeness(written, heard)).toBeGreaterThan(25);
    for (const shift of [-1, 1]) expect(likeness(written, heard, shift)).toBeLessThan(likeness(written, heard));
  });

  it.skipIf(gstreamer === undefined)('plays in GStreamer from its DASH address to its end (skipped without gst-launch-1.0)', async () => {
    const pcm = join(folder, 'dash.pcm');
    const raw = `audio/x-raw,format=S16LE,channels=2,rate=${SAMPLE_RATE}`;
    const pipeline = ['uridecodebin', `uri=${stream.dashUrl}`, '!', 'audioconvert', '!', 'audioresample', '!', raw, '!', 'filesink'];
    await run(gstreamer!, ['-q', ...pipeline, `location=${pcm}`], { timeout: 60_000 });
    const heard = firstChannel(await readFile(pcm));
    expect(Math.abs(heard.length / SAMPLE_RATE - SECONDS)).toBeLessThan(0.06);
  });
});
