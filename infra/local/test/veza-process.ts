import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const READY_TIMEOUT_MS = 60_000;

/** Veza as a newcomer runs it: a process of its own. */
export interface VezaProcess {
  readonly url: string;
  /** Everything that it wrote so far. */
  output(): string;
  /** Sends a signal and waits for the end. Answers the exit code, or null when the signal killed it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** A folder of its own for a test, removed when the test is over. */
export function temporaryFolder(name: string): { readonly path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), `veza-${name}-`));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** A port on loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

function launch(environment: Record<string, string>): { readonly child: ChildProcess; readonly output: () => string } {
  const child = spawn(process.execPath, ['--disable-proto=delete', '--import', 'tsx', 'infra/local/src/main.ts'], {
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

/** Starts Veza and waits until it says that it is ready. */
export async function startVezaProcess({
  dataDir,
  port,
  environment = {},
}: {
  readonly dataDir: string;
  readonly port?: number;
  readonly environment?: Record<string, string>;
}): Promise<VezaProcess> {
  const chosen = port ?? (await freePort());
  const { child, output } = launch({ PORT: String(chosen), VEZA_DATA_DIR: dataDir, ...environment });
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!output().includes('Veza is ready')) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`Veza did not become ready:\n${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    url: `http://localhost:${chosen}`,
    output,
    async end(signal) {
      child.kill(signal);
      return exitCode(child);
    },
  };
}

/** Starts Veza where it cannot start, and waits for its end. */
export async function failingStart(
  environment: Record<string, string>,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const { child, output } = launch(environment);
  const code = await exitCode(child);
  return { code, output: output() };
}
