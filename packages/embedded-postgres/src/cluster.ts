import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { POSTGRES_MAJOR_VERSION } from './binaries.ts';
import { EmbeddedPostgresFailure } from './failure.ts';
import { runProgram } from './run-program.ts';
import type { Runner } from './unprivileged.ts';

/** The database's superuser and the database's name. */
export const CLUSTER_NAME = 'veza';

/** The major version that made the cluster, or undefined when there is none yet. */
export async function clusterVersion(clusterFolder: string): Promise<string | undefined> {
  return (await readFile(join(clusterFolder, 'PG_VERSION'), 'utf8').catch(() => undefined))?.trim();
}

/** Refuses a cluster of another major version: its files cannot be read. */
export async function requireClusterVersion(clusterFolder: string): Promise<void> {
  const version = await clusterVersion(clusterFolder);
  if (version === undefined || version === POSTGRES_MAJOR_VERSION) return;
  throw new EmbeddedPostgresFailure(
    'WRONG_MAJOR_VERSION',
    `${clusterFolder} was made by Postgres ${version}, this is ${POSTGRES_MAJOR_VERSION}: upgrade it with pg_upgrade, or move it away to begin anew`,
  );
}

/**
 * Makes the cluster with user and database `veza`, which may log in by password from this machine only. It appears whole under its
 * final name: what a broken attempt left is removed by the next one.
 */
export async function createCluster(runner: Runner, password: string, isDurable: boolean): Promise<void> {
  const { clusterFolder, binaries } = runner;
  const draft = join(dirname(clusterFolder), 'postgres.new');
  await rm(draft, { recursive: true, force: true });
  const passwordFile = join(dirname(clusterFolder), 'postgres.password');
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    const { uid, gid } = runner.command(binaries.initdb, []);
    if (uid !== undefined && gid !== undefined) await chown(passwordFile, uid, gid);
    const access = ['-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
    await runProgram(runner, binaries.initdb, {
      args: ['-D', draft, '-U', CLUSTER_NAME, '-E', 'UTF8', '--locale=C.UTF-8', ...access, '--no-sync', '--no-instructions'],
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await runSql(runner, draft, `create database ${CLUSTER_NAME}`);
  if (isDurable) await runProgram(runner, binaries.initdb, { args: ['--sync-only', '-D', draft] });
  await rename(draft, clusterFolder);
}

/** Gives the database user a new password, for when the file with the old one is lost. The server must be down. */
export async function resetPassword(runner: Runner, password: string): Promise<void> {
  await runSql(runner, runner.clusterFolder, `alter role ${CLUSTER_NAME} password '${password}'`);
}

/** Runs one statement without a server. */
function runSql(runner: Runner, folder: string, statement: string): Promise<void> {
  return runProgram(runner, runner.binaries.postgres, {
    args: ['--single', '-D', folder, '-c', 'exit_on_error=on', 'postgres'],
    input: `${statement}\n`,
  });
}
