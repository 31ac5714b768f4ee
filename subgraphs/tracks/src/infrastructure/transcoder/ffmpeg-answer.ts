import { err, ok, type Result } from '@veza/kernel';
import { type Loudness, loudnessOf } from '../../domain/audio/loudness.ts';
import type { MediaFailure, Probe } from '../../application/transcoder.ts';
import type { ChildEnd } from './child-run.ts';

interface ProbedStream {
  readonly codec_type?: string;
  readonly codec_name?: string;
  readonly sample_rate?: string;
  readonly channels?: number;
  readonly duration?: string;
  readonly bit_rate?: string;
  readonly disposition?: { readonly attached_pic?: number };
  readonly tags?: { readonly title?: string; readonly TITLE?: string };
}

interface Probed {
  readonly streams?: readonly ProbedStream[];
  readonly format?: Pick<ProbedStream, 'duration' | 'bit_rate' | 'tags'>;
}

/** What ffmpeg says when RLIMIT_CPU ran out: it catches SIGXCPU and ends. */
const CPU_EXHAUSTED = /received signal 24/;
const OUT_OF_MEMORY = /Cannot allocate memory|std::bad_alloc/;
/** Refusals that ffmpeg words alike in all its versions; everything else that fails is a damaged file. */
const REFUSALS = [
  ['UNSUPPORTED_FORMAT', /not on whitelist/],
  ['NO_AUDIO_STREAM', /matches no streams/],
] as const;

const positive = (text: string | undefined) => (text !== undefined && Number(text) > 0 ? Number(text) : undefined);

/** What its last words refuse a file for. */
const refusalIn = (errors: string) => REFUSALS.find(([, words]) => words.test(errors))?.[0] ?? 'CORRUPT_MEDIA';

/** What went wrong with a process that did not end well; undefined for one that did. */
export function failureOf({ exitCode, killedBy, timedOut, errors }: ChildEnd): MediaFailure | undefined {
  if (timedOut || killedBy === 'SIGXCPU' || CPU_EXHAUSTED.test(errors)) return { code: 'PROCESSING_TIMEOUT', detail: errors };
  if (killedBy !== null || OUT_OF_MEMORY.test(errors)) return { code: 'PROCESSING_CRASHED', detail: `${killedBy ?? 'memory'}: ${errors}` };
  if (exitCode === 0) return undefined;
  return { code: refusalIn(errors), detail: errors };
}

function titleOf({ format, streams = [] }: Probed): string | undefined {
  const tags = [format?.tags, ...streams.map((stream) => stream.tags)];
  return tags.map((tag) => tag?.title ?? tag?.TITLE).find((title) => title !== undefined);
}

const kbps = (bitsPerSecond: number | undefined) => (bitsPerSecond === undefined ? undefined : Math.round(bitsPerSecond / 1000));

/** Facts of an audio stream; what it leaves out is the container's. */
function factsOf(stream: ProbedStream, format: ProbedStream, rest: Pick<Probe, 'title' | 'hasPicture'>): Result<Probe, MediaFailure> {
  const { codec_name: codec = 'unknown', channels = 0 } = stream;
  const sampleRate = positive(stream.sample_rate);
  if (!sampleRate || channels === 0) return err({ code: 'CORRUPT_MEDIA', detail: 'no sample rate or no channels' });
  const durationSeconds = positive(stream.duration) ?? positive(format.duration);
  return ok({
    codec,
    sampleRate,
    channels,
    durationSeconds,
    bitrateKbps: kbps(positive(stream.bit_rate) ?? positive(format.bit_rate)),
    ...rest,
  });
}

/** Reads the JSON of `probeArguments`. Fails with NO_AUDIO_STREAM and CORRUPT_MEDIA. */
export function probeOf(json: string): Result<Probe, MediaFailure> {
  const probed = JSON.parse(json) as Probed;
  const stream = probed.streams?.find(({ codec_type: kind }) => kind === 'audio');
  if (!stream) return err({ code: 'NO_AUDIO_STREAM', detail: 'no audio stream' });
  const hasPicture = probed.streams?.some(({ disposition }) => disposition?.attached_pic === 1) ?? false;
  return factsOf(stream, probed.format ?? {}, { title: titleOf(probed), hasPicture });
}

const lastNumber = (text: string, pattern: RegExp) => {
  const last = Array.from(text.matchAll(pattern)).at(-1)?.[1];
  return last === '-inf' ? Number.NEGATIVE_INFINITY : Number(last ?? Number.NaN);
};

/** Reads the summary that the filter `ebur128` writes when it ends. */
export function loudnessOfSummary(errors: string): Loudness {
  return loudnessOf(
    lastNumber(errors, /^\s+I:\s+(\S+) LUFS/gm),
    lastNumber(errors, /^\s+LRA:\s+(\S+) LU\b/gm),
    lastNumber(errors, /^\s+Peak:\s+(\S+) dBFS/gm),
  );
}
