import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresFailure } from './failure.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { lastLine, programEnvironment } from './run-program.ts';
import { serverArguments, type SettingsName } from './server-settings.ts';
import type { Runner } from './unprivileged.ts';

/** Recovery after a crash can take long; beyond this something else is wrong. */
const START_TIMEOUT_MS = 120_000;
const POLL_MS = 20;

/** One server process that has accepted connections. */
export interface Server {
  readonly pid: number;
  /** Resolves with the exit code or signal once the process is gone. */
  readonly ended: Promise<number | string>;
}

/** Starts the server on a port of 127.0.0.1 and waits until it is ready. In a process group of its own, so that Ctrl-C reaches only us. */
export async function startServer(
  runner: Runner,
  settings: SettingsName,
  { port, onLine }: { port: number; onLine: (line: string) => void },
): Promise<Server> {
  const { clusterFolder, binaries } = runner;
  const { file, args, ...options } = runner.command(binaries.postgres, ['-D', clusterFolder, ...serverArguments(settings, port)]);
  const child = spawn(file, args, { ...options, cwd: '/', detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: programEnvironment() });
  const output = collectLines(child, onLine);
  const ended = new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  let end: number | string | undefined;
  void ended.then((value) => (end = value));
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (end === undefined && performance.now() < deadline) {
    const written = await readPostmasterFile(clusterFolder);
    if (written?.isReady && written.pid === child.pid) return { pid: child.pid, ended };
    await sleep(POLL_MS);
  }
  child.kill('SIGQUIT');
  throw new EmbeddedPostgresFailure('START_FAILED', `Postgres did not start (${end ?? 'no answer in 120 s'}): ${lastLine(output())}`);
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
