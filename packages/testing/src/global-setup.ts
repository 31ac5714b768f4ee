import { startEmbeddedPostgres } from '@veza/embedded-postgres';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consoleLog } from './console-log.ts';

/**
 * Gives the integration tests a Postgres: the server of `VEZA_TEST_DATABASE_URL` when that is set (a superuser of Postgres 18 or newer),
 * else an embedded one in a temporary folder, which ends with the run.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['VEZA_TEST_DATABASE_URL']) return undefined;
  const dataDir = await mkdtemp(join(tmpdir(), 'veza-test-'));
  const postgres = await startEmbeddedPostgres({ dataDir, log: consoleLog, settings: 'test' });
  process.env['VEZA_TEST_DATABASE_URL'] = postgres.url;
  return async () => {
    delete process.env['VEZA_TEST_DATABASE_URL'];
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
