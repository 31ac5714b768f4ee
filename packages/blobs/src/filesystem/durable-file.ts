import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Names of files that are being written. No key has a capital letter. */
const TEMPORARY = /^\.WRITING-/;

/** Whether a file is one that is being written, or was when its writer died. */
export function isTemporary(fileName: string): boolean {
  return TEMPORARY.test(fileName);
}

/** Makes the entries of a folder survive a loss of power. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/**
 * Writes a file so that it is there whole or not at all: a temporary file beside it, fsync, rename, fsync of the folder.
 * When `write` rejects, what was there before stays.
 */
export async function writeDurably<T>(path: string, write: (handle: FileHandle) => Promise<T>): Promise<T> {
  const folder = dirname(path);
  await makeFolder(folder);
  const temporary = join(folder, `.WRITING-${randomUUID()}`);
  try {
    const handle = await open(temporary, 'wx', 0o600);
    let result: T;
    try {
      result = await write(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    await syncFolder(folder);
    return result;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
