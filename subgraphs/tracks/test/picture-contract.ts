import { IMAGE_SIZES } from '@veza/kernel';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PICTURE_FORMATS, type PictureJob, type Transcoder } from '../src/application/transcoder.ts';
import { sniffPicture } from '../src/domain/picture/sniff-picture.ts';
import { averageColour } from './average-colour.ts';
import { canEncode } from './encoded.ts';
import { type Colour, pngFile, pngHead } from './pictures.ts';

const never = new AbortController().signal;
const NAMES = IMAGE_SIZES.map((size) => `${size}.jpg`);

const RED: Colour = [255, 0, 0, 255];
const GREEN: Colour = [0, 255, 0, 255];
const BLUE: Colour = [0, 0, 255, 255];
const WHITE: Colour = [255, 255, 255, 255];
const CLEAR: Colour = [0, 0, 0, 0];
/** Red top left, green top right, blue bottom left, white bottom right. */
const quarters = (side: number) => (x: number, y: number) => [RED, GREEN, BLUE, WHITE][(x < side / 2 ? 0 : 1) + (y < side / 2 ? 0 : 2)]!;

/** What every adapter of the port `Transcoder` must do with pictures. */
export function describePictures(name: string, open: () => Promise<Transcoder>): void {
  describe(`Transcoder, pictures › ${name}`, () => {
    let folder = '';
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'veza-picture-'));
      await mkdir(join(folder, 'in'));
      await mkdir(join(folder, 'out'));
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    async function job(
      bytes: Uint8Array,
      format: keyof typeof PICTURE_FORMATS = 'png',
      more: Partial<PictureJob> = {},
    ): Promise<PictureJob> {
      const path = join(folder, 'in', 'in.bin');
      await writeFile(path, bytes);
      return { path, format: PICTURE_FORMATS[format], orientation: 1, outputFolder: join(folder, 'out'), ...more };
    }
    const outputs = async () => (await readdir(join(folder, 'out'))).toSorted();
    const made = (size: number) => readFile(join(folder, 'out', `${size}.jpg`));
    /** Colours of the four quarters of the picture of 512 pixels, by reading order. */
    const coloursOf = async () => {
      const path = join(folder, 'out', '512.jpg');
      return Promise.all(
        [0, 1, 2, 3].map((quarter) => averageColour(path, { x: (quarter % 2) * 256, y: Math.floor(quarter / 2) * 256, side: 256 })),
      );
    };

    it('makes a square of every size, without a word of metadata', async () => {
      const transcoder = await open();
      expect(await transcoder.picture(await job(pngFile({ width: 300, height: 200 })), never)).toEqual({ ok: true, value: undefined });
      expect(await outputs()).toEqual(NAMES.toSorted());
      for (const size of IMAGE_SIZES) {
        const bytes = await made(size);
        expect(sniffPicture(bytes)).toEqual({ format: 'jpeg', width: size, height: size, orientation: 1 });
        expect(bytes.includes('Exif') || bytes.includes('Lavc')).toBe(false);
      }
    });

    it.skipIf(!canEncode)('keeps the middle of what is not square', async () => {
      const transcoder = await open();
      const colourAt = (x: number): Colour => (x < 100 || x >= 200 ? BLUE : GREEN);
      await transcoder.picture(await job(pngFile({ width: 300, height: 100, colourAt })), never);
      for (const colour of await coloursOf()) expect(colour).toBe('green');
    });

    it.skipIf(!canEncode)('lays what is transparent on white', async () => {
      const transcoder = await open();
      await transcoder.picture(await job(pngFile({ width: 80, height: 80, colourAt: (x) => (x < 40 ? CLEAR : RED) })), never);
      expect(await coloursOf()).toEqual(['white', 'red', 'white', 'red']);
    });

    it.skipIf(!canEncode).each([
      [1, ['red', 'green', 'blue', 'white']],
      [2, ['green', 'red', 'white', 'blue']],
      [3, ['white', 'blue', 'green', 'red']],
      [4, ['blue', 'white', 'red', 'green']],
      [5, ['red', 'blue', 'green', 'white']],
      [6, ['blue', 'red', 'white', 'green']],
      [7, ['white', 'green', 'blue', 'red']],
      [8, ['green', 'white', 'red', 'blue']],
    ] as const)('turns a picture of orientation %i upright', async (orientation, colours) => {
      const transcoder = await open();
      const bytes = pngFile({ width: 64, height: 64, colourAt: quarters(64) });
      expect(await transcoder.picture(await job(bytes, 'png', { orientation }), never)).toMatchObject({ ok: true });
      expect(await coloursOf()).toEqual(colours);
    });

    it.each<readonly [string, keyof typeof PICTURE_FORMATS, () => Buffer]>([
      ['a text', 'jpeg', () => Buffer.from('This is no picture.\n'.repeat(50))],
      ['an SVG', 'png', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>')],
      ['nothing', 'webp', () => Buffer.alloc(0)],
      ['only a head', 'png', () => pngHead(64, 64)],
      [
        'a head that promises too much',
        'png',
        () => Buffer.concat([pngHead(60_000, 60_000), pngFile({ width: 8, height: 8 }).subarray(33)]),
      ],
    ])('refuses %s that pretends to be %s', async (_what, format, bytes) => {
      const transcoder = await open();
      expect(await transcoder.picture(await job(bytes(), format), never)).toMatchObject({ ok: false, error: { code: 'CORRUPT_MEDIA' } });
    });

    it('refuses a JPEG that is cut off, and takes nothing over from behind its end', async () => {
      const transcoder = await open();
      const colourAt = (x: number, y: number): Colour => [(x * 7) % 256, (y * 11) % 256, (x * y) % 256, 255];
      await transcoder.picture(await job(pngFile({ width: 256, height: 256, colourAt })), never);
      const jpeg = await made(1024);
      const cutOff = await job(jpeg.subarray(0, jpeg.length / 2), 'jpeg');
      expect(await transcoder.picture(cutOff, never)).toMatchObject({ ok: false, error: { code: 'CORRUPT_MEDIA' } });
      const both = await job(Buffer.concat([jpeg, Buffer.from('PK\x03\x04 <script>alert(1)</script>')]), 'jpeg');
      expect(await transcoder.picture(both, never)).toMatchObject({ ok: true });
      for (const size of IMAGE_SIZES) expect((await made(size)).includes('script')).toBe(false);
    });

    it('reads no other format and no other file than it is told, whatever lies beside it', async () => {
      const transcoder = await open();
      await writeFile(join(folder, 'in', 'secret.png'), pngFile({ width: 8, height: 8 }));
      const list = Buffer.from("ffconcat version 1.0\nfile 'secret.png'\n");
      for (const format of ['jpeg', 'png', 'webp'] as const) {
        expect(await transcoder.picture(await job(list, format), never)).toMatchObject({ ok: false });
      }
      expect(await transcoder.picture(await job(pngFile({ width: 8, height: 8 }), 'jpeg'), never)).toMatchObject({ ok: false });
      for (const file of await outputs()) expect((await readFile(join(folder, 'out', file))).length, file).toBe(0);
    });

    it('stops at once when it is told to', async () => {
      const transcoder = await open();
      const given = await job(pngFile({ width: 64, height: 64 }));
      await expect(transcoder.picture(given, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
    });
  });
}
