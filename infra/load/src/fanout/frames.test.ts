import { describe, expect, it } from 'vitest';
import { clientFrame, type Frame, frameReader, Opcode } from './frames.ts';

/** A frame as a server sends it. */
function serverFrame(opcode: number, length: number, isLast = true): Buffer {
  const first = (isLast ? 0x80 : 0) | opcode;
  const head = length < 126 ? [first, length] : length < 65_536 ? [first, 126, length >> 8, length & 0xff] : [first, 127, 0, 0, 0, 0];
  const size = Buffer.alloc(4);
  size.writeUInt32BE(length);
  return Buffer.concat([Buffer.from(head), ...(length < 65_536 ? [] : [size]), Buffer.alloc(length, 'x')]);
}

describe('frameReader', () => {
  it('reads short, long and very long frames, however they are cut', () => {
    const bytes = Buffer.concat([
      serverFrame(Opcode.text, 5),
      serverFrame(Opcode.text, 300, false),
      serverFrame(Opcode.continuation, 70_000),
      serverFrame(Opcode.ping, 0),
    ]);
    for (const cut of [997, 30_000, bytes.length]) {
      const frames: Frame[] = [];
      const read = frameReader((frame) => frames.push(frame));
      for (let at = 0; at < bytes.length; at += cut) read(bytes.subarray(at, at + cut));
      expect(frames.map(({ opcode, isLast, payload }) => [opcode, isLast, payload.length])).toEqual([
        [Opcode.text, true, 5],
        [Opcode.text, false, 300],
        [Opcode.continuation, true, 70_000],
        [Opcode.ping, true, 0],
      ]);
    }
  });

  it('waits for a head that comes byte by byte', () => {
    const lengths: number[] = [];
    const read = frameReader(({ payload }) => lengths.push(payload.length));
    for (const byte of Buffer.concat([serverFrame(Opcode.text, 200), serverFrame(Opcode.text, 0)])) read(Buffer.from([byte]));
    expect(lengths).toEqual([200, 0]);
  });
});

describe('clientFrame', () => {
  it.each([0, 125, 126, 40_000])('masks %d bytes as the server unmasks them', (length) => {
    const payload = Buffer.alloc(length, 'abc');
    const frame = clientFrame(Opcode.text, payload);
    const mask = frame.subarray(frame.length - length - 4, frame.length - length);
    const unmasked = frame.subarray(frame.length - length).map((byte, index) => byte ^ mask[index % 4]!);
    expect(Buffer.from(unmasked)).toEqual(payload);
    expect(frame[1]! & 0x80).toBe(0x80);
  });
});
