import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AUDIO_FORMATS, type AudioFormatName, COVER_NAME, LADDER, type LadderJob, type Transcoder } from '../src/application/transcoder.ts';
import { boxAt } from '../src/domain/stream/iso-box.ts';
import { segmentTiming } from '../src/domain/stream/cmaf-segment.ts';
import { waveformPeaks } from '../src/domain/audio/waveform.ts';
import { canEncode, encoded, type EncodedKind } from './encoded.ts';
import { pngFile } from './pictures.ts';
import { wavFile } from './wav.ts';

const never = new AbortController().signal;
const COMPRESSED: readonly (readonly [EncodedKind, AudioFormatName, string])[] = [
  ['mp3', 'mp3', 'mp3'],
  ['flac', 'flac', 'flac'],
  ['ogg', 'ogg', 'vorbis'],
  ['m4a', 'mov', 'aac'],
];

/** What every adapter of the port `Transcoder` must do. */
export function describeTranscoder(name: string, open: () => Promise<Transcoder>): void {
  describe(`Transcoder › ${name}`, () => {
    let folder = '';
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'veza-transcoder-'));
      await mkdir(join(folder, 'in'));
      await mkdir(join(folder, 'out'));
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    async function job(bytes: Uint8Array, format: AudioFormatName, rungs = LADDER): Promise<LadderJob> {
      const path = join(folder, 'in', 'in.bin');
      await writeFile(path, bytes);
      return { source: { path, format: AUDIO_FORMATS[format] }, rungs, outputFolder: join(folder, 'out'), durationSeconds: undefined };
    }
    const ignore = () => undefined;
    const outputs = async () => (await readdir(join(folder, 'out'))).filter((file) => /\.(mp4|m4s)$/.test(file)).toSorted();

    it('tells what a file says of itself', async () => {
      const transcoder = await open();
      const { source } = await job(wavFile({ seconds: 2.5, sampleRate: 44_100 }), 'wav');
      expect(await transcoder.probe(source, never)).toMatchObject({
        ok: true,
        value: { codec: 'pcm_s16le', sampleRate: 44_100, channels: 2, durationSeconds: 2.5, title: undefined, hasPicture: false },
      });
    });

    it('makes every rung of the ladder from one run, cut at the same frames', async () => {
      const transcoder = await open();
      const fractions: number[] = [];
      const given = { ...(await job(wavFile({ seconds: 10 }), 'wav')), durationSeconds: 10 };
      const result = await transcoder.run(given, (fraction) => void fractions.push(fraction), never);
      expect(result).toMatchObject({ ok: true, value: { sampleCount: 480_000 } });
      expect(await outputs()).toEqual(
        [0, 1, 2].flatMap((rung) => [`${rung}-00001.m4s`, `${rung}-00002.m4s`, `${rung}-00003.m4s`, `${rung}-init.mp4`]),
      );
      for (const rung of [0, 1, 2]) {
        const timings = await Promise.all(
          [1, 2, 3].map(async (number) => segmentTiming(await readFile(join(folder, 'out', `${rung}-0000${number}.m4s`)))),
        );
        expect(timings).toEqual([
          { decodeTime: 0, frames: 192 },
          { decodeTime: 196_608, frames: 192 },
          { decodeTime: 393_216, frames: 86 },
        ]);
        const edits = boxAt(await readFile(join(folder, 'out', `${rung}-init.mp4`)), ['moov', 'trak', 'edts', 'elst']);
        expect(Buffer.from(edits).readInt32BE(12), 'samples of priming that players skip').toBe(1_024);
      }
      expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
      expect(fractions.at(-1)).toBe(1);
    });

    it('measures loudness as EBU R 128 does', async () => {
      const transcoder = await open();
      const loud = await transcoder.run(await job(wavFile({ seconds: 5, amplitude: 0.1 }), 'wav', LADDER.slice(0, 1)), ignore, never);
      // A stereo sine of 1 kHz and peak −20 dBFS has −20 LUFS: EBU Tech 3341, case 1, at another level.
      if (!loud.ok) throw new Error(loud.error.detail);
      expect(loud.value.loudness.integratedLufs).toBeCloseTo(-20, 0);
      expect(loud.value.loudness.truePeakDbtp).toBeCloseTo(-20, 0);
    });

    it('calls the loudness of silence unknown', async () => {
      const transcoder = await open();
      const silent = await transcoder.run(await job(wavFile({ seconds: 2, amplitude: 0 }), 'wav', LADDER.slice(0, 1)), ignore, never);
      expect(silent).toMatchObject({ ok: true, value: { loudness: { integratedLufs: null, truePeakDbtp: null } } });
    });

    it('draws the waveform also where the channels cancel each other out', async () => {
      const transcoder = await open();
      const given = await job(wavFile({ seconds: 2, amplitude: 0.5, isOpposite: true }), 'wav', LADDER.slice(0, 1));
      const result = await transcoder.run(given, ignore, never);
      if (!result.ok) throw new Error(result.error.detail);
      for (const peak of waveformPeaks(result.value.waveform, 10)) expect(peak).toBeCloseTo(0.5, 1);
    });

    it.skipIf(!canEncode).each(COMPRESSED)('reads %s', async (kind, format, codec) => {
      const transcoder = await open();
      const bytes = await encoded(wavFile({ seconds: 5, sampleRate: 44_100 }), kind, { title: 'Eine Töne' });
      const given = await job(bytes, format);
      expect(await transcoder.probe(given.source, never)).toMatchObject({ ok: true, value: { codec, title: 'Eine Töne' } });
      const result = await transcoder.run(given, ignore, never);
      if (!result.ok) throw new Error(result.error.detail);
      expect(Math.abs(result.value.sampleCount - 240_000)).toBeLessThan(2_400);
    });

    it.skipIf(!canEncode).each<readonly [EncodedKind, AudioFormatName]>([
      ['mp3', 'mp3'],
      ['flac', 'flac'],
      ['m4a', 'mov'],
    ])('reads %s with a cover, and takes the cover out as it is', async (kind, format) => {
      const transcoder = await open();
      const cover = pngFile({ width: 40, height: 30 });
      const given = await job(await encoded(wavFile({ seconds: 1 }), kind, { cover }), format, LADDER.slice(0, 1));
      expect(await transcoder.probe(given.source, never)).toMatchObject({ ok: true, value: { hasPicture: true } });
      expect(await transcoder.run(given, ignore, never)).toMatchObject({ ok: true });
      expect(await transcoder.cover(given, never)).toEqual({ ok: true, value: undefined });
      expect(await readFile(join(folder, 'out', COVER_NAME))).toEqual(cover);
    });

    it('fails to take a cover out where there is none', async () => {
      const transcoder = await open();
      expect(await transcoder.cover(await job(wavFile({ seconds: 1 }), 'wav'), never)).toMatchObject({ ok: false });
    });

    it.each<readonly [string, AudioFormatName, Buffer]>([
      ['a text', 'mp3', Buffer.from('This is not music.\n'.repeat(200))],
      ['noise', 'flac', Buffer.from(Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 251))],
      ['nothing', 'wav', Buffer.alloc(0)],
    ])('refuses %s that pretends to be %s', async (_what, format, bytes) => {
      const transcoder = await open();
      const { source } = await job(bytes, format);
      expect(await transcoder.probe(source, never)).toMatchObject({ ok: false, error: { code: /CORRUPT_MEDIA|NO_AUDIO_STREAM/ } });
    });

    it('does not follow a playlist to the file beside it', async () => {
      const transcoder = await open();
      await writeFile(join(folder, 'in', 'secret.wav'), wavFile({ seconds: 1 }));
      const playlist = Buffer.from('#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nsecret.wav\n#EXT-X-ENDLIST\n');
      for (const format of ['mp3', 'wav', 'mov'] as const) {
        const given = await job(playlist, format);
        expect(await transcoder.probe(given.source, never)).toMatchObject({ ok: false });
        expect(await transcoder.run(given, ignore, never)).toMatchObject({ ok: false });
      }
      expect(await outputs()).toEqual([]);
    });

    it('refuses a file without a single sample', async () => {
      const transcoder = await open();
      const result = await transcoder.run(await job(wavFile({ seconds: 0 }), 'wav'), ignore, never);
      expect(result).toMatchObject({ ok: false });
    });

    it('stops at once when it is told to', async () => {
      const transcoder = await open();
      const stop = new AbortController();
      const given = { ...(await job(wavFile({ seconds: 300 }), 'wav')), durationSeconds: 300 };
      const running = transcoder.run(given, () => stop.abort(new Error('enough')), stop.signal);
      await expect(running).rejects.toThrow('enough');
    });
  });
}
