import { randomUUID } from 'node:crypto';
import { chown, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
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

/** Begins the names of folders and files that only a broken attempt leaves behind. */
const DRAFT = 'postgres.new';

/** Removes what broken attempts left, also while a program of theirs is at its end and still writes. */
async function removeDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(DRAFT)) await rm(join(folder, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** What a new cluster is made with. */
export interface ClusterPlan {
  readonly password: string;
  /** Whether all of it is on disk before it gets its name. */
  readonly isDurable: boolean;
  /** Gives the making up. */
  readonly signal: AbortSignal;
}

/**
 * Makes the cluster with user and database `veza`, which may log in by password from this machine only. It appears whole under its
 * final name: what a broken attempt left is removed by the next one.
 */
export async function createCluster(runner: Runner, { password, isDurable, signal }: ClusterPlan): Promise<void> {
  const { clusterFolder, binaries } = runner;
  await removeDrafts(dirname(clusterFolder));
  const draft = join(dirname(clusterFolder), `${DRAFT}.${randomUUID()}`);
  const passwordFile = `${draft}.password`;
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    const { uid, gid } = runner.command(binaries.initdb, []);
    if (uid !== undefined && gid !== undefined) await chown(passwordFile, uid, gid);
    const access = ['-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
    await runProgram(runner, binaries.initdb, {
      args: ['-D', draft, '-U', CLUSTER_NAME, '-E', 'UTF8', '--locale=C.UTF-8', ...access, '--no-sync', '--no-instructions'],
      signal,
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await runSql(runner, { folder: draft, statement: `create database ${CLUSTER_NAME}`, signal });
  if (isDurable) await runProgram(runner, binaries.initdb, { args: ['--sync-only', '-D', draft], signal });
  await rename(draft, clusterFolder);
}

/** Gives the database user a new password, for when the file with the old one is lost. The server must be down. */
export async function resetPassword(runner: Runner, password: string, signal: AbortSignal): Promise<void> {
  await runSql(runner, { folder: runner.clusterFolder, statement: `alter role ${CLUSTER_NAME} password '${password}'`, signal });
}

/** Runs one statement without a server. */
function runSql(
  runner: Runner,
  { folder, statement, signal }: { readonly folder: string; readonly statement: string; readonly signal: AbortSignal },
): Promise<void> {
  return runProgram(runner, runner.binaries.postgres, {
    args: ['--single', '-D', folder, '-c', 'exit_on_error=on', 'postgres'],
    input: `${statement}\n`,
    signal,
  });
}
