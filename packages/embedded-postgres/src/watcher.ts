import { type ChildProcess, spawn } from 'node:child_process';

/** What is told to end, and how, when our process is gone. */
export interface WatchedProcess {
  readonly pid: number;
  /** `INT` asks a server for its fast shutdown; `KILL` ends a program together with all that it started. */
  readonly signal: 'INT' | 'KILL';
}

/** Waits for the end of its input, which comes with the end of our process, however it ends. */
const scriptOf = (signal: WatchedProcess['signal']) => `read -r _; kill -s ${signal} -- "$1"`;

/**
 * Starts a small shell, in a process group of its own, that ends a process, or its group, when ours is gone without having done so (kill -9).
 * Not on Windows; there the next start stops the orphan.
 * @returns ends the watch
 */
export function watchOverParent({ pid, signal }: WatchedProcess): () => void {
  if (process.platform === 'win32') return () => undefined;
  const target = String(signal === 'KILL' ? -pid : pid);
  const shell: ChildProcess = spawn('/bin/sh', ['-c', scriptOf(signal), 'veza-postgres-watcher', target], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  });
  shell.on('error', () => undefined);
  shell.stdin?.on('error', () => undefined);
  shell.unref();
  return () => void shell.kill('SIGKILL');
}
