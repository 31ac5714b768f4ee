/**
 * WebSocket frames as a server sends them: unmasked and uncompressed. Written by hand because `ws.send` builds a header and a text for each
 * client, where here only the id of the operation differs.
 * @see RFC 6455 §5.2
 */

/** Larger events are not copied for each client but sent in two frames, the second of which is shared. Bytes. */
export const MAX_COPIED_BYTES = 16 * 1024;

/** The second part of a message, which can be written in any place. */
export interface FrameBody {
  /** At least as many as it takes. */
  readonly maxBytes: number;
  /** Writes it and answers how many bytes it took. */
  writeTo(bytes: Buffer, at: number): number;
}

const FINAL_TEXT = 0x81;
const OPENING_TEXT = 0x01;
const FINAL_CONTINUATION = 0x80;
/** Longest payloads whose length fits into 7 and 16 bits. */
const MAX_SHORT = 125;
const MAX_MEDIUM = 0xff_ff;
const MEDIUM_MARK = 126;
const LONG_MARK = 127;

function headerLength(payloadLength: number): number {
  if (payloadLength <= MAX_SHORT) return 2;
  return payloadLength <= MAX_MEDIUM ? 4 : 10;
}

function writeHeader(frame: Buffer, firstByte: number, payloadLength: number, at = 0): number {
  frame[at] = firstByte;
  if (payloadLength <= MAX_SHORT) {
    frame[at + 1] = payloadLength;
    return 2;
  }
  if (payloadLength <= MAX_MEDIUM) {
    frame[at + 1] = MEDIUM_MARK;
    frame[at + 2] = payloadLength >> 8;
    frame[at + 3] = payloadLength & 0xff;
    return 4;
  }
  frame[at + 1] = LONG_MARK;
  frame.writeUInt32BE(0, at + 2);
  frame.writeUInt32BE(payloadLength, at + 6);
  return 10;
}

/** Writes a whole text message of two parts. Answers the place behind it; undefined, and nothing of use is written, where it may not fit. */
export function writeTextFrame(bytes: Buffer, at: number, prefix: Buffer, body: FrameBody): number | undefined {
  const most = prefix.length + body.maxBytes;
  const usual = headerLength(most);
  if (at + usual + most > bytes.length) return undefined;
  const start = at + usual;
  bytes.set(prefix, start);
  const length = prefix.length + body.writeTo(bytes, start + prefix.length);
  const header = writeHeader(bytes, FINAL_TEXT, length, at);
  if (header < usual) bytes.copyWithin(at + header, start, start + length);
  return at + header + length;
}

/** A whole text message of two parts, in one piece of memory. @param isPooled whether it may share a page with other frames: only what leaves at once */
export function textFrame(prefix: Buffer, body: Buffer, isPooled: boolean): Buffer {
  const length = prefix.length + body.length;
  const size = headerLength(length) + length;
  const frame = isPooled ? Buffer.allocUnsafe(size) : Buffer.allocUnsafeSlow(size);
  const start = writeHeader(frame, FINAL_TEXT, length);
  frame.set(prefix, start);
  frame.set(body, start + prefix.length);
  return frame;
}

function frameOf(firstByte: number, payload: Buffer): Buffer {
  const frame = Buffer.allocUnsafeSlow(headerLength(payload.length) + payload.length);
  frame.set(payload, writeHeader(frame, firstByte, payload.length));
  return frame;
}

/** The first frame of a text message that goes on in another. */
export function openingFrame(payload: Buffer): Buffer {
  return frameOf(OPENING_TEXT, payload);
}

/** The last frame of a message that began in another. */
export function continuationFrame(payload: Buffer): Buffer {
  return frameOf(FINAL_CONTINUATION, payload);
}
