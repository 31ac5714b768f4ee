import { readFile } from 'node:fs/promises';

const PAGE_BYTES = 4096;

/** Bytes of memory that a process really uses; undefined where the system does not say (only Linux does) or when the process has ended. */
export async function residentBytes(pid: number): Promise<number | undefined> {
  const pages = await readFile(`/proc/${pid}/statm`, 'utf8').then(
    (text) => Number(text.split(' ')[1]),
    () => undefined,
  );
  return pages === undefined ? undefined : pages * PAGE_BYTES;
}
