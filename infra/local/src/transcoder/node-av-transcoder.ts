import { err, ok, type Result } from '@veza/kernel';
import { openSandbox } from '@veza/tracks/sandbox';
import {
  type LadderResult,
  type MediaFailure,
  PROCESS_LIMITS,
  type Probe,
  type Transcoder,
  transcodingCpuSeconds,
} from '@veza/tracks/transcoder';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { askChild, type ChildTask } from './node-av-process.ts';

const CHILD = fileURLToPath(new URL('node-av-child.js', import.meta.url));
/** The binary, its cache of the loader and the segments: nothing that it writes is larger. */
const OUTPUT_FILE_BYTES = 64 * 1024 ** 2;
/** The loader of a V8 process needs more open files than a tool written in C. */
const OPEN_FILES = 256;

const ignore = () => undefined;

/** Whether the optional package was installed, together with the binary of this platform. */
function isInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve('node-av');
    return true;
  } catch {
    return false;
  }
}

/** The transcoder that needs no program on this machine: FFmpeg inside the package node-av, in a child process per call. Undefined when it is not installed. */
export async function nodeAvTranscoder(): Promise<Transcoder | undefined> {
  if (!isInstalled()) return undefined;
  const sandbox = await openSandbox();
  const ask = <T>(cpuSeconds: number, task: Omit<ChildTask, 'command' | 'wallMs'>): Promise<Result<T, MediaFailure>> => {
    const command = sandbox.wrap([process.execPath, CHILD], { cpuSeconds, outputFileBytes: OUTPUT_FILE_BYTES, openFiles: OPEN_FILES });
    return askChild({ ...task, command, wallMs: cpuSeconds * 3_000 }).then((answer) =>
      answer.kind === 'done' ? ok(answer.value as T) : err(answer.failure),
    );
  };
  return {
    name: ['node-av', ...sandbox.walls].join(' '),
    probe: (source, signal) =>
      ask<Probe>(PROCESS_LIMITS.probeCpuSeconds, { request: { kind: 'probe', source }, onProgress: ignore, signal }),
    run: (job, onProgress, signal) =>
      ask<LadderResult>(transcodingCpuSeconds(job.durationSeconds), { request: { kind: 'run', job }, onProgress, signal }),
    cover: (job, signal) => ask<void>(PROCESS_LIMITS.pictureCpuSeconds, { request: { kind: 'cover', job }, onProgress: ignore, signal }),
    picture: (job, signal) =>
      ask<void>(PROCESS_LIMITS.pictureCpuSeconds, { request: { kind: 'picture', job }, onProgress: ignore, signal }),
  };
}
