import type { ProcessingFailureCode } from './processing.ts';

/** What a file says of itself, before anything is decoded. */
export interface MediaFacts {
  /** Undefined when the container does not say. */
  readonly durationSeconds: number | undefined;
  readonly channels: number;
  readonly sampleRate: number;
}

/** Bounds of what is decoded. Compressed size says nothing: 308 kB of FLAC can hold 3.7 GB of samples. */
export const MEDIA_LIMITS = {
  minSeconds: 0.1,
  maxSeconds: 4 * 3600,
  maxChannels: 8,
  minSampleRate: 8_000,
  maxSampleRate: 192_000,
  /** Seconds × rate × channels × 4. */
  maxDecodedBytes: 12e9,
} as const;

/** Time and memory that a child process may use. */
export const PROCESS_LIMITS = {
  probeCpuSeconds: 10,
  /** A picture of 50 megapixels takes 2. */
  pictureCpuSeconds: 20,
  /** Address space of the command line tool. */
  addressSpaceBytes: 1024 ** 3,
  /** Resident memory of a child that runs V8, which reserves address space far beyond its use. */
  residentBytes: 768 * 1024 ** 2,
  openFiles: 64,
} as const;

const isWithin = (value: number, min: number, max: number) => value >= min && value <= max;

/** The first bound that a file breaks, or undefined. Asked with what the probe says, and again with what was decoded. */
export function brokenMediaLimit({ durationSeconds, channels, sampleRate }: MediaFacts): ProcessingFailureCode | undefined {
  const { minSeconds, maxSeconds, maxChannels, minSampleRate, maxSampleRate, maxDecodedBytes } = MEDIA_LIMITS;
  if (!isWithin(channels, 1, maxChannels) || !isWithin(sampleRate, minSampleRate, maxSampleRate)) return 'UNSUPPORTED_LAYOUT';
  if (durationSeconds === undefined) return undefined;
  if (durationSeconds < minSeconds) return 'TOO_SHORT';
  if (durationSeconds > maxSeconds) return 'TOO_LONG';
  return durationSeconds * sampleRate * channels * 4 > maxDecodedBytes ? 'DECODED_SIZE_EXCEEDED' : undefined;
}

/** Processor seconds that transcoding a file of a length may take; wall time is three times that. */
export function transcodingCpuSeconds(durationSeconds: number | undefined): number {
  return Math.ceil(60 + 0.3 * (durationSeconds ?? MEDIA_LIMITS.maxSeconds));
}

/** Bytes that one output file may grow to: the largest is a segment of the best rung, 131 kB. */
export const MAX_OUTPUT_FILE_BYTES = 2 * 1024 ** 2;

/** Bytes that a picture file may grow to: one that is taken out of an audio file is as large as one that is sent. */
export const MAX_PICTURE_FILE_BYTES = 20 * 1024 ** 2;

/** Share of the probed length that the decoded length may miss before the file counts as cut off. */
const MISSING_SHARE = 0.01;
const MISSING_SECONDS = 1;

/** Whether so much less was decoded than the file promised that it must be damaged. */
export function isCutOff(promisedSeconds: number | undefined, decodedSeconds: number): boolean {
  if (promisedSeconds === undefined) return false;
  const missing = promisedSeconds - decodedSeconds;
  return missing > MISSING_SECONDS && missing > promisedSeconds * MISSING_SHARE;
}
