import { expect, it } from 'vitest';
import { sniffGif } from './sniff-gif.ts';

const gif = (signature: string, ...size: readonly number[]) => Uint8Array.from([...Buffer.from(signature), ...size]);

it('a GIF says its size in its first bytes', () => {
  expect(sniffGif(gif('GIF89a', 0x40, 0x01, 0xf0, 0))).toEqual({ width: 320, height: 240 });
  expect(sniffGif(gif('GIF87a', 1, 0, 1, 0, 0))).toEqual({ width: 1, height: 1 });
});

it('what is short, empty or something else is no GIF', () => {
  expect(sniffGif(gif('GIF89a', 1, 0, 1))).toBeUndefined();
  expect(sniffGif(gif('GIF89a', 0, 0, 1, 0))).toBeUndefined();
  expect(sniffGif(gif('GIF88a', 1, 0, 1, 0))).toBeUndefined();
});
