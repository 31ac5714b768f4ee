import { IMAGE_SIZES } from '@veza/kernel';
import { SAMPLE_RATE, SEGMENT_SECONDS } from '../../domain/audio/ladder.ts';
import { MEDIA_LIMITS } from '../../domain/audio/media-limits.ts';
import {
  COVER_NAME,
  type CoverJob,
  INIT_SEGMENT_PATTERN,
  type LadderJob,
  MEDIA_SEGMENT_PATTERN,
  type MediaSource,
  PICTURE_LIMITS,
  type PictureJob,
} from '../../application/transcoder.ts';
import { JPEG_QUALITY, pictureGraph, sizeLabel } from './picture-graph.ts';

/** Share of frames that may fail to decode before the file counts as damaged. */
const MAX_ERROR_RATE = 0.01;
/** What is asked of a file and of its streams. */
const PROBED =
  'format=duration,bit_rate:format_tags=title:stream=codec_name,codec_type,sample_rate,channels,duration,bit_rate:stream_disposition=attached_pic:stream_tags=title';
/** Decoders of covers. ffprobe opens the decoder of every stream and gives up when it may not; it decodes no picture. */
const COVER_DECODERS = ['mjpeg', 'png', 'webp', 'gif', 'bmp', 'tiff'];

/** Options with their values as words of an argument list. */
const options = (given: Readonly<Record<string, string | number>>): readonly string[] =>
  Object.entries(given).flatMap(([name, value]) => [`-${name}`, String(value)]);

/** Encoding is spread by jobs, not by threads, and every thread reserves address space. */
const oneThread = options({ threads: 1 });

/** Input options that leave a file no way to anything but itself: one protocol, one demuxer, the decoders of its format. */
function sealedInput(path: string, demuxer: string, decoders: readonly string[]): readonly string[] {
  const sealed = { protocol_whitelist: 'file', format_whitelist: demuxer, codec_whitelist: decoders.join(',') };
  return [...oneThread, ...options({ ...sealed, f: demuxer, i: `file:${path}` })];
}

const audioInput = ({ path, format }: MediaSource) => sealedInput(path, format.demuxer, format.decoders);

/** Asks ffprobe for the first audio stream and the container, as JSON. */
export function probeArguments(source: MediaSource): readonly string[] {
  const { path, format } = source;
  const input = sealedInput(path, format.demuxer, [...format.decoders, ...COVER_DECODERS]);
  return ['-hide_banner', ...options({ v: 'error', of: 'json', show_entries: PROBED }), ...input];
}

/** The filter graph: one decode, one resampling, then a branch per rung and one for loudness and waveform. */
function filterGraph(rungs: LadderJob['rungs']): string {
  const branches = rungs.map((_rung, index) => `[r${index}]`).join('');
  return [
    `[0:a:0]aresample=${SAMPLE_RATE},aformat=sample_fmts=fltp:channel_layouts=stereo,asplit=${rungs.length + 1}${branches}[m]`,
    '[m]ebur128=peak=true:framelog=verbose[pcm]',
  ].join(';');
}

/**
 * One ffmpeg command: every rung into one dash muxer, and the measured samples (16 bit, stereo, 48 kHz) to stdout.
 * The dash muxer is taken because the hls one loses the priming. Names of outputs are relative to the working folder.
 */
export function ladderArguments({ source, rungs }: LadderJob): readonly string[] {
  const atMost = { t: MEDIA_LIMITS.maxSeconds + 1 };
  const names = { init_seg_name: INIT_SEGMENT_PATTERN, media_seg_name: MEDIA_SEGMENT_PATTERN };
  return [
    '-nostdin',
    '-hide_banner',
    '-nostats',
    '-y',
    ...options({ v: 'info', filter_complex_threads: 1, max_error_rate: MAX_ERROR_RATE }),
    ...audioInput(source),
    ...options({ filter_complex: filterGraph(rungs) }),
    ...rungs.flatMap(({ bitrateKbps }, index) => options({ map: `[r${index}]`, [`b:a:${index}`]: `${bitrateKbps}k` })),
    ...options({ 'c:a': 'aac', 'profile:a': 'aac_low', map_metadata: -1, map_chapters: -1 }),
    ...oneThread,
    '-vn',
    '-sn',
    '-dn',
    ...options({ ...atMost, f: 'dash', seg_duration: SEGMENT_SECONDS, ...names }),
    'muxer.mpd',
    ...options({ map: '[pcm]', 'c:a': 'pcm_s16le', ...atMost, f: 's16le' }),
    'pipe:1',
  ];
}

/** Options of every command that writes pictures. */
const QUIET = ['-nostdin', '-hide_banner', '-nostats', '-y', '-v', 'error'];

/** Copies the first picture of an audio file without decoding anything. The name of the output is relative to the working folder. */
export function coverArguments({ source }: Pick<CoverJob, 'source'>): readonly string[] {
  return [...QUIET, ...audioInput(source), ...options({ map: '0:v:0', 'c:v': 'copy', 'frames:v': 1, f: 'image2pipe' }), COVER_NAME];
}

/**
 * One ffmpeg command: a picture in, a JPEG of each size out. Its orientation is ours to apply, so ffmpeg's own turning is off; what is cut off or
 * damaged is refused (`explode`);
 * `bitexact` keeps the encoder's name out of the files. Names of outputs are relative to the working folder.
 */
export function pictureArguments({ path, format, orientation }: Omit<PictureJob, 'outputFolder'>): readonly string[] {
  return [
    ...QUIET,
    ...options({ filter_complex_threads: 1, max_pixels: PICTURE_LIMITS.maxPixels, err_detect: 'explode' }),
    '-noautorotate',
    ...sealedInput(path, format.demuxer, [format.decoder]),
    ...options({ filter_complex: pictureGraph('0:v:0', orientation) }),
    ...IMAGE_SIZES.flatMap((size) => [
      ...options({ map: `[${sizeLabel(size)}]`, 'c:v': 'mjpeg', 'q:v': JPEG_QUALITY, 'flags:v': '+bitexact', 'frames:v': 1 }),
      ...oneThread,
      ...options({ map_metadata: -1, f: 'mjpeg' }),
      `${size}.jpg`,
    ]),
  ];
}
