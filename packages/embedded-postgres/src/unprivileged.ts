import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, lchown, lstat, mkdir, readdir, realpath, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Binaries, binariesIn } from './binaries.ts';

/** `nobody` and `nogroup` of Debian; any id that is not 0 would do. */
const UNPRIVILEGED_ID = 65534;
/** Where a switched user can reach programs and data: a home folder of root is closed to it. */
export const SHARED_FOLDER = '/var/lib/veza';
/** Of util-linux. */
const UNSHARE = 'unshare';
const NAMESPACE = ['--user', `--map-user=${UNPRIVILEGED_ID}`, `--map-group=${UNPRIVILEGED_ID}`];

/**
 * How Postgres, which refuses to run as root, is run:
 * - `plain` as the present user, who is not root
 * - `namespace` root in a user namespace of its own (`unshare`): files stay root's, and no user is made
 * - `switched` root without namespaces: programs and data in `/var/lib/veza`, run with user id 65534
 */
export type RunMode = 'plain' | 'namespace' | 'switched';

/** How a program of Postgres is started in the chosen mode. */
export interface Runner {
  readonly binaries: Binaries;
  /** The cluster's own folder, owned by the user that Postgres runs as. */
  readonly clusterFolder: string;
  command(
    program: string,
    args: readonly string[],
  ): { readonly file: string; readonly args: readonly string[]; readonly uid?: number; readonly gid?: number };
}

/** The mode that works for the present user on this machine. */
export function chooseRunMode(): RunMode {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return 'plain';
  return spawnSync(UNSHARE, [...NAMESPACE, 'true'], { stdio: 'ignore' }).status === 0 ? 'namespace' : 'switched';
}

/** What a mode is prepared for. */
export interface RunnerPlan {
  readonly mode: RunMode;
  readonly binaries: Binaries;
  /** Where the data is reached from, whatever the mode. */
  readonly clusterFolder: string;
  /** Home of programs and data in the mode `switched`. */
  readonly sharedFolder: string;
}

/** Prepares programs and cluster folder for a mode. */
export async function prepareRunner({ mode, binaries, clusterFolder, sharedFolder }: RunnerPlan): Promise<Runner> {
  if (mode === 'plain') return { binaries, clusterFolder, command: (file, args) => ({ file, args }) };
  if (mode === 'namespace') {
    await giveTo(0, await realpath(clusterFolder).catch(() => clusterFolder));
    return { binaries, clusterFolder, command: (program, args) => ({ file: UNSHARE, args: [...NAMESPACE, program, ...args] }) };
  }
  const shared = await shareCluster(clusterFolder, sharedFolder);
  return {
    binaries: await shareBinaries(binaries, sharedFolder),
    clusterFolder: shared,
    command: (file, args) => ({ file, args, uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID }),
  };
}

/** Copies the programs once per version; the folder appears whole. */
async function shareBinaries(binaries: Binaries, sharedFolder: string): Promise<Binaries> {
  const version = createHash('sha256').update(binaries.folder).digest('hex').slice(0, 12);
  const target = join(sharedFolder, `programs-${version}`);
  if (!(await lstat(target).catch(() => undefined))) {
    const draft = `${target}.${process.pid}`;
    await cp(binaries.folder, draft, { recursive: true, verbatimSymlinks: true });
    await chmod(draft, 0o755);
    await rename(draft, target).catch(() => rm(draft, { recursive: true }));
  }
  return binariesIn(target);
}

/** Moves the cluster below the shared folder and leaves a link in its place. */
async function shareCluster(clusterFolder: string, sharedFolder: string): Promise<string> {
  const name = createHash('sha256').update(resolve(clusterFolder)).digest('hex').slice(0, 12);
  const home = join(sharedFolder, `data-${name}`);
  const target = join(home, basename(clusterFolder));
  await mkdir(home, { recursive: true });
  await chmod(sharedFolder, 0o755);
  const present = await lstat(clusterFolder).catch(() => undefined);
  if (present?.isDirectory()) {
    await cp(clusterFolder, target, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    await rm(clusterFolder, { recursive: true });
  }
  if (!present?.isSymbolicLink()) {
    await mkdir(dirname(clusterFolder), { recursive: true });
    await symlink(target, clusterFolder);
  }
  await giveTo(UNPRIVILEGED_ID, home);
  return target;
}

/** Changes the owner of a folder and all in it, when it is another's. The folder comes last: it tells that all is done. */
async function giveTo(id: number, path: string): Promise<void> {
  const present = await lstat(path).catch(() => undefined);
  if (!present || present.uid === id) return;
  if (present.isDirectory()) for (const name of await readdir(path)) await giveTo(id, join(path, name));
  await lchown(path, id, id);
}
