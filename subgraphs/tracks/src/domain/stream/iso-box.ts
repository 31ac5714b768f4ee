/** A box of an ISO base media file: its type and its content. */
export interface IsoBox {
  /** Four characters, e.g. `moof`. */
  readonly type: string;
  readonly content: Uint8Array;
}

const HEADER_BYTES = 8;
const LARGE_HEADER_BYTES = 16;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * The boxes that stand one after the other in `bytes`.
 * @throws RangeError when a box is longer than what is there
 * @see ISO/IEC 14496-12 §4.2
 */
export function isoBoxes(bytes: Uint8Array): readonly IsoBox[] {
  const boxes: IsoBox[] = [];
  for (let at = 0; at + HEADER_BYTES <= bytes.length;) {
    const data = view(bytes);
    const size32 = data.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const isLarge = size32 === 1;
    const size = isLarge ? Number(data.getBigUint64(at + HEADER_BYTES)) : size32 === 0 ? bytes.length - at : size32;
    const headerBytes = isLarge ? LARGE_HEADER_BYTES : HEADER_BYTES;
    if (size < headerBytes || at + size > bytes.length) throw new RangeError(`box ${type} does not fit`);
    boxes.push({ type, content: bytes.subarray(at + headerBytes, at + size) });
    at += size;
  }
  return boxes;
}

/** The content of the first box at a path of types, e.g. `['moof', 'traf', 'tfdt']`. @throws RangeError when there is none */
export function boxAt(bytes: Uint8Array, path: readonly string[]): Uint8Array {
  return path.reduce((content, type) => {
    const box = isoBoxes(content).find((candidate) => candidate.type === type);
    if (!box) throw new RangeError(`no box ${type} of ${path.join('/')}`);
    return box.content;
  }, bytes);
}
