/** Samples per second of everything we serve: one rate for the whole catalogue, so that any two tracks can be appended. */
export const SAMPLE_RATE = 48_000;
/** Samples in one AAC frame. @see ISO/IEC 14496-3 */
export const FRAME_SAMPLES = 1024;
/** Samples that the encoder puts before the first one of the source. Both adapters use FFmpeg's own `aac` encoder, which has 1024. */
export const ENCODER_DELAY_SAMPLES = 1024;
/** Samples in a segment: 192 frames, 4.096 s. Every rung cuts at the same frames. */
export const SEGMENT_SAMPLES = 192 * FRAME_SAMPLES;
/** Length of a segment in seconds, as the muxer takes it. */
export const SEGMENT_SECONDS = SEGMENT_SAMPLES / SAMPLE_RATE;
/** RFC 6381 name of AAC-LC. */
export const CODEC = 'mp4a.40.2';

/** One quality of the ladder. */
export interface Rung {
  /** Prefix of its files, e.g. `a160`. */
  readonly name: string;
  readonly bitrateKbps: number;
}

/** The whole ladder, worst first. */
export const LADDER: readonly Rung[] = [
  { name: 'a64', bitrateKbps: 64 },
  { name: 'a160', bitrateKbps: 160 },
  { name: 'a256', bitrateKbps: 256 },
];

/**
 * The rungs worth making: none above the bit rate of a lossy source, at least one in any case.
 * @param lossyBitrateKbps bit rate of the source when its codec loses something, else undefined
 */
export function ladderFor(lossyBitrateKbps: number | undefined): readonly Rung[] {
  if (lossyBitrateKbps === undefined) return LADDER;
  const useful = LADDER.filter(({ bitrateKbps }) => bitrateKbps <= lossyBitrateKbps);
  return useful.length > 0 ? useful : LADDER.slice(0, 1);
}
