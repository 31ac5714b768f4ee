import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const START_MS = 60_000;

/** A process of a benchmark that has said its address. */
export interface Child extends AsyncDisposable {
  readonly name: string;
  /** What it printed first: an address, or `ready`. */
  readonly address: string;
  readonly pid: number;
  /** Sends a question over the channel and waits for the answer; one at a time. Rejects when the process ends. */
  ask<Answer>(question: object): Promise<Answer>;
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: stdout! })) return line;
  throw new Error('it ended before it was ready');
}

/** Rejects when the process ends while something is waited for. */
async function unlessEnded<T>(name: string, child: ChildProcess, awaited: Promise<T>): Promise<T> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const ended = once(child, 'exit', { signal }).then(([code]) => Promise.reject(new Error(`${name} ended with ${String(code)}`)));
  try {
    return (await Promise.race([awaited, ended])) as T;
  } finally {
    waiting.abort();
    ended.catch(() => undefined);
  }
}

/** What the processes of benchmarks are started with: production, and nothing of this process's own settings. */
const ENVIRONMENT = { NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true' } as const;

/**
 * Starts a script as a process of its own and waits for the line that it prints when it can be asked. It ends with this process.
 * @param file path of the script from the root of the project
 * @param settings handed over as JSON, its first argument
 */
export async function startChild(name: string, file: string, settings: object = {}, nodeFlags: readonly string[] = []): Promise<Child> {
  const child = spawn(process.execPath, [...nodeFlags, '--import', 'tsx', file, JSON.stringify(settings)], {
    cwd: ROOT,
    env: { ...process.env, ...ENVIRONMENT },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), START_MS);
  const address = await unlessEnded(name, child, firstLine(child));
  clearTimeout(timer);
  return {
    name,
    address,
    pid: child.pid!,
    async ask<Answer>(question: object) {
      const answer = once(child, 'message') as Promise<[Answer]>;
      child.send(question);
      return (await unlessEnded(name, child, answer))[0];
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
