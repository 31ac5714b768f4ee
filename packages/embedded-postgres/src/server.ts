import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresFailure } from './failure.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { lastLine, programEnvironment } from './run-program.ts';
import { serverArguments, type SettingsName } from './server-settings.ts';
import { stopPostmaster } from './stop-postmaster.ts';
import type { Runner } from './unprivileged.ts';
import { watchOverParent } from './watcher.ts';

/** Recovery after a crash can take long; beyond this something else is wrong. */
const START_TIMEOUT_MS = 120_000;
const POLL_MS = 20;

/** One server process that has accepted connections. */
export interface Server {
  readonly pid: number;
  /** Resolves with the exit code or signal once the process is gone. */
  readonly ended: Promise<number | string>;
}

/** How a server is started. */
export interface ServerPlan {
  readonly settings: SettingsName;
  /** On 127.0.0.1. */
  readonly port: number;
  /** Takes what it logs. */
  readonly onLine: (line: string) => void;
  /** Gives the start up; a server that is ready goes on. */
  readonly signal: AbortSignal;
}

/**
 * Starts the server and waits until it is ready. In a process group of its own, so that Ctrl-C reaches only us; from its first moment on
 * it does not outlive our process.
 * @throws EmbeddedPostgresFailure `START_FAILED`; the reason of `signal`
 */
export async function startServer(runner: Runner, { settings, port, onLine, signal }: ServerPlan): Promise<Server> {
  signal.throwIfAborted();
  const { clusterFolder, binaries } = runner;
  const { child, ended, output } = spawnServer(runner, { settings, port, onLine });
  const gone = new AbortController();
  void ended.then(() => gone.abort());
  const givenUp = AbortSignal.any([signal, gone.signal, AbortSignal.timeout(START_TIMEOUT_MS)]);
  while (!givenUp.aborted) {
    const written = await readPostmasterFile(clusterFolder);
    if (written?.isReady && written.pid === child.pid) return { pid: child.pid, ended };
    await sleep(POLL_MS);
  }
  const end = gone.signal.aborted ? await ended : `no answer in ${START_TIMEOUT_MS / 1_000} s`;
  if (child.pid !== undefined) await stopPostmaster(child.pid, binaries);
  signal.throwIfAborted();
  throw new EmbeddedPostgresFailure('START_FAILED', `Postgres did not start (${end}): ${lastLine(output())}`);
}

/** Starts the process. The watch over it ends with it. */
function spawnServer(runner: Runner, { settings, port, onLine }: Omit<ServerPlan, 'signal'>) {
  const { clusterFolder, binaries } = runner;
  const { file, args, ...options } = runner.command(binaries.postgres, ['-D', clusterFolder, ...serverArguments(settings, port)]);
  const child = spawn(file, args, { ...options, cwd: '/', detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: programEnvironment() });
  const endWatch = child.pid === undefined ? () => undefined : watchOverParent({ pid: child.pid, signal: 'INT' });
  const output = collectLines(child, onLine);
  const ended = new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, killedBy) => resolve(code ?? killedBy ?? 'unknown'));
  });
  void ended.then(endWatch);
  return { child, ended, output };
}

/** Passes each line on and keeps the last ones for the message of a failure. */
function collectLines(child: ChildProcess, onLine: (line: string) => void): () => string {
  let kept = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    kept = (kept + chunk.toString()).slice(-4_000);
    for (const line of chunk.toString().trim().split('\n')) onLine(line);
  });
  return () => kept;
}

/** A port of 127.0.0.1 that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('a TCP socket without a port');
  return address.port;
}
