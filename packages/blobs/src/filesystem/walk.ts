import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isTemporary } from './durable-file.ts';

/** Ends the name of a blob's file, so that the keys `a` and `a/b` can both be there. No key has this character. */
export const BLOB_FILE_SUFFIX = '@';

/** Entries of a folder; none when it is not there. */
export async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
}

const keyPart = (entry: Dirent) => (entry.isDirectory() ? `${entry.name}/` : entry.name.slice(0, -BLOB_FILE_SUFFIX.length));

const isTowards = (folder: string, text: string) => folder.startsWith(text) || text.startsWith(folder);

/** Keys that begin with `prefix` and come after `after`, in byte order. Folders that cannot hold one are not read. */
export async function* walkKeys(root: string, prefix: string, after: string): AsyncGenerator<string> {
  const holdsKeys = (folder: string) => isTowards(folder, prefix) && (folder > after || after.startsWith(folder));
  const isWanted = (key: string) => key.startsWith(prefix) && key > after;
  async function* below(base: string): AsyncGenerator<string> {
    const entries = (await entriesOf(join(root, base))).filter(({ name }) => !isTemporary(name));
    const parts = entries.map((entry) => ({ part: base + keyPart(entry), isFolder: entry.isDirectory() }));
    for (const { part, isFolder } of parts.toSorted((a, b) => (a.part < b.part ? -1 : 1))) {
      if (isFolder && holdsKeys(part)) yield* below(part);
      if (!isFolder && isWanted(part)) yield part;
    }
  }
  yield* below(prefix.slice(0, prefix.lastIndexOf('/') + 1));
}
