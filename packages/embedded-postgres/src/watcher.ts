import { type ChildProcess, spawn } from 'node:child_process';

/** Waits for the end of its input, which comes with the end of our process, however it ends; then asks the server to stop. */
const SCRIPT = 'read -r _; kill -INT "$1"';

/**
 * Starts a small shell, in a process group of its own, that stops the server when our process is gone without having done so (kill -9).
 * Not on Windows; there the next start stops the orphan.
 * @returns ends the watch
 */
export function watchOverParent(pid: number): () => void {
  if (process.platform === 'win32') return () => undefined;
  const shell: ChildProcess = spawn('/bin/sh', ['-c', SCRIPT, 'veza-postgres-watcher', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  });
  shell.on('error', () => undefined);
  shell.stdin?.on('error', () => undefined);
  shell.unref();
  return () => void shell.kill('SIGKILL');
}
