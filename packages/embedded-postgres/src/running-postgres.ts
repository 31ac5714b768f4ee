import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { CLUSTER_NAME } from './cluster.ts';
import { folderHolder } from './folder-lock.ts';
import { isPostmasterOf } from './orphan.ts';
import { clusterPassword } from './password.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { runningProcess } from './process-identity.ts';

/**
 * Address of the Postgres that another process runs on the data folder now; undefined when none does. A server whose process is gone does not
 * count: it is about to end. Holds the password.
 */
export async function runningPostgresUrl(dataDir: string): Promise<string | undefined> {
  const folder = await realpath(dataDir).catch(() => undefined);
  if (folder === undefined || (await folderHolder(folder)) === undefined) return undefined;
  const clusterFolder = await realpath(join(folder, 'postgres')).catch(() => '');
  const file = await readPostmasterFile(clusterFolder);
  if (!file?.isReady || !isPostmasterOf(runningProcess(file.pid)?.commandLine ?? '', clusterFolder)) return undefined;
  const { password } = await clusterPassword(folder);
  return `postgres://${CLUSTER_NAME}:${password}@127.0.0.1:${file.port}/${CLUSTER_NAME}`;
}
