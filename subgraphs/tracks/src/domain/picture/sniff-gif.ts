import type { PixelSize } from '../attachment/attachment-facts.ts';

const SIGNATURE = /^GIF8[79]a$/;

/** The size of a GIF by its first 10 bytes; undefined for everything else. It is shown as it is, and never decoded here. @see GIF89a specification §18 */
export function sniffGif(head: Uint8Array): PixelSize | undefined {
  if (head.length < 10 || !SIGNATURE.test(String.fromCharCode(...head.subarray(0, 6)))) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  return size.width > 0 && size.height > 0 ? size : undefined;
}
