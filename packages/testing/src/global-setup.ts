import { startEmbeddedPostgres } from '@veza/embedded-postgres';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consoleLog } from './console-log.ts';

const FOLDER_PREFIX = 'veza-test-';

/**
 * Gives the integration tests a Postgres: the server of `VEZA_TEST_DATABASE_URL` when that is set (a superuser of Postgres 18 or newer),
 * else an embedded one in a temporary folder, which ends with the run.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['VEZA_TEST_DATABASE_URL']) return undefined;
  await removeAbandonedFolders();
  const dataDir = await mkdtemp(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  const postgres = await startEmbeddedPostgres({ dataDir, log: consoleLog, settings: 'test' });
  process.env['VEZA_TEST_DATABASE_URL'] = postgres.url;
  return async () => {
    delete process.env['VEZA_TEST_DATABASE_URL'];
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** A run that was killed could not remove its folder; the next one does. */
async function removeAbandonedFolders(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(FOLDER_PREFIX) ? Number.parseInt(name.slice(FOLDER_PREFIX.length), 10) : 0;
    if (pid > 0 && !isAlive(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
