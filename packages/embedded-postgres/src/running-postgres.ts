import { join, resolve } from 'node:path';
import { CLUSTER_NAME } from './cluster.ts';
import { clusterPassword } from './password.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { runningProcess } from './process-identity.ts';

/** Address of the Postgres that another process runs on the data folder now; undefined when none does. Holds the password. */
export async function runningPostgresUrl(dataDir: string): Promise<string | undefined> {
  const file = await readPostmasterFile(join(resolve(dataDir), 'postgres'));
  if (!file?.isReady || !runningProcess(file.pid)) return undefined;
  const { password } = await clusterPassword(resolve(dataDir));
  return `postgres://${CLUSTER_NAME}:${password}@127.0.0.1:${file.port}/${CLUSTER_NAME}`;
}
