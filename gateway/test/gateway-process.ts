import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const READY_MS = 30_000;
const NODE = [process.execPath, '--disable-proto=delete', '--max-semi-space-size=64', '--import', 'tsx', 'gateway/src/main.ts'];

/** A gateway as somebody runs it: a process of its own. */
export interface GatewayProcess extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
  /** What it wrote so far. */
  stdout(): string;
  stderr(): string;
  /** Resolves when it said that it is ready. */
  ready(): Promise<void>;
  /** Sends a signal to it and what it started, as a terminal does. Answers the exit code, or null when the signal killed it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Waits for its end. Answers the exit code. */
  exit(): Promise<number | null>;
}

/** Starts a gateway and does not wait for it. @param command in the place of node itself, e.g. `npm run gateway` */
export function launchGateway(environment: Readonly<Record<string, string>>, command: readonly string[] = NODE): GatewayProcess {
  const [program = '', ...words] = command;
  const child = spawn(program, words, {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], VEZA_LOG_LEVEL: 'error', VEZA_GRAPHIQL: 'off', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const exit = async () => {
    if (!hasEnded()) await once(child, 'close');
    return child.exitCode;
  };
  const pid = child.pid ?? 0;
  return {
    url: `http://127.0.0.1:${environment['PORT'] ?? '4000'}`,
    pid,
    stdout: () => out,
    stderr: () => errors,
    async ready() {
      const deadline = Date.now() + READY_MS;
      while (!out.includes('ready')) {
        if (hasEnded() || Date.now() > deadline) throw new Error(`the gateway is not ready:\n${out}${errors}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async end(signal) {
      process.kill(-pid, signal);
      return exit();
    },
    exit,
    async [Symbol.asyncDispose]() {
      if (!hasEnded()) process.kill(-pid, 'SIGKILL');
      await exit();
    },
  };
}
