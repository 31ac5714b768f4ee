import { spawn } from 'node:child_process';
import { EmbeddedPostgresFailure } from './failure.ts';
import type { Runner } from './unprivileged.ts';

/** Runs a program of Postgres to its end. @throws EmbeddedPostgresFailure `START_FAILED` with the last line it wrote */
export async function runProgram(
  runner: Runner,
  program: string,
  { args, input = '' }: { args: readonly string[]; input?: string },
): Promise<void> {
  const { file, args: all, ...options } = runner.command(program, args);
  const child = spawn(file, all, { ...options, cwd: '/', stdio: ['pipe', 'ignore', 'pipe'], env: programEnvironment() });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4_000)));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (exitCode, signal) => resolve(exitCode ?? signal ?? 'unknown'));
  });
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
