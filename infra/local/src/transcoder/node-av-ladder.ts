import {
  INIT_SEGMENT_PATTERN,
  type LadderJob,
  type LadderResult,
  loudnessOf,
  MEDIA_LIMITS,
  MEDIA_SEGMENT_PATTERN,
  SAMPLE_RATE,
  SEGMENT_SECONDS,
  waveformMeter,
} from '@veza/tracks/transcoder';
import { join } from 'node:path';
import { Decoder, Encoder, FilterComplexAPI, type Frame, Muxer, type Packet } from 'node-av';
import { AVMEDIA_TYPE_AUDIO, FF_ENCODER_AAC } from 'node-av/constants';
import { MediaRefused, openSource, type OpenSource } from './node-av-source.ts';

/** Share of packets that may fail to decode before the file counts as damaged. */
const MAX_ERROR_RATE = 0.01;
const MEASURED = 'pcm';
const rungLabel = (index: number) => `r${index}`;

/**
 * One resampling, then a branch per rung in whole AAC frames (the encoder drops a short last one) and one for loudness and waveform.
 */
function openGraph(rungs: LadderJob['rungs']): FilterComplexAPI {
  const labels = rungs.map((_rung, index) => rungLabel(index));
  const branches = labels.map((label) => `[in_${label}]`).join('');
  const description = [
    `[in]aresample=${SAMPLE_RATE},aformat=sample_fmts=fltp:channel_layouts=stereo:sample_rates=${SAMPLE_RATE},asplit=${rungs.length + 1}${branches}[m]`,
    ...labels.map((label) => `[in_${label}]asetnsamples=n=1024:p=1[${label}]`),
    `[m]ebur128=peak=true:metadata=1:framelog=quiet,aformat=sample_fmts=s16:channel_layouts=stereo[${MEASURED}]`,
  ].join(';');
  return FilterComplexAPI.create(description, {
    inputs: [{ label: 'in' }],
    outputs: [...labels, MEASURED].map((label) => ({ label, mediaType: AVMEDIA_TYPE_AUDIO })),
  });
}

/** What a part of FFmpeg gives until it asks for more (null) or has ended (undefined). Each item is freed after its turn. */
function* received<T extends Frame | Packet>(receive: () => T | null | undefined): Generator<T> {
  for (let item = receive(); item; item = receive()) {
    yield item;
    item.free();
  }
}

/** The encoders and the muxer behind the graph. */
function openOutput({ rungs, outputFolder }: LadderJob) {
  const encoders = rungs.map(({ bitrateKbps }) =>
    Encoder.createSync(FF_ENCODER_AAC, { bitrate: bitrateKbps * 1000, context: { threadCount: 1 } }),
  );
  const muxer = Muxer.openSync(join(outputFolder, 'muxer.mpd'), {
    format: 'dash',
    options: { seg_duration: String(SEGMENT_SECONDS), init_seg_name: INIT_SEGMENT_PATTERN, media_seg_name: MEDIA_SEGMENT_PATTERN },
  });
  const streams = encoders.map((encoder) => muxer.addStream(encoder));
  const write = (index: number) => {
    for (const packet of received(() => encoders[index]!.receiveSync())) muxer.writePacketSync(packet, streams[index]!);
  };
  return {
    encode(index: number, frame: Frame) {
      encoders[index]!.encodeSync(frame);
      write(index);
    },
    close() {
      for (const [index, encoder] of encoders.entries()) {
        encoder.flushSync();
        write(index);
      }
      muxer.closeSync();
    },
  };
}

/** Loudness as the filter wrote it on the last measured frame; its peaks are linear. */
function loudnessOfTags(tags: Readonly<Record<string, string>>) {
  const number = (name: string) => Number(tags[`lavfi.r128.${name}`] ?? Number.NaN);
  const peak = Math.max(number('true_peaks_ch0'), number('true_peaks_ch1'));
  return loudnessOf(number('I'), number('LRA'), 20 * Math.log10(peak));
}

/** Every decoded frame of the stream. @throws MediaRefused when too many packets are damaged */
function* decodedFrames({ demuxer, stream }: OpenSource): Generator<Frame> {
  const decoder = Decoder.createSync(stream, { exitOnError: true, context: { threadCount: 1 } });
  let packets = 0;
  let damaged = 0;
  const attempt = (step: () => void) => {
    try {
      step();
    } catch {
      damaged += 1;
    }
  };
  for (const packet of demuxer.packetsSync(stream.index)) {
    if (!packet) break;
    packets += 1;
    attempt(() => decoder.decodeSync(packet));
    packet.free();
    yield* received(() => decoder.receiveSync());
  }
  attempt(() => decoder.flushSync());
  yield* received(() => decoder.receiveSync());
  if (damaged > packets * MAX_ERROR_RATE) throw new MediaRefused('CORRUPT_MEDIA', `${damaged} of ${packets} packets are damaged`);
}

/** Turns seconds into fractions of the whole, and passes on only what is a percent further. */
function wholePercents(durationSeconds: number | undefined, onProgress: (fraction: number) => void): (seconds: number) => void {
  let told = 0;
  return (seconds) => {
    const percent = durationSeconds ? Math.min(100, Math.floor((seconds / durationSeconds) * 100)) : 0;
    if (percent <= told) return;
    told = percent;
    onProgress(percent / 100);
  };
}

/** Makes the ladder. Synchronous throughout: node-av's asynchronous calls cost three times as much. @throws MediaRefused, FFmpegError */
export function runLadder(job: LadderJob, onProgress: (fraction: number) => void): LadderResult {
  const source = openSource(job.source);
  if (!job.source.format.decoders.includes(source.codec)) throw new MediaRefused('UNSUPPORTED_FORMAT', `codec ${source.codec}`);
  const graph = openGraph(job.rungs);
  const output = openOutput(job);
  const meter = waveformMeter();
  const tell = wholePercents(job.durationSeconds, onProgress);
  let tags: Readonly<Record<string, string>> = {};

  const pull = () => {
    for (const index of job.rungs.keys()) {
      for (const frame of received(() => graph.receiveSync(rungLabel(index)))) output.encode(index, frame);
    }
    for (const frame of received(() => graph.receiveSync(MEASURED))) {
      const bytes = Uint8Array.from(frame.data![0]!.subarray(0, frame.nbSamples * 4));
      meter.add(new Int16Array(bytes.buffer));
      tags = frame.getMetadata().getAll();
    }
    tell(meter.sampleCount / SAMPLE_RATE);
  };
  for (const frame of decodedFrames(source)) {
    graph.processSync('in', frame);
    pull();
    if (meter.sampleCount > (MEDIA_LIMITS.maxSeconds + 1) * SAMPLE_RATE) break;
  }
  graph.flushSync();
  pull();
  if (meter.sampleCount === 0) throw new MediaRefused('CORRUPT_MEDIA', 'nothing was decoded');
  output.close();
  return { sampleCount: meter.sampleCount, loudness: loudnessOfTags(tags), waveform: meter.pairs() };
}
