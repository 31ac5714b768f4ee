import { freePort } from '@veza/testing';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ProcessTree, processTree } from './process-tree.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const READY_TIMEOUT_MS = 60_000;

/** Veza as a newcomer runs it: a process of its own. */
export interface VezaProcess {
  readonly url: string;
  /** Everything that it wrote so far. */
  output(): string;
  /** Sends a signal and waits for the end. Answers the exit code, or null when the signal killed it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Presses Ctrl-C: the signal goes to the whole process group. Answers the exit code. */
  pressCtrlC(): Promise<number | null>;
  /** It and everything that it started. */
  tree(): ProcessTree;
  /** Kills it if it still runs, as after a test that failed. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** What may be asked of a Veza that is not ready yet. */
export interface LaunchedProcess extends Omit<VezaProcess, 'url'> {
  /** Waits until what it wrote, or the command line of a process that it started, holds a text. */
  until(text: string): Promise<void>;
}

/** A folder of its own for a test, removed when the test is over. */
export function temporaryFolder(name: string): { readonly path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), `veza-${name}-`));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

const SERVER = [process.execPath, '--disable-proto=delete', '--max-semi-space-size=64', '--import', 'tsx', 'infra/local/src/main.ts'];

function launch(
  environment: Record<string, string>,
  [program = '', ...words] = SERVER,
): { readonly child: ChildProcess; readonly output: () => string } {
  const child = spawn(program, words, {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], VEZA_LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text };
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

/** Where and how Veza is started. */
export interface LaunchOptions {
  readonly dataDir: string;
  readonly port?: number;
  readonly environment?: Record<string, string>;
  /** Default: node itself. */
  readonly command?: readonly string[];
}

/** Starts Veza and does not wait for it. */
export async function launchVeza({ dataDir, port, environment, command }: LaunchOptions): Promise<LaunchedProcess> {
  const chosen = port ?? (await freePort());
  const { child, output } = launch({ PORT: String(chosen), VEZA_DATA_DIR: dataDir, ...environment }, command && [...command]);
  const tree = () => processTree(child.pid ?? 0);
  return {
    output,
    tree,
    async until(text) {
      const deadline = Date.now() + READY_TIMEOUT_MS;
      while (!output().includes(text) && !tree().commands.some((line) => line.includes(text))) {
        if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
          child.kill('SIGKILL');
          throw new Error(`Veza did not come to "${text}":\n${output()}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async end(signal) {
      child.kill(signal);
      return exitCode(child);
    },
    async pressCtrlC() {
      process.kill(-(child.pid ?? 0), 'SIGINT');
      return exitCode(child);
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid ?? 0), 'SIGKILL');
      await exitCode(child);
    },
  };
}

/** Starts Veza and waits until it says that it is ready. */
export async function startVezaProcess(options: LaunchOptions): Promise<VezaProcess> {
  const port = options.port ?? (await freePort());
  const launched = await launchVeza({ ...options, port });
  await launched.until('Veza is ready');
  return { ...launched, url: `http://localhost:${port}` };
}

/** Starts Veza where it cannot start, and waits for its end. */
export async function failingStart(
  environment: Record<string, string>,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const { child, output } = launch(environment);
  const code = await exitCode(child);
  return { code, output: output() };
}
