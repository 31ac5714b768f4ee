import { type BackgroundTask, type Clock, systemClock } from '@veza/kernel';
import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { assertBlobKey, assertBlobPrefix } from '../blob-key.ts';
import type { BlobHead, BlobStore, ByteRange } from '../blob-store.ts';
import { rangeWithin } from '../byte-range.ts';
import { abandonedFilesSweeper } from './abandoned-files.ts';
import { syncFolder, writeDurably } from './durable-file.ts';
import { assertContentType, encodeTrailer, readTrailer } from './trailer.ts';
import { BLOB_FILE_SUFFIX, walkKeys } from './walk.ts';

/** Keys a call of `list` answers at most. */
const LIST_SIZE = 1_000;

/** Where the files are. */
export interface FilesystemBlobStoreOptions {
  /** Absolute path. Made when it is not there; nobody else writes below it. */
  readonly folder: string;
  /** Decides only which abandoned files are old. */
  readonly clock?: Clock;
  /** Told about a failed round of the sweeper. */
  readonly onFailure?: (error: unknown) => void;
}

/** The store and the task that tidies up behind killed writers. */
export interface FilesystemBlobStore extends BlobStore {
  readonly sweeper: BackgroundTask;
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  return open(path, 'r').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** Writes what the source gives, then what it was. */
async function writeBlob(handle: FileHandle, source: Readable, contentType: string): Promise<BlobHead> {
  const hash = createHash('sha256');
  let byteSize = 0;
  for await (const chunk of source as AsyncIterable<Uint8Array>) {
    const bytes = Buffer.from(chunk);
    hash.update(bytes);
    byteSize += bytes.byteLength;
    await handle.writeFile(bytes);
  }
  const head = { byteSize, contentType, sha256: hash.digest('hex') };
  await handle.writeFile(encodeTrailer(head));
  return head;
}

/** An open blob, to be closed by whoever opened it. */
async function openBlob(path: string): Promise<{ readonly handle: FileHandle; readonly head: BlobHead } | undefined> {
  const handle = await openIfThere(path);
  if (!handle) return undefined;
  try {
    return { handle, head: await readTrailer(handle) };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** The bytes of an open blob; the file is closed when they are read, and when they are not wanted. */
async function bytesOf(handle: FileHandle, byteSize: number, range: ByteRange | undefined): Promise<Readable> {
  try {
    const wanted = range ? rangeWithin(range, byteSize) : { start: 0, end: byteSize - 1 };
    if (byteSize > 0) return handle.createReadStream(wanted);
  } catch (error) {
    await handle.close();
    throw error;
  }
  await handle.close();
  return Readable.from([]);
}

/**
 * Blobs as files: `a/b` is `<folder>/a/b@`, its bytes as they are and after them a trailer of 512 bytes with size, type and hash.
 * One file a blob, so a rename replaces bytes and facts together.
 */
export function filesystemBlobStore({
  folder,
  clock = systemClock,
  onFailure = () => undefined,
}: FilesystemBlobStoreOptions): FilesystemBlobStore {
  const pathOf = (key: string) => {
    assertBlobKey(key);
    return join(folder, `${key}${BLOB_FILE_SUFFIX}`);
  };
  const put = async (key: string, source: Readable, contentType: string) => {
    const path = pathOf(key);
    assertContentType(contentType);
    return writeDurably(path, (handle) => writeBlob(handle, source, contentType));
  };

  return {
    put: (key, source, { contentType }) => put(key, source, contentType),
    async get(key, { range } = {}) {
      const blob = await openBlob(pathOf(key));
      return blob && bytesOf(blob.handle, blob.head.byteSize, range);
    },
    async head(key) {
      const blob = await openBlob(pathOf(key));
      await blob?.handle.close();
      return blob?.head;
    },
    async delete(key) {
      const path = pathOf(key);
      await rm(path, { force: true });
      await syncFolder(dirname(path)).catch(() => undefined);
    },
    async list(prefix, cursor = '') {
      assertBlobPrefix(prefix);
      const keys: string[] = [];
      for await (const key of walkKeys(folder, prefix, cursor)) {
        if (keys.length === LIST_SIZE) return { keys, cursor: keys.at(-1) };
        keys.push(key);
      }
      return { keys, cursor: undefined };
    },
    async copy(from, to) {
      assertBlobKey(to);
      const blob = await openBlob(pathOf(from));
      if (!blob) throw new Error(`there is no blob ${from}`);
      const source = await bytesOf(blob.handle, blob.head.byteSize, undefined);
      return put(to, source, blob.head.contentType).finally(() => source.destroy());
    },
    sweeper: abandonedFilesSweeper(folder, clock, onFailure),
  };
}
