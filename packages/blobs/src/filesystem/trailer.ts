import type { FileHandle } from 'node:fs/promises';
import type { BlobHead } from '../blob-store.ts';

/** Bytes at the end of each file that tell what it is. */
export const TRAILER_BYTES = 512;

const MAX_CONTENT_TYPE_LENGTH = 200;

/** Refuses a content type that does not fit: 1 to 200 printable ASCII characters. */
export function assertContentType(contentType: string): void {
  if (contentType.length > MAX_CONTENT_TYPE_LENGTH || !/^[\x20-\x7e]+$/.test(contentType)) throw new RangeError('not a content type');
}

/** A line of JSON, filled up with blanks. */
export function encodeTrailer(head: BlobHead): Buffer {
  return Buffer.from(JSON.stringify(head).padStart(TRAILER_BYTES));
}

/** What is known of the blob in an open file, from the last bytes of the file. */
export async function readTrailer(handle: FileHandle): Promise<BlobHead> {
  const { size } = await handle.stat();
  const { buffer } = await handle.read(Buffer.alloc(TRAILER_BYTES), 0, TRAILER_BYTES, Math.max(0, size - TRAILER_BYTES));
  const head = parseTrailer(buffer.toString());
  if (head?.byteSize !== size - TRAILER_BYTES) throw new Error('the file of a blob was changed by somebody else');
  return head;
}

function parseTrailer(text: string): BlobHead | undefined {
  try {
    return JSON.parse(text) as BlobHead;
  } catch {
    return undefined;
  }
}
