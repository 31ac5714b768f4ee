import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresFailure } from './failure.ts';
import { runningProcess } from './process-identity.ts';

/** Attempts against processes that start at the same moment. */
const ATTEMPTS = 5;

/** The hold on a data folder. */
export interface FolderLock {
  release(): Promise<void>;
}

interface Holder {
  readonly pid: number;
  readonly startedAt: string;
  readonly token: string;
}

/**
 * Takes `<folder>/lock`, so that one process at a time uses the folder. The lock of a process that is gone, or whose pid
 * now belongs to a process with another start time, is taken over.
 * @throws EmbeddedPostgresFailure `DATA_DIR_IN_USE` while the holder lives
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, 'lock');
  const own: Holder = { pid: process.pid, startedAt: runningProcess(process.pid)?.startedAt ?? 'unknown', token: randomUUID() };
  const draft = `${path}.${own.token}`;
  await writeFile(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (await linked(draft, path)) return { release: () => releaseLock(path, own) };
      await setAsideStaleLock(path, folder);
    }
  } finally {
    await rm(draft, { force: true });
  }
  throw new EmbeddedPostgresFailure('DATA_DIR_IN_USE', `${folder} is being opened by another process; try again`);
}

/** `link` fails when the target exists, so the lock appears whole and once. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The process that holds the folder; undefined when none that lives does. */
export async function folderHolder(folder: string): Promise<number | undefined> {
  return liveHolder(await readFile(join(folder, 'lock'), 'utf8').catch(() => ''))?.pid;
}

function liveHolder(text: string): Holder | undefined {
  const holder = parseHolder(text);
  return holder && runningProcess(holder.pid)?.startedAt === holder.startedAt ? holder : undefined;
}

async function setAsideStaleLock(path: string, folder: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const holder = liveHolder(text);
  if (holder) {
    throw new EmbeddedPostgresFailure(
      'DATA_DIR_IN_USE',
      `${folder} is in use by process ${holder.pid}; stop it, or set VEZA_DATA_DIR to another folder`,
    );
  }
  const aside = `${path}.${randomUUID()}`;
  await rename(path, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => text);
  if (moved !== text) await linked(aside, path); // another process had renewed it in between: give it back
  await rm(aside, { force: true });
}

function parseHolder(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}

async function releaseLock(path: string, own: Holder): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => '');
  if (parseHolder(text)?.token === own.token) await rm(path, { force: true });
}
