import type { Log } from '@veza/telemetry';
import { access, constants, mkdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Binaries, findBinaries } from './binaries.ts';
import { CLUSTER_NAME, clusterVersion, createCluster, requireClusterVersion, resetPassword } from './cluster.ts';
import { EmbeddedPostgresFailure } from './failure.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { stopOrphan } from './orphan.ts';
import { clusterPassword } from './password.ts';
import type { SettingsName } from './server-settings.ts';
import { superviseServer } from './supervisor.ts';
import { chooseRunMode, prepareRunner, type RunMode, SHARED_FOLDER } from './unprivileged.ts';

/** Where and how the embedded Postgres runs. */
export interface EmbeddedPostgresOptions {
  /** Made if absent. Holds `postgres`, `secrets` and `lock`. */
  readonly dataDir: string;
  readonly log: Log;
  /** `durable` (default) survives kill -9 and power cuts; `test` is fast and survives neither. */
  readonly settings?: SettingsName;
  /** How Postgres is run; by default what this user and machine allow. */
  readonly runMode?: RunMode;
  /** Where root keeps programs and data for another user when it can make no user namespace; default `/var/lib/veza`. */
  readonly sharedFolder?: string;
  /** Gives a start up that is under way, and ends what it has begun. A server that is ready goes on until `stop`. */
  readonly signal?: AbortSignal;
}

/** A running Postgres that belongs to this process. */
export interface EmbeddedPostgres {
  /** `postgres://veza:…@127.0.0.1:<port>/veza`; a superuser. Holds the password, so it does not belong into logs. */
  readonly url: string;
  /** Fast shutdown, at most 17 seconds; then the folder is free. Calling it again waits for the same end. */
  stop(): Promise<void>;
}

/**
 * Starts Postgres on a data folder and a free port of 127.0.0.1; makes the cluster the first time (about 1 s). A server that a killed
 * process left behind is stopped first. While it runs, a server that dies is started again on the same port.
 * @throws EmbeddedPostgresFailure; the reason of `signal`
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries();
  const dataDir = await writableFolder(resolve(options.dataDir));
  const lock = await lockFolder(dataDir);
  try {
    return await startLocked({ ...options, dataDir }, binaries, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function startLocked(options: EmbeddedPostgresOptions, binaries: Binaries, lock: FolderLock): Promise<EmbeddedPostgres> {
  const { dataDir, log, settings = 'durable', runMode: mode = chooseRunMode(), sharedFolder = SHARED_FOLDER } = options;
  const { signal = new AbortController().signal } = options;
  const clusterFolder = join(dataDir, 'postgres');
  await requireClusterVersion(clusterFolder);
  const runner = await prepareRunner({ mode, binaries, clusterFolder, sharedFolder });
  const orphan = await stopOrphan(runner.clusterFolder, runner.binaries);
  if (orphan !== undefined) log.warn('postgres.orphan-stopped', { pid: orphan });

  const { password, isNew } = await clusterPassword(dataDir);
  if ((await clusterVersion(runner.clusterFolder)) === undefined)
    await createCluster(runner, { password, isDurable: settings === 'durable', signal });
  else if (isNew) await resetPassword(runner, password, signal);

  const server = await superviseServer(runner, { settings, log, signal });
  const stop = async () => {
    await server.stop();
    await lock.release();
  };
  let stopped: Promise<void> | undefined;
  return {
    url: `postgres://${CLUSTER_NAME}:${password}@127.0.0.1:${server.port}/${CLUSTER_NAME}`,
    stop: () => (stopped ??= stop()),
  };
}

/** Makes the folder and answers its one true path, by which a server of another start is recognised. */
async function writableFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await access(dataDir, constants.W_OK | constants.X_OK);
    return await realpath(dataDir);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EmbeddedPostgresFailure(
      'DATA_DIR_NOT_WRITABLE',
      `${dataDir} cannot be written (${reason}); set VEZA_DATA_DIR to a folder that can`,
      { cause },
    );
  }
}
