import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresFailure } from './failure.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { runningProcess } from './process-identity.ts';
import { stopPostmaster } from './stop-postmaster.ts';

/**
 * Stops a server that still runs on the cluster although the process that started it is gone, and removes a `postmaster.pid`
 * whose pid now belongs to something else. To be called by the holder of the folder's lock only.
 * @returns pid of the server that was stopped
 */
export async function stopOrphan(clusterFolder: string, binaries: Binaries): Promise<number | undefined> {
  const file = await readPostmasterFile(clusterFolder);
  if (!file) return undefined;
  const running = runningProcess(file.pid);
  if (running && isPostmasterOf(running.commandLine, clusterFolder)) {
    if (await stopPostmaster(file.pid, binaries)) return file.pid;
    throw new EmbeddedPostgresFailure(
      'DATA_DIR_IN_USE',
      `Postgres ${file.pid} still runs on ${clusterFolder} and does not stop; end it with kill -9 ${file.pid}`,
    );
  }
  if (process.platform !== 'win32') await rm(join(clusterFolder, 'postmaster.pid'), { force: true });
  return undefined;
}

/** Whether a command line is that of a server on the cluster: ours are started with `-D <cluster folder>`. */
export function isPostmasterOf(commandLine: string, clusterFolder: string): boolean {
  return process.platform === 'win32' || (commandLine.includes('postgres') && commandLine.includes(clusterFolder));
}
