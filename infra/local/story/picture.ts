import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** 8 bits of red, green and blue, one row after the other. @see PNG, Third Edition, §11.2.1 */
const TRUE_COLOUR = [8, 2, 0, 0, 0];

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}

/** A picture to send: a PNG of a sunrise, made by arithmetic, so that no file has to be shipped. @param side width and height in pixels */
export function sunrise(side: number): Buffer {
  const rows = Buffer.alloc(side * (side * 3 + 1));
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const distance = Math.hypot(x - side / 2, y - side * 0.8) / side;
      const light = Math.max(0, 1 - distance);
      rows.set([255 * light, 180 * light * light, 90 + (60 * y) / side], y * (side * 3 + 1) + 1 + x * 3);
    }
  }
  const head = Buffer.alloc(8 + TRUE_COLOUR.length);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set(TRUE_COLOUR, 8);
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}
