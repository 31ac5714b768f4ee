import { boxAt, isoBoxes } from './iso-box.ts';

/** When a media segment begins and how much it holds, in samples at the track's rate. */
export interface SegmentTiming {
  /** Decode time of the first sample (`tfdt`); priming counts. */
  readonly decodeTime: number;
  /** Audio frames in the segment. */
  readonly frames: number;
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function decodeTimeOf(tfdt: Uint8Array): number {
  const data = view(tfdt);
  return data.getUint8(0) === 1 ? Number(data.getBigUint64(4)) : data.getUint32(4);
}

/**
 * Reads the fragments of one CMAF media segment: the decode time of the first, the frames of all.
 * @throws RangeError when it is no such segment
 * @see ISO/IEC 14496-12 §8.8.8 (trun), §8.8.12 (tfdt)
 */
export function segmentTiming(segment: Uint8Array): SegmentTiming {
  const fragments = isoBoxes(segment).filter(({ type }) => type === 'moof');
  const first = fragments[0];
  if (!first) throw new RangeError('no box moof');
  const frames = fragments.flatMap(({ content }) =>
    isoBoxes(boxAt(content, ['traf']))
      .filter(({ type }) => type === 'trun')
      .map((run) => view(run.content).getUint32(4)),
  );
  return { decodeTime: decodeTimeOf(boxAt(first.content, ['traf', 'tfdt'])), frames: frames.reduce((sum, count) => sum + count, 0) };
}
