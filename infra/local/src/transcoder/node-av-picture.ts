import { IMAGE_SIZES } from '@veza/kernel';
import { JPEG_QUALITY, pictureGraph, sizeLabel } from '@veza/tracks/picture-graph';
import { COVER_NAME, type CoverJob, MAX_PICTURE_FILE_BYTES, PICTURE_LIMITS, type PictureJob } from '@veza/tracks/transcoder';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decoder, Encoder, FilterComplexAPI, type Frame } from 'node-av';
import { AVMEDIA_TYPE_VIDEO, FF_ENCODER_MJPEG } from 'node-av/constants';
import { isCover, MediaRefused, openSealed, openSource } from './node-av-source.ts';

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

/** Writes the picture inside an audio file as it is. @throws MediaRefused, FFmpegError */
export function takeCover({ source, outputFolder }: CoverJob): undefined {
  const { demuxer } = openSource(source);
  const stream = demuxer.streams.find(isCover);
  if (!stream) throw new MediaRefused('CORRUPT_MEDIA', 'no cover');
  // A cover comes as the first packet of its stream; the package breaks when it is asked for in any other way.
  const { value: packet } = demuxer.packetsSync(stream.index).next();
  const bytes = packet?.data;
  if (!bytes || bytes.length > MAX_PICTURE_FILE_BYTES) throw new MediaRefused('CORRUPT_MEDIA', 'no cover, or too large a one');
  writeFileSync(join(outputFolder, COVER_NAME), bytes);
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
