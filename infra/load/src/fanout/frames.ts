import { randomBytes } from 'node:crypto';

/** Frames of WebSocket as far as these benchmarks need them. @see RFC 6455 §5.2 */
export const Opcode = { continuation: 0x0, text: 0x1, close: 0x8, ping: 0x9, pong: 0xa } as const;

/** One frame of a server, which never masks. */
export interface Frame {
  readonly opcode: number;
  /** Whether it is the last one of its message. */
  readonly isLast: boolean;
  readonly payload: Buffer;
}

const FIN = 0x80;
const MASKED = 0x80;
const TWO_BYTES = 126;
const EIGHT_BYTES = 127;

/** A frame as a client sends it: masked, at most 64 KiB. */
export function clientFrame(opcode: number, payload: Buffer): Buffer {
  const isShort = payload.length < TWO_BYTES;
  const head = isShort
    ? Buffer.from([FIN | opcode, MASKED | payload.length])
    : Buffer.from([FIN | opcode, MASKED | TWO_BYTES, payload.length >> 8, payload.length & 0xff]);
  const mask = randomBytes(4);
  return Buffer.concat([head, mask, payload.map((byte, index) => byte ^ mask[index % 4]!)]);
}

/** Where the payload of the frame at a place begins and ends, or undefined while its head is not there. */
function payloadAt(bytes: Buffer, at: number): { readonly start: number; readonly end: number } | undefined {
  if (bytes.length < at + 2) return undefined;
  const short = bytes[at + 1]! & 0x7f;
  const headLength = short === EIGHT_BYTES ? 10 : short === TWO_BYTES ? 4 : 2;
  if (bytes.length < at + headLength) return undefined;
  const length = short === EIGHT_BYTES ? Number(bytes.readBigUInt64BE(at + 2)) : short === TWO_BYTES ? bytes.readUInt16BE(at + 2) : short;
  return { start: at + headLength, end: at + headLength + length };
}

/** Takes frames out of what a socket brings. */
export function frameReader(onFrame: (frame: Frame) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    for (let place = payloadAt(bytes, at); place && place.end <= bytes.length; place = payloadAt(bytes, at)) {
      const first = bytes[at]!;
      onFrame({ opcode: first & 0x0f, isLast: (first & FIN) !== 0, payload: bytes.subarray(place.start, place.end) });
      at = place.end;
    }
    rest = bytes.subarray(at);
  };
}

/** A frame as a server sends it: not masked, at most 64 KiB. */
export function serverFrame(opcode: number, payload: Buffer): Buffer {
  const isShort = payload.length < TWO_BYTES;
  const head = isShort
    ? Buffer.from([FIN | opcode, payload.length])
    : Buffer.from([FIN | opcode, TWO_BYTES, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([head, payload]);
}
