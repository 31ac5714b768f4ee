import { freePort } from '@veza/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Points that nobody uses up. */
const UNLIMITED = '1000000000/1000000000';

/** Veza under measurement. */
export interface MeasuredVeza {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from the launch of the process to its word that it is ready. */
  readonly bootMs: number;
  stop(): Promise<void>;
}

/** Starts Veza as `npm start` does, on a data folder, and times it. */
export async function startMeasured(dataDir: string): Promise<MeasuredVeza> {
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    ['--disable-proto=delete', '--max-semi-space-size=64', '--import', 'tsx', 'infra/local/src/main.ts'],
    {
      cwd: ROOT,
      // One person asks as much as a crowd here.
      env: {
        ...process.env,
        PORT: String(port),
        VEZA_DATA_DIR: dataDir,
        VEZA_LOG_LEVEL: 'error',
        VEZA_RATE_USER: UNLIMITED,
        VEZA_RATE_SEND: UNLIMITED,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => void (chunk.includes('Veza is ready') && resolve()));
    child.once('exit', (code) => reject(new Error(`Veza ended with ${code} before it was ready`)));
  });
  return {
    url: `http://localhost:${port}`,
    pid: child.pid!,
    bootMs: performance.now() - startedAt,
    async stop() {
      child.removeAllListeners('exit');
      child.kill('SIGINT');
      await once(child, 'exit');
    },
  };
}
