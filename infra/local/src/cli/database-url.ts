import { runningPostgresUrl } from '@veza/embedded-postgres';
import type { Log } from '@veza/telemetry';
import { databaseServer } from '../database-server.ts';
import type { LocalConfig } from '../env.ts';
import { migrateAll } from '../migrate-all.ts';

/** Runs `work` on the installation's database, whether Veza runs at this moment or not. */
export async function onDatabase<T>(config: LocalConfig, log: Log, work: (url: string) => Promise<T>): Promise<T> {
  const running = config.databaseUrl ?? (await runningPostgresUrl(config.dataDir));
  if (running !== undefined) return work(running);
  const server = await databaseServer(config, log);
  try {
    await migrateAll(server.url, log);
    return await work(server.url);
  } finally {
    await server.stop();
  }
}
