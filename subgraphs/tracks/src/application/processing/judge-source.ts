import { err, ok, type Result } from '@veza/kernel';
import { AUDIO_FORMATS, type AudioFormat, isLossless } from '../../domain/audio/audio-format.ts';
import { ladderFor, type Rung, SAMPLE_RATE } from '../../domain/audio/ladder.ts';
import { brokenMediaLimit, isCutOff } from '../../domain/audio/media-limits.ts';
import type { MediaFailure, MediaSource, Probe, Transcoder } from '../transcoder.ts';
import type { WorkFolder } from './ports.ts';

/** A source that may be transcoded, and into what. */
export interface JudgedSource {
  readonly source: MediaSource;
  readonly probe: Probe;
  readonly rungs: readonly Rung[];
}

/** What of the probed length can be relied on: containers that only guess it are not held to it. */
export function promisedSeconds({ source, probe }: Pick<JudgedSource, 'source' | 'probe'>): number | undefined {
  return source.format.statesLength ? probe.durationSeconds : undefined;
}

function problemOf(probe: Probe, format: AudioFormat): MediaFailure | undefined {
  if (!format.decoders.includes(probe.codec)) return { code: 'UNSUPPORTED_FORMAT', detail: `codec ${probe.codec} in ${format.demuxer}` };
  const code = brokenMediaLimit(probe);
  return code && { code, detail: `${probe.durationSeconds} s, ${probe.sampleRate} Hz, ${probe.channels} channels` };
}

/** Looks at a source before anything of it is decoded: signature, codec, bounds. */
export async function judgeSource(
  folder: WorkFolder,
  transcoder: Transcoder,
  signal: AbortSignal,
): Promise<Result<JudgedSource, MediaFailure>> {
  const formatName = await folder.sourceFormat();
  if (!formatName) return err({ code: 'UNSUPPORTED_FORMAT', detail: 'no signature of a known format' });
  const format: AudioFormat = AUDIO_FORMATS[formatName];
  const source = { path: folder.sourcePath, format };
  const probe = await transcoder.probe(source, signal);
  if (!probe.ok) return probe;
  const problem = problemOf(probe.value, format);
  if (problem) return err(problem);
  return ok({ source, probe: probe.value, rungs: ladderFor(isLossless(probe.value.codec) ? undefined : probe.value.bitrateKbps) });
}

/** Looks at what was decoded: nothing may be missing, and the bounds hold for what the file really was. */
export function judgeDecoded(judged: JudgedSource, sampleCount: number): MediaFailure | undefined {
  const seconds = sampleCount / SAMPLE_RATE;
  if (isCutOff(promisedSeconds(judged), seconds)) {
    return { code: 'CORRUPT_MEDIA', detail: `${seconds} s instead of ${judged.probe.durationSeconds} s` };
  }
  const code = brokenMediaLimit({ ...judged.probe, durationSeconds: seconds });
  return code && { code, detail: `${seconds} s decoded` };
}
