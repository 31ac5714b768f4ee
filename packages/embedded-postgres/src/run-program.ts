import { type ChildProcess, spawn } from 'node:child_process';
import { EmbeddedPostgresFailure } from './failure.ts';
import type { Runner } from './unprivileged.ts';
import { watchOverParent } from './watcher.ts';

/** What a program of Postgres is given. */
export interface ProgramInput {
  readonly args: readonly string[];
  /** Written to its standard input. */
  readonly input?: string;
  /** Kills it, together with all that it started. */
  readonly signal: AbortSignal;
}

const hasGroups = process.platform !== 'win32';

/** Kills a program and all that it started. */
function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(hasGroups ? -pid : pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/**
 * Runs a program of Postgres to its end, in a process group of its own; it does not outlive our process.
 * @throws EmbeddedPostgresFailure `START_FAILED` with the last line it wrote; the reason of `signal`
 */
export async function runProgram(runner: Runner, program: string, { args, input = '', signal }: ProgramInput): Promise<void> {
  signal.throwIfAborted();
  const { file, args: all, ...options } = runner.command(program, args);
  const child = spawn(file, all, {
    ...options,
    cwd: '/',
    detached: hasGroups,
    stdio: ['pipe', 'ignore', 'pipe'],
    env: programEnvironment(),
  });
  const endWatch = child.pid === undefined ? () => undefined : watchOverParent({ pid: child.pid, signal: 'KILL' });
  const onAbort = () => killGroup(child);
  signal.addEventListener('abort', onAbort, { once: true });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4_000)));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (exitCode, signal) => resolve(exitCode ?? signal ?? 'unknown'));
  });
  endWatch();
  signal.removeEventListener('abort', onAbort);
  signal.throwIfAborted();
  if (code !== 0) throw new EmbeddedPostgresFailure('START_FAILED', `${program} ended with ${code}: ${lastLine(errors)}`);
}

/** Postgres reads PG* variables and the locale; it gets neither from the surrounding shell. */
export function programEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

/** The last line with text in it, for messages of one line. */
export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
