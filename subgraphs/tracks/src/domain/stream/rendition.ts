import { ENCODER_DELAY_SAMPLES, FRAME_SAMPLES, type Rung, SAMPLE_RATE } from '../audio/ladder.ts';
import type { SegmentTiming } from './cmaf-segment.ts';

/** A media segment as it lies on disk. */
export interface MediaSegment {
  readonly name: string;
  readonly byteSize: number;
  readonly timing: SegmentTiming;
}

/** One rung as it was made, with the presentation time of every segment. */
export interface Rendition {
  readonly name: string;
  readonly bitrateKbps: number;
  /** Peak of the segments, in bits per second. */
  readonly bandwidth: number;
  /** Mean over the whole, in bits per second. */
  readonly averageBandwidth: number;
  readonly initName: string;
  readonly segments: readonly TimedSegment[];
  /** Samples before the first one of the source, which players skip. */
  readonly encoderDelaySamples: number;
  /** Samples behind the last one of the source. */
  readonly endPaddingSamples: number;
}

/** A segment with its length in samples of the source: the first is shorter by the encoder's delay, the last ends with the source. */
export interface TimedSegment {
  readonly name: string;
  readonly durationSamples: number;
}

/** Why segments are not what was asked for. */
export class BrokenLadder extends Error {}

/** Presentation time is decode time less the encoder's delay, so the lengths sum to the source's samples exactly. */
function timed(segments: readonly MediaSegment[], sampleCount: number): readonly TimedSegment[] {
  return segments.map(({ name, timing }, index) => {
    const start = Math.max(0, timing.decodeTime - ENCODER_DELAY_SAMPLES);
    const next = segments[index + 1];
    const end = next ? next.timing.decodeTime - ENCODER_DELAY_SAMPLES : sampleCount;
    if (end <= start) throw new BrokenLadder(`segment ${name} lies outside the track`);
    return { name, durationSamples: end - start };
  });
}

/** Without a gap or an overlap, and long enough to hold the source. */
function checkContinuity(rung: Rung, segments: readonly MediaSegment[], sampleCount: number): number {
  let decodeTime = 0;
  for (const { name, timing } of segments) {
    if (timing.decodeTime !== decodeTime) throw new BrokenLadder(`segment ${name} begins at ${timing.decodeTime}, not ${decodeTime}`);
    decodeTime += timing.frames * FRAME_SAMPLES;
  }
  const padding = decodeTime - ENCODER_DELAY_SAMPLES - sampleCount;
  if (padding < 0 || padding >= 2 * FRAME_SAMPLES) throw new BrokenLadder(`${rung.name} has ${padding} samples of padding`);
  return padding;
}

/**
 * A rung from its segments.
 * @param sampleCount samples of the source at 48 kHz
 * @throws BrokenLadder when the segments do not hold exactly the source
 */
export function renditionOf(rung: Rung, initName: string, segments: readonly MediaSegment[], sampleCount: number): Rendition {
  if (segments.length === 0) throw new BrokenLadder(`${rung.name} is empty`);
  const endPaddingSamples = checkContinuity(rung, segments, sampleCount);
  const timedSegments = timed(segments, sampleCount);
  const bits = segments.reduce((sum, { byteSize }) => sum + byteSize * 8, 0);
  const rates = segments.map(({ byteSize }, index) => (byteSize * 8 * SAMPLE_RATE) / timedSegments[index]!.durationSamples);
  return {
    name: rung.name,
    bitrateKbps: rung.bitrateKbps,
    bandwidth: Math.ceil(Math.max(...longEnough(rates, timedSegments))),
    averageBandwidth: Math.ceil((bits * SAMPLE_RATE) / sampleCount),
    initName,
    segments: timedSegments,
    encoderDelaySamples: ENCODER_DELAY_SAMPLES,
    endPaddingSamples,
  };
}

/** Rates of segments of at least half the target; a last one of a few frames says nothing. @see RFC 8216 §4.1 */
function longEnough(rates: readonly number[], segments: readonly TimedSegment[]): readonly number[] {
  const long = rates.filter((_rate, index) => segments[index]!.durationSamples >= SAMPLE_RATE);
  return long.length > 0 ? long : rates;
}
