import { exifOrientation, type Orientation } from './exif-orientation.ts';
import type { PictureFormatName } from './picture-format.ts';

/** Bytes from the start of a file that the sniffer looks at. Size and orientation of a picture lie within. */
export const PICTURE_HEAD_BYTES = 2 * 1024 ** 2;

/** What a picture's head says. */
export interface PictureFacts {
  readonly format: PictureFormatName;
  /** Pixels, before it is turned. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const textAt = (bytes: Uint8Array, at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length));

const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n';
const EXIF_NAME = 'Exif\0\0';

/** Markers that begin a frame; 0xc4, 0xc8 and 0xcc lie among them and mean something else. @see ITU-T T.81 table B.1 */
const isFrameMarker = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Walks the segments of a JPEG up to its frame header. @see ITU-T T.81 §B.1.1 */
function jpegFacts(head: Uint8Array): PictureFacts | undefined {
  const view = viewOf(head);
  let orientation: Orientation = 1;
  let at = 2;
  while (at + 9 <= head.length && head[at] === 0xff) {
    const marker = head[at + 1]!;
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (isFrameMarker(marker)) return { format: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7), orientation };
    if (marker === 0xe1 && textAt(head, at + 4, 6) === EXIF_NAME) orientation = exifOrientation(head.subarray(at + 10, at + 2 + length));
    at += 2 + length;
  }
  return undefined;
}

/** The size stands in the first chunk; EXIF, if any, before the pixels. @see PNG, Third Edition, §11.2.1 and §11.3.3.6 */
function pngFacts(head: Uint8Array): PictureFacts | undefined {
  if (textAt(head, 12, 4) !== 'IHDR' || head.length < 24) return undefined;
  const view = viewOf(head);
  const facts = { format: 'png', width: view.getUint32(16), height: view.getUint32(20), orientation: 1 } as const;
  for (let at = 8; at + 8 <= head.length; at += 12 + view.getUint32(at)) {
    const name = textAt(head, at + 4, 4);
    if (name === 'IDAT') break;
    if (name === 'eXIf') return { ...facts, orientation: exifOrientation(head.subarray(at + 8, at + 8 + view.getUint32(at))) };
  }
  return facts;
}

const ANIMATED = 0x02;
const uint24 = (bytes: Uint8Array, at: number) => bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);

/** The size of a simple WebP picture. @see RFC 6386 §9.1 for VP8, RFC 9649 §3.4 for VP8L */
function webpSize(head: Uint8Array, kind: string): { readonly width: number; readonly height: number } | undefined {
  const view = viewOf(head);
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind !== 'VP8L') return undefined;
  const bits = view.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** The EXIF chunk comes behind the pixels; it is found when the file is small enough to lie whole in the head. */
function webpOrientation(head: Uint8Array): Orientation {
  const view = viewOf(head);
  for (let at = 12; at + 8 <= head.length;) {
    const length = view.getUint32(at + 4, true);
    if (textAt(head, at, 4) === 'EXIF') {
      const body = head.subarray(at + 8, at + 8 + length);
      return exifOrientation(textAt(body, 0, 6) === EXIF_NAME ? body.subarray(6) : body);
    }
    at += 8 + length + (length % 2);
  }
  return 1;
}

/** Simple and extended WebP; an animated one is none that we read. @see RFC 9649 §2.6, §2.7 */
function webpFacts(head: Uint8Array): PictureFacts | undefined {
  if (head.length < 30) return undefined;
  const kind = textAt(head, 12, 4);
  if (kind !== 'VP8X') {
    const size = webpSize(head, kind);
    return size && { format: 'webp', ...size, orientation: 1 };
  }
  if ((head[20]! & ANIMATED) !== 0) return undefined;
  return { format: 'webp', width: uint24(head, 24) + 1, height: uint24(head, 27) + 1, orientation: webpOrientation(head) };
}

const READERS: readonly (readonly [(head: Uint8Array) => boolean, (head: Uint8Array) => PictureFacts | undefined])[] = [
  [(head) => head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff, jpegFacts],
  [(head) => textAt(head, 0, 8) === PNG_SIGNATURE, pngFacts],
  [(head) => textAt(head, 0, 4) === 'RIFF' && textAt(head, 8, 4) === 'WEBP', webpFacts],
];

/**
 * Tells a picture and its size by its head alone; file names and declared types play no part.
 * Undefined for everything that is no JPEG, PNG or still WebP with a size.
 */
export function sniffPicture(head: Uint8Array): PictureFacts | undefined {
  const facts = READERS.find(([matches]) => matches(head))?.[1](head);
  return facts && facts.width > 0 && facts.height > 0 ? facts : undefined;
}
