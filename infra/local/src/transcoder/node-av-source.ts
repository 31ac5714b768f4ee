import { type MediaSource, type Probe, type ProcessingFailureCode } from '@veza/tracks/transcoder';
import { avGetCodecName, Demuxer, Log, type Stream } from 'node-av';
import { AV_DISPOSITION_ATTACHED_PIC, AV_LOG_QUIET } from 'node-av/constants';

/** A file that is not what it should be. */
export class MediaRefused extends Error {
  readonly code: ProcessingFailureCode;
  constructor(code: ProcessingFailureCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** A file with its first audio stream. Closed by `demuxer.closeSync`. */
export interface OpenSource {
  readonly demuxer: Demuxer;
  readonly stream: Stream;
  readonly codec: string;
}

/** Opens a file with one protocol, the forced demuxer and nothing but the given decoders. @throws FFmpegError */
export function openSealed(path: string, format: string, decoders: readonly string[]): Demuxer {
  Log.setLevel(AV_LOG_QUIET);
  const options = { protocol_whitelist: 'file', format_whitelist: format, codec_whitelist: decoders.join(',') };
  return Demuxer.openSync(`file:${path}`, { format, options });
}

/** Opens a file as what our sniffer took it for, at its first audio stream. @throws MediaRefused, FFmpegError */
export function openSource({ path, format }: MediaSource): OpenSource {
  const demuxer = openSealed(path, format.demuxer, format.decoders);
  const stream = demuxer.audio();
  if (!stream) throw new MediaRefused('NO_AUDIO_STREAM', 'no audio stream');
  return { demuxer, stream, codec: avGetCodecName(stream.codecpar.codecId) ?? 'unknown' };
}

/** Seconds of the stream, else of the container; undefined when neither says. */
function secondsOf({ demuxer, stream }: OpenSource): number | undefined {
  const { num, den } = stream.timeBase;
  const seconds = stream.duration > 0n ? (Number(stream.duration) * num) / den : demuxer.duration;
  return seconds > 0 ? seconds : undefined;
}

const kbps = (bitsPerSecond: number) => (bitsPerSecond > 0 ? Math.round(bitsPerSecond / 1000) : undefined);

function titleOf({ demuxer, stream }: OpenSource): string | undefined {
  const tags = { ...stream.metadata?.getAll(), ...demuxer.metadata };
  return tags['title'] ?? tags['TITLE'];
}

/** Whether a stream is a picture that belongs to the sound, e.g. the cover of its album. */
export const isCover = (stream: Stream): boolean => stream.hasDisposition(AV_DISPOSITION_ATTACHED_PIC);

/** What a file says of itself. @throws MediaRefused, FFmpegError */
export function probeSource(source: MediaSource): Probe {
  const opened = openSource(source);
  const { codecpar } = opened.stream;
  if (codecpar.sampleRate <= 0 || codecpar.channels <= 0) throw new MediaRefused('CORRUPT_MEDIA', 'no sample rate or no channels');
  const ownRate = Number(codecpar.bitRate);
  return {
    codec: opened.codec,
    sampleRate: codecpar.sampleRate,
    channels: codecpar.channels,
    durationSeconds: secondsOf(opened),
    bitrateKbps: kbps(ownRate > 0 ? ownRate : opened.demuxer.bitRate),
    title: titleOf(opened),
    hasPicture: opened.demuxer.streams.some(isCover),
  };
}
