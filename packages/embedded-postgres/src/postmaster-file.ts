import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running server writes into its data directory. @see PostgreSQL `src/include/utils/pidfile.h` */
export interface PostmasterFile {
  readonly pid: number;
  /** TCP port of 127.0.0.1. */
  readonly port: number;
  readonly isReady: boolean;
}

/** Reads `postmaster.pid`; undefined when no server is, or was, running there. */
export async function readPostmasterFile(clusterFolder: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(clusterFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Math.abs(Number(lines[0]));
  return Number.isSafeInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' } : undefined;
}
