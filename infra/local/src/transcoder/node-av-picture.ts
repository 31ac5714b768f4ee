import { IMAGE_SIZES } from '@veza/kernel';
import { JPEG_QUALITY, pictureGraph, sizeLabel } from '@veza/tracks/picture-graph';
import { PICTURE_LIMITS, type PictureJob } from '@veza/tracks/transcoder';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decoder, Encoder, FilterComplexAPI, type Frame } from 'node-av';
import { AVMEDIA_TYPE_VIDEO, FF_ENCODER_MJPEG } from 'node-av/constants';
import { MediaRefused, openSealed } from './node-av-source.ts';

/** FFmpeg's unit of quality per step of its `-q:v`: FF_QP2LAMBDA. */
const LAMBDA_PER_QUALITY = 118;

/** The first frame of a file; the caller frees it. @throws MediaRefused, FFmpegError */
function firstFrame({ path, format }: PictureJob): Frame {
  const demuxer = openSealed(path, format.demuxer, [format.decoder]);
  const stream = demuxer.video();
  if (!stream) throw new MediaRefused('CORRUPT_MEDIA', 'no picture');
  const options = { max_pixels: PICTURE_LIMITS.maxPixels, err_detect: 'explode', threads: 1 };
  const decoder = Decoder.createSync(stream, { exitOnError: true, options });
  for (const packet of demuxer.packetsSync(stream.index)) {
    if (!packet) break;
    decoder.decodeSync(packet);
    packet.free();
    const frame = decoder.receiveSync();
    if (frame) return frame;
  }
  decoder.flushSync();
  const frame = decoder.receiveSync();
  if (!frame) throw new MediaRefused('CORRUPT_MEDIA', 'nothing was decoded');
  return frame;
}

/** `bitexact` keeps the encoder's name out of the file. */
function jpegOf(frame: Frame): Buffer {
  return Encoder.encodeOneSync(FF_ENCODER_MJPEG, frame, {
    options: { flags: '+bitexact+qscale', global_quality: JPEG_QUALITY * LAMBDA_PER_QUALITY },
    context: { threadCount: 1 },
  });
}

/** Makes a picture again in every size. @throws MediaRefused, FFmpegError */
export function runPicture(job: PictureJob): undefined {
  const frame = firstFrame(job);
  const graph = FilterComplexAPI.create(pictureGraph('in', job.orientation), {
    inputs: [{ label: 'in' }],
    outputs: IMAGE_SIZES.map((size) => ({ label: sizeLabel(size), mediaType: AVMEDIA_TYPE_VIDEO })),
  });
  graph.processSync('in', frame);
  graph.flushSync();
  for (const size of IMAGE_SIZES) {
    const made = graph.receiveSync(sizeLabel(size));
    if (!made) throw new MediaRefused('CORRUPT_MEDIA', `no picture of ${size} pixels`);
    writeFileSync(join(job.outputFolder, `${size}.jpg`), jpegOf(made));
  }
}
