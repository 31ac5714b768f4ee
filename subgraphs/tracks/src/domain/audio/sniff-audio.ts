import type { AudioFormatName } from './audio-format.ts';

/** Bytes from the start of a file that the sniffer looks at. */
export const SNIFFED_BYTES = 64 * 1024;

/** What the first bytes say: a format, a tag to skip (`ID3v2`), or nothing that we know. */
export type Sniffed = { readonly format: AudioFormatName } | { readonly skipBytes: number } | undefined;

const ID3_HEADER_BYTES = 10;
/** Formats that an ID3v2 tag may stand before. */
const TAGGED: ReadonlySet<AudioFormatName> = new Set(['mp3', 'aac', 'flac']);

const textAt = (bytes: Uint8Array, at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length));

/** @see https://id3.org/id3v2.4.0-structure §3.1: four bytes of seven bits, an optional footer */
function id3Bytes(head: Uint8Array): number | undefined {
  if (textAt(head, 0, 3) !== 'ID3' || head.length < ID3_HEADER_BYTES) return undefined;
  const size = head.subarray(6, ID3_HEADER_BYTES);
  if (size.some((byte) => byte > 0x7f)) return undefined;
  const body = size.reduce((sum, byte) => sum * 128 + byte, 0);
  return ID3_HEADER_BYTES + body + ((head[5]! & 0x10) === 0 ? 0 : ID3_HEADER_BYTES);
}

/** Bits 11 of sync, then version, layer, bit rate and sample rate, none of them a reserved value. @see ISO/IEC 11172-3 §2.4.2.3 */
function isMpegAudioFrame(head: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = head;
  const isLayer3 = first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08;
  const bitrateIndex = third >> 4;
  const sampleRateIndex = (third >> 2) & 3;
  return isLayer3 && bitrateIndex > 0 && bitrateIndex < 15 && sampleRateIndex < 3;
}

/** @see ISO/IEC 14496-3 §1.A.2.2 (ADTS fixed header): 12 bits of sync, layer always 0, a sample rate that exists */
const isAdtsFrame = (head: Uint8Array) => head[0] === 0xff && (head[1]! & 0xf6) === 0xf0 && (head[2]! & 0x3c) < 0x34;

const SIGNATURES: readonly (readonly [AudioFormatName, (head: Uint8Array) => boolean])[] = [
  ['wav', (head) => ['RIFF', 'RF64'].includes(textAt(head, 0, 4)) && textAt(head, 8, 4) === 'WAVE'],
  ['aiff', (head) => textAt(head, 0, 4) === 'FORM' && ['AIFF', 'AIFC'].includes(textAt(head, 8, 4))],
  ['flac', (head) => textAt(head, 0, 4) === 'fLaC'],
  ['ogg', (head) => textAt(head, 0, 4) === 'OggS'],
  ['mov', (head) => textAt(head, 4, 4) === 'ftyp'],
  ['matroska', (head) => head[0] === 0x1a && head[1] === 0x45 && head[2] === 0xdf && head[3] === 0xa3],
  ['caf', (head) => textAt(head, 0, 4) === 'caff'],
  ['aac', (head) => head.length > 2 && isAdtsFrame(head)],
  ['mp3', isMpegAudioFrame],
];

/**
 * Tells a format by its signature alone; file names and declared types play no part.
 * Everything textual (playlists, manifests, session descriptions) and everything unknown is undefined.
 * @param head the first bytes of the file, or those behind a skipped tag
 */
export function sniffAudio(head: Uint8Array): Sniffed {
  const skipBytes = id3Bytes(head);
  if (skipBytes !== undefined) return { skipBytes };
  const found = SIGNATURES.find(([, matches]) => matches(head));
  return found && { format: found[0] };
}

/** The format of a whole file, reading behind at most one leading tag. @param read bytes of the file at an offset, fewer at its end */
export async function formatOf(read: (offset: number, length: number) => Promise<Uint8Array>): Promise<AudioFormatName | undefined> {
  const first = sniffAudio(await read(0, SNIFFED_BYTES));
  if (!first || 'format' in first) return first?.format;
  const behind = sniffAudio(await read(first.skipBytes, SNIFFED_BYTES));
  return behind && 'format' in behind && TAGGED.has(behind.format) ? behind.format : undefined;
}
