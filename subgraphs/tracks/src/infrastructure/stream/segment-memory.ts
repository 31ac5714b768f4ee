import type { BlobStore } from '@veza/blobs';
import { buffer } from 'node:stream/consumers';
import type { ServedFile } from './postgres-served-files.ts';

/** Files up to this size are kept whole: the segments and playlists of streams, never originals. */
const MAX_FILE_BYTES = 1024 * 1024;
/** Bytes that one process keeps. */
const CAPACITY_BYTES = 64 * 1024 * 1024;

/** Reads a file whole; undefined when it is too large to be kept, or gone. */
export type SegmentMemory = (file: ServedFile) => Promise<Buffer | undefined>;

/**
 * What is heard now is heard by many: their segments are kept in memory, those that were asked for least lately leave first. Several who ask for
 * one at once wait for one read. A file never changes under its key, and whoever is served was checked before.
 */
export function segmentMemory(blobs: Pick<BlobStore, 'get'>, capacityBytes = CAPACITY_BYTES): SegmentMemory {
  const kept = new Map<string, Buffer>();
  const reading = new Map<string, Promise<Buffer | undefined>>();
  let keptBytes = 0;

  function keep(key: string, bytes: Buffer): void {
    kept.set(key, bytes);
    keptBytes += bytes.length;
    for (const [oldest, { length }] of kept) {
      if (keptBytes <= capacityBytes) break;
      kept.delete(oldest);
      keptBytes -= length;
    }
  }

  async function read(key: string): Promise<Buffer | undefined> {
    const stream = await blobs.get(key);
    if (!stream) return undefined;
    const bytes = await buffer(stream);
    keep(key, bytes);
    return bytes;
  }

  return async ({ blobKey, byteSize }) => {
    if (byteSize > MAX_FILE_BYTES) return undefined;
    const known = kept.get(blobKey);
    if (known) {
      kept.delete(blobKey);
      kept.set(blobKey, known);
      return known;
    }
    const begun = reading.get(blobKey) ?? read(blobKey).finally(() => reading.delete(blobKey));
    reading.set(blobKey, begun);
    return begun;
  };
}
