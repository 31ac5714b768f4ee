import { killGroup, SANDBOX_ENV } from '@veza/tracks/sandbox';
import { PROCESS_LIMITS } from '@veza/tracks/transcoder';
import { type ChildProcess, spawn } from 'node:child_process';
import type { ChildAnswer, ChildRequest } from './node-av-messages.ts';
import { residentBytes } from './resident-memory.ts';

/** One question to one child. */
export interface ChildTask {
  /** The child's program behind its walls. */
  readonly command: readonly string[];
  readonly request: ChildRequest;
  readonly wallMs: number;
  readonly onProgress: (fraction: number) => void;
  readonly signal: AbortSignal;
}

/** The end of a task. */
export type ChildEnd = Exclude<ChildAnswer, { kind: 'progress' }>;

const MEMORY_CHECK_MS = 250;
const KEPT_ERRORS = 2 * 1024;

function start([program = '', ...words]: readonly string[]): ChildProcess {
  return spawn(program, words, {
    env: SANDBOX_ENV,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
}

/** Ends a child that takes too long or too much memory. Answers what it was ended for. */
function watch(child: ChildProcess, wallMs: number) {
  let reason: ChildEnd | undefined;
  const end = (failure: ChildEnd) => {
    reason ??= failure;
    killGroup(child);
  };
  const wall = setTimeout(() => end({ kind: 'failed', failure: { code: 'PROCESSING_TIMEOUT', detail: `over ${wallMs} ms` } }), wallMs);
  const memory = setInterval(() => {
    void residentBytes(child.pid ?? 0).then((bytes = 0) => {
      if (bytes > PROCESS_LIMITS.residentBytes)
        end({ kind: 'failed', failure: { code: 'PROCESSING_CRASHED', detail: `${bytes} bytes of memory` } });
    });
  }, MEMORY_CHECK_MS);
  return {
    reason: () => reason,
    stop: () => {
      clearTimeout(wall);
      clearInterval(memory);
    },
  };
}

/** The child's last answer; a child that ends without one has crashed. */
function lastAnswer(child: ChildProcess, onProgress: (fraction: number) => void): Promise<ChildEnd> {
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString('utf8')).slice(-KEPT_ERRORS);
  });
  return new Promise((resolve, reject) => {
    let answer: ChildEnd | undefined;
    child.on('message', (message) => {
      const said = message as ChildAnswer;
      if (said.kind === 'progress') onProgress(said.fraction);
      else answer ??= said;
    });
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve(answer ?? { kind: 'failed', failure: { code: 'PROCESSING_CRASHED', detail: `ended with ${signal ?? code}: ${errors}` } }),
    );
  });
}

/** Asks one child one question. @throws the reason of `signal` */
export async function askChild({ command, request, wallMs, onProgress, signal }: ChildTask): Promise<ChildEnd> {
  signal.throwIfAborted();
  const child = start(command);
  const watcher = watch(child, wallMs);
  const onAbort = () => killGroup(child);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const answer = lastAnswer(child, onProgress);
    child.send(request);
    const end = await answer;
    signal.throwIfAborted();
    return watcher.reason() ?? end;
  } finally {
    watcher.stop();
    signal.removeEventListener('abort', onAbort);
    killGroup(child);
  }
}
