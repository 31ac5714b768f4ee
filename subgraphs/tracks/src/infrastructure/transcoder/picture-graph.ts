import { IMAGE_SIZES } from '@veza/kernel';
import type { Orientation } from '../../domain/picture/exif-orientation.ts';

/** FFmpeg filters that show a picture as its camera held it. @see Exif 3.0 §4.6.5.1.4 */
const TURNS: Readonly<Record<Orientation, string>> = {
  1: '',
  2: 'hflip,',
  3: 'hflip,vflip,',
  4: 'vflip,',
  5: 'transpose=cclock_flip,',
  6: 'transpose=clock,',
  7: 'transpose=clock_flip,',
  8: 'transpose=cclock,',
};
const LARGEST = Math.max(...IMAGE_SIZES);

/** Quality of the JPEGs on FFmpeg's scale, 2 (best) to 31. */
export const JPEG_QUALITY = 3;

/** Name of the output of a size in `pictureGraph`. */
export const sizeLabel = (size: number): string => `s${size}`;

/**
 * One decoded picture becomes a square of every size: the middle is cut out, made small, turned, and laid on white where it is transparent.
 * It is made small before anything is copied, so that memory follows the decoder's frame alone.
 * @param input label of the picture, e.g. `0:v:0`
 */
export function pictureGraph(input: string, orientation: Orientation): string {
  const branches = IMAGE_SIZES.map((size) => `[to${size}]`).join('');
  return [
    `[${input}]crop='min(iw,ih)':'min(iw,ih)',scale=${LARGEST}:${LARGEST}:flags=area,${TURNS[orientation]}format=rgba,split[top][bottom]`,
    '[bottom]lutrgb=r=255:g=255:b=255:a=255[white]',
    `[white][top]overlay=format=rgb,format=yuvj420p,split=${IMAGE_SIZES.length}${branches}`,
    ...IMAGE_SIZES.map((size) => `[to${size}]scale=${size}:${size}:flags=area[${sizeLabel(size)}]`),
  ].join(';');
}
