import type { Result } from '@veza/kernel';
import type { AudioFormat } from '../domain/audio/audio-format.ts';
import type { Rung } from '../domain/audio/ladder.ts';
import type { Loudness } from '../domain/audio/loudness.ts';
import type { MediaFacts } from '../domain/audio/media-limits.ts';
import type { ProcessingFailureCode } from '../domain/audio/processing.ts';
import type { Orientation } from '../domain/picture/exif-orientation.ts';
import type { PictureFormat } from '../domain/picture/picture-format.ts';

export { AUDIO_FORMATS, type AudioFormat, type AudioFormatName, isLossless } from '../domain/audio/audio-format.ts';
export { FRAME_SAMPLES, LADDER, type Rung, SAMPLE_RATE, SEGMENT_SECONDS } from '../domain/audio/ladder.ts';
export { type Loudness, loudnessOf } from '../domain/audio/loudness.ts';
export { MAX_PICTURE_FILE_BYTES, MEDIA_LIMITS, PROCESS_LIMITS, transcodingCpuSeconds } from '../domain/audio/media-limits.ts';
export type { ProcessingFailureCode } from '../domain/audio/processing.ts';
export { waveformMeter } from '../domain/audio/waveform.ts';
export type { Orientation } from '../domain/picture/exif-orientation.ts';
export { PICTURE_FORMATS, PICTURE_LIMITS, type PictureFormat } from '../domain/picture/picture-format.ts';

/** A file to be read, alone in a folder of its own. */
export interface MediaSource {
  /** Absolute path on this machine; its name is ours, never a client's. */
  readonly path: string;
  /** What our own sniffer says it is: the demuxer is forced and only its decoders may run. */
  readonly format: AudioFormat;
}

/** What a container says about its first audio stream. */
export interface Probe extends MediaFacts {
  /** FFmpeg's name of the codec, e.g. `flac`. */
  readonly codec: string;
  /** Of the audio stream, when the container says. */
  readonly bitrateKbps: number | undefined;
  /** Title among the file's tags, unchecked. */
  readonly title: string | undefined;
  /** Whether it carries a picture, e.g. the cover of its album. */
  readonly hasPicture: boolean;
}

/** One run over a file. */
export interface LadderJob {
  readonly source: MediaSource;
  readonly rungs: readonly Rung[];
  /** An empty folder for the output, not the one of the source. */
  readonly outputFolder: string;
  /** From the probe; sets the time limit and the scale of the progress. */
  readonly durationSeconds: number | undefined;
}

/** What a run found out while it wrote. */
export interface LadderResult {
  /** Samples of the source at 48 kHz. */
  readonly sampleCount: number;
  readonly loudness: Loudness;
  /** 2,000 pairs, see `WaveformMeter.pairs`. */
  readonly waveform: Int8Array;
}

/** The picture inside an audio file, to be taken out. */
export interface CoverJob {
  readonly source: MediaSource;
  /** An empty folder for the output, not the one of the source. */
  readonly outputFolder: string;
}

/** A picture to be made again in our sizes. */
export interface PictureJob {
  /** Absolute path on this machine; its name is ours, never a client's. */
  readonly path: string;
  /** What our own sniffer says it is: the demuxer is forced and only its decoder may run. */
  readonly format: PictureFormat;
  /** How it is to be turned, as its head says. */
  readonly orientation: Orientation;
  /** An empty folder for the output, not the one of the source. */
  readonly outputFolder: string;
}

/** Why a file could not be read. `detail` is for logs only: it may quote the tool. */
export interface MediaFailure {
  readonly code: ProcessingFailureCode;
  readonly detail: string;
}

/**
 * Reads hostile media in a separate, killable process without network: the file cannot reach other files, other hosts or this process,
 * and time, memory, files and output are bounded.
 *
 * All methods answer UNSUPPORTED_FORMAT, CORRUPT_MEDIA, NO_AUDIO_STREAM, PROCESSING_TIMEOUT or PROCESSING_CRASHED as failures.
 * When `signal` aborts, the process is killed with everything it started, and the promise rejects.
 */
export interface Transcoder {
  /** e.g. `ffmpeg-cli`; for logs. */
  readonly name: string;
  probe(source: MediaSource, signal: AbortSignal): Promise<Result<Probe, MediaFailure>>;
  /**
   * One decode feeds everything: the encoders, the loudness meter (EBU R 128), the waveform.
   * Writes `<n>-init.mp4` and `<n>-00001.m4s`, … of every rung `n` (its place in `rungs`, from 0): AAC-LC in CMAF, 48 kHz stereo,
   * 1,024 samples of priming, segments of 192 frames. A run that decodes nothing is a failure, never an empty success.
   * @param onProgress told fractions from 0 to 1, rising
   */
  run(job: LadderJob, onProgress: (fraction: number) => void, signal: AbortSignal): Promise<Result<LadderResult, MediaFailure>>;
  /** Writes the first picture inside an audio file to `COVER_NAME`, as it is, without looking at it. The file has one, as the probe says. */
  cover(job: CoverJob, signal: AbortSignal): Promise<Result<void, MediaFailure>>;
  /**
   * Makes a picture again as `<size>.jpg` for each of `IMAGE_SIZES`: its first frame, turned upright, its middle cut to a square, on white where
   * it was transparent, without any metadata. Small pictures are enlarged.
   */
  picture(job: PictureJob, signal: AbortSignal): Promise<Result<void, MediaFailure>>;
}

/** Name of the file that `cover` writes. */
export const COVER_NAME = 'cover.bin';
/** Name that the muxer gives a rung's init segment, by the rung's place. */
export const INIT_SEGMENT_PATTERN = '$RepresentationID$-init.mp4';
/** Name that the muxer gives a rung's media segments. */
export const MEDIA_SEGMENT_PATTERN = '$RepresentationID$-$Number%05d$.m4s';
