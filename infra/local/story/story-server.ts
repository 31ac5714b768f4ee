import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const READY_TIMEOUT_MS = 90_000;

/** A Veza of the story's own: `npm start` on an empty data folder, which goes with it. */
export interface StoryServer extends AsyncDisposable {
  readonly url: string;
  /** Kills it and everything that it started with SIGKILL, and answers when it is gone. */
  crash(): Promise<void>;
  /** Starts it again on the same folder and port; answers when it is ready. */
  start(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { readonly port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Resolves at the word that it is ready; rejects, with what it wrote, when it ends before or takes longer than 90 s. */
function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = () => reject(new Error(`Veza did not start:\n${output}`));
    setTimeout(fail, READY_TIMEOUT_MS).unref();
    child.once('exit', fail);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('Veza is ready')) resolve();
      });
    }
  });
}

/** Starts Veza as a newcomer does. @param environment what it gets beside port and folder */
export async function startStoryServer(environment: NodeJS.ProcessEnv): Promise<StoryServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'veza-story-'));
  const port = await freePort();
  let child: ChildProcess | undefined;

  const end = async (signal: NodeJS.Signals) => {
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    process.kill(-child.pid, signal);
    await ended;
  };

  const server: StoryServer = {
    url: `http://localhost:${port}`,
    crash: () => end('SIGKILL'),
    async start() {
      const env = { ...environment, PORT: String(port), VEZA_DATA_DIR: dataDir, VEZA_LOG_LEVEL: 'error' };
      // A group of its own, so that all of it can be killed at once. What is to be installed was, before the story began.
      child = spawn('npm', ['start', '--ignore-scripts'], {
        cwd: ROOT,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      });
      await ready(child);
    },
    async [Symbol.asyncDispose]() {
      await end('SIGINT');
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  await server.start();
  return server;
}
