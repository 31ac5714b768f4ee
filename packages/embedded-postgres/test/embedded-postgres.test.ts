import {
  EmbeddedPostgresFailure,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from '@veza/embedded-postgres';
import { silentLog } from '@veza/telemetry';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runningProcess } from '../src/process-identity.ts';
import { programsOn, watchersOf } from './processes.ts';

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');

describe('startEmbeddedPostgres', () => {
  const folders: string[] = [];
  /** Shared by the tests that leave it as they found it: stopped and whole. */
  let shared: string;
  let dataDir: string;
  let running: EmbeddedPostgres[];
  let children: ChildProcess[];

  const newFolder = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'veza-embedded-'));
    folders.push(folder);
    return folder;
  };
  beforeAll(async () => {
    shared = await newFolder();
  });
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    dataDir = shared;
    running = [];
    children = [];
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(running.map((server) => server.stop()));
    await waitFor(async () => !(await isServerAlive()));
  });

  const start = async (more: Partial<EmbeddedPostgresOptions> = {}) => {
    const server = await startEmbeddedPostgres({ dataDir, log: silentLog, settings: 'test', ...more });
    running.push(server);
    return server;
  };
  /** Starts it in another process and waits until it is up. */
  const startChild = async () => {
    const child = spawn(process.execPath, ['--import', TSX, CHILD, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    const [url] = (await once(child.stdout, 'data')) as [Buffer];
    return { child, url: url.toString().trim() };
  };
  const serverPid = async () =>
    Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '0')).split('\n')[0]);
  const isServerAlive = async () => runningProcess(await serverPid()) !== undefined;
  const query = async (url: string, text: string) => {
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    try {
      return [...(await sql.unsafe(text))] as readonly Record<string, unknown>[];
    } finally {
      await sql.end({ timeout: 5 });
    }
  };
  /** A table whose one row was committed. */
  const keepRow = async (url: string) => {
    await query(url, 'drop table if exists kept; create table kept (note text)');
    await query(url, `insert into kept values ('žluťoučký 🎵')`);
  };
  const keptRows = (url: string) => query(url, 'select note from kept');
  const KEPT = [{ note: 'žluťoučký 🎵' }];
  const failure = async (attempt: Promise<unknown>) => {
    const error: unknown = await attempt.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EmbeddedPostgresFailure);
    const { code, message } = error as EmbeddedPostgresFailure;
    expect(message).not.toContain('\n');
    return { code, message };
  };

  it('makes a cluster that takes UTF-8, keeps its data over a restart, and listens on this machine only', async () => {
    dataDir = await newFolder();
    const first = await start({ settings: 'durable' });
    expect(first.url).toMatch(/^postgres:\/\/veza:[\w-]{43}@127\.0\.0\.1:\d+\/veza$/);
    await keepRow(first.url);
    const settings = ['server_encoding', 'fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'password_encryption'];
    const shown = await query(first.url, `select name, setting from pg_settings where name in ('${settings.join("','")}')`);
    expect(Object.fromEntries(shown.map(({ name, setting }) => [name, setting]))).toEqual({
      server_encoding: 'UTF8',
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      password_encryption: 'scram-sha-256',
    });
    await first.stop();
    const second = await start({ settings: 'durable' });
    expect(await keptRows(second.url)).toEqual(KEPT);
  });

  it('holds the extensions that the platform uses', async () => {
    const { url } = await start();
    const names = ['pg_trgm', 'citext', 'btree_gin', 'unaccent', 'pgcrypto', 'pg_stat_statements'];
    const rows = await query(url, `select count(*)::int as count from pg_available_extensions where name in ('${names.join("','")}')`);
    expect(rows).toEqual([{ count: names.length }]);
  });

  it('lets nobody in without the password, which only its owner may read', async () => {
    const { url } = await start();
    const path = join(dataDir, 'secrets', 'postgres-password');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(url).toContain(await readFile(path, 'utf8'));
    const wrong = Object.assign(new URL(url), { password: 'guess' }).href;
    await expect(query(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('sets a new password when the file with the old one is lost', async () => {
    await (await start()).stop();
    await rm(join(dataDir, 'secrets'), { recursive: true });
    const { url } = await start();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('stops at once although clients are connected, and can be stopped twice', async () => {
    const server = await start();
    const sql = postgres(server.url, { max: 1 });
    await sql`select 1`;
    const before = performance.now();
    await Promise.all([server.stop(), server.stop()]);
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(await isServerAlive()).toBe(false);
    await expect(access(join(dataDir, 'lock'))).rejects.toThrow('ENOENT');
    await sql.end({ timeout: 0 });
  });

  it('starts a server that was killed again, on the same port', async () => {
    const { url } = await start({ settings: 'durable' });
    await keepRow(url);
    const killed = await serverPid();
    process.kill(killed, 'SIGKILL');
    await waitFor(async () => (await serverPid()) !== killed && (await query(url, 'select 1').catch(() => [])).length === 1);
    expect(await keptRows(url)).toEqual(KEPT);
  });

  it('refuses a folder that a live process holds, by its pid', async () => {
    const { child } = await startChild();
    expect(await failure(startEmbeddedPostgres({ dataDir, log: silentLog }))).toEqual({
      code: 'DATA_DIR_IN_USE',
      message: `${dataDir} is in use by process ${child.pid}; stop it, or set VEZA_DATA_DIR to another folder`,
    });
  });

  it('refuses a folder that its own process holds', async () => {
    await start();
    expect((await failure(startEmbeddedPostgres({ dataDir, log: silentLog }))).message).toContain(`process ${process.pid}`);
  });

  it('lets one of several processes that start at once have the folder', async () => {
    const attempts = await Promise.allSettled(Array.from({ length: 4 }, () => start()));
    const codes = attempts.map((attempt) =>
      attempt.status === 'fulfilled' ? 'started' : (attempt.reason as EmbeddedPostgresFailure).code,
    );
    expect(codes.filter((code) => code === 'started')).toEqual(['started']);
    expect(codes.filter((code) => code === 'DATA_DIR_IN_USE').length).toBe(3);
  });

  it('takes over the lock of a process that is gone, or whose pid belongs to another now', async () => {
    await writeFile(join(dataDir, 'lock'), JSON.stringify({ pid: process.pid, startedAt: 'another time', token: 'x' }));
    await (await start()).stop();
    await writeFile(join(dataDir, 'lock'), 'not even JSON');
    const { url } = await start();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('ends with its process, even when that is killed', async () => {
    const { child, url } = await startChild();
    await keepRow(url);
    child.kill('SIGKILL');
    await waitFor(async () => !(await isServerAlive()));
    const { url: next } = await start();
    expect(await keptRows(next)).toEqual(KEPT);
  });

  it('stops a server that outlived its process before it starts another', async () => {
    const { child } = await startChild();
    const orphan = await serverPid();
    for (const pid of await watchersOf(orphan)) process.kill(pid, 'SIGKILL');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await sleep(100);
    expect(runningProcess(orphan)).toBeDefined();
    const warnings: string[] = [];
    const link = join(await newFolder(), 'link');
    await symlink(dataDir, link);
    const { url } = await start({ dataDir: link, log: { ...silentLog, warn: (event) => warnings.push(event) } });
    expect([runningProcess(orphan), warnings]).toEqual([undefined, ['postgres.orphan-stopped']]);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('passes over a postmaster.pid whose process is something else now', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${dataDir}/postgres\n1\n5432\n\n127.0.0.1\n1 1\nready\n`);
    const { url } = await start();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is not reached by Ctrl-C, which goes to the whole process group, before its process stops it', async () => {
    const { child } = await startChild();
    const fields = (await readFile(`/proc/${await serverPid()}/stat`, 'utf8').catch(() => '')).split(') ')[1]?.split(' ');
    expect(fields?.[2]).toBe(String(await serverPid())); // its own process group
    child.kill('SIGINT');
    const [code] = (await once(child, 'exit')) as [number];
    expect([code, await isServerAlive()]).toEqual([0, false]);
  });

  it('refuses the cluster of another major version and says what to do', async () => {
    dataDir = await newFolder();
    await mkdir(join(dataDir, 'postgres'));
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    const { code, message } = await failure(start());
    expect(code).toBe('WRONG_MAJOR_VERSION');
    expect(message).toContain('Postgres 17, this is 18: upgrade it with pg_upgrade');
  });

  it('refuses a folder that cannot be made', async () => {
    dataDir = await newFolder();
    await writeFile(join(dataDir, 'file'), '');
    const { code, message } = await failure(start({ dataDir: join(dataDir, 'file', 'data') }));
    expect(code).toBe('DATA_DIR_NOT_WRITABLE');
    expect(message).toContain('set VEZA_DATA_DIR');
  });

  it('gives a first start up when it is told to, and leaves neither process nor lock', async () => {
    dataDir = await newFolder();
    const giveUp = new AbortController();
    const starting = start({ signal: giveUp.signal }).catch((reason: unknown) => reason);
    await waitFor(async () => (await programsOn(dataDir)).some((line) => line.includes('bin/initdb -D')));
    const reason = new Error('asked to end');
    giveUp.abort(reason);
    expect(await starting).toBe(reason);
    expect(await programsOn(dataDir)).toEqual([]);
    await expect(access(join(dataDir, 'lock'))).rejects.toThrow('ENOENT');
  });

  it('begins anew after a first start that was cut off', async () => {
    dataDir = await newFolder();
    await mkdir(join(dataDir, 'postgres.new'));
    await writeFile(join(dataDir, 'postgres.new', 'half'), '');
    const { url } = await start();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it.runIf(process.getuid?.() === 0)('runs as another user where root can make no user namespace, and back again', async () => {
    dataDir = await newFolder();
    const sharedFolder = await newFolder();
    const first = await start({ runMode: 'switched', sharedFolder });
    await keepRow(first.url);
    expect((await stat(`/proc/${await serverPid()}`)).uid).toBe(65534);
    await first.stop();
    const second = await start();
    expect(await keptRows(second.url)).toEqual(KEPT);
    await second.stop();

    dataDir = await newFolder();
    const fresh = await start({ runMode: 'switched', sharedFolder });
    expect(await query(fresh.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('reports in one line what Postgres says when it cannot start, and frees the folder', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'postgres', 'postgresql.auto.conf'), 'no_such_setting = 1\n');
    const { code, message } = await failure(start());
    expect(code).toBe('START_FAILED');
    expect(message).toMatch(/configuration file|no_such_setting/);
    await writeFile(join(dataDir, 'postgres', 'postgresql.auto.conf'), '');
    await start();
  });
});

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`not true within 20 s: ${condition.toString()}`);
    await sleep(50);
  }
}
