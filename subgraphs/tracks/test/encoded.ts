import { execFile } from 'node:child_process';
import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findTool } from '@veza/testing';

const run = promisify(execFile);

/** Arguments of ffmpeg that make each kind of file. */
const KINDS = {
  mp3: ['-c:a', 'libmp3lame', '-b:a', '128k', '-f', 'mp3'],
  flac: ['-c:a', 'flac', '-f', 'flac'],
  ogg: ['-c:a', 'libvorbis', '-f', 'ogg'],
  m4a: ['-c:a', 'aac', '-f', 'ipod'],
} as const;

/** Kinds of compressed files that tests can make. */
export type EncodedKind = keyof typeof KINDS;

/** Whether this machine can make them. */
export const canEncode = findTool('ffmpeg') !== undefined;

/** A WAV file as another kind of file. @param extra further arguments, e.g. `['-metadata', 'title=Song']` */
export async function encoded(wav: Buffer, kind: EncodedKind, extra: readonly string[] = []): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'veza-encoded-'));
  try {
    await writeFile(join(folder, 'in.wav'), wav);
    await run('ffmpeg', ['-v', 'error', '-i', join(folder, 'in.wav'), ...extra, ...KINDS[kind], join(folder, 'out')]);
    return await readFile(join(folder, 'out'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
