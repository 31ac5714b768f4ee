import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { killGroup, SANDBOX_ENV } from './sandbox.ts';

/** A command to run in a process group of its own. */
export interface ChildCommand {
  readonly command: readonly string[];
  readonly workingFolder: string;
  readonly wallMs: number;
  /** Takes stdout as it comes; a slow taker slows the child. */
  readonly onOutput: (chunk: Buffer) => void;
  readonly signal: AbortSignal;
}

/** How a child ended. */
export interface ChildEnd {
  readonly exitCode: number | null;
  readonly killedBy: NodeJS.Signals | null;
  readonly timedOut: boolean;
  /** The last bytes of stderr. */
  readonly errors: string;
}

/** Bytes of stderr that are kept. */
const KEPT_ERRORS = 16 * 1024;

function keepTail(stream: Readable): () => string {
  let kept = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    kept = Buffer.concat([kept, chunk]).subarray(-KEPT_ERRORS);
  });
  return () => kept.toString('utf8');
}

/**
 * Runs a program without a shell, with an empty environment but PATH and LANG. Its whole process group is killed
 * after `wallMs` and when `signal` aborts.
 * @throws the reason of `signal`; Error when the program cannot be started
 */
export async function runChild({ command, workingFolder, wallMs, onOutput, signal }: ChildCommand): Promise<ChildEnd> {
  signal.throwIfAborted();
  const [program = '', ...words] = command;
  const child = spawn(program, words, {
    cwd: workingFolder,
    env: SANDBOX_ENV,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    killGroup(child);
  }, wallMs);
  const onAbort = () => killGroup(child);
  signal.addEventListener('abort', onAbort, { once: true });
  const errors = keepTail(child.stderr);
  child.stdout.on('data', onOutput);
  try {
    const [exitCode, killedBy] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, killed) => resolve([code, killed]));
    });
    signal.throwIfAborted();
    return { exitCode, killedBy, timedOut, errors: errors() };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    killGroup(child);
  }
}
